"""A field that a record does not have is told with the one that was meant."""

from __future__ import annotations

import pytest

from briefgen.load import load
from samples.relation_files import world

RECORD = "- {{id: seat, parties: [PAK], statement: A view., {}sources: [{{ref: ref}}]}}\n"


def hint(record: str) -> str | None:
    """What is to be done about the first unknown field of a position."""
    told = load(world({"positions.yaml": record})).diagnostics
    return next(one.hint for one in told if one.code == "BG106")


@pytest.mark.parametrize(
    ("record", "meant"),
    [
        (RECORD.format("statemnt: A view., "), "did you mean 'statement'?"),
        (RECORD.replace("parties: [PAK], ", "").format("party: PAK, "), "did you mean 'parties'?"),
        (RECORD.replace("statement", "words").format(""), "it may be one that is missing: statement"),
        (
            RECORD.replace("statement", "words").replace("parties", "who").format(""),
            "it may be one that is missing: parties, statement",
        ),
    ],
)
def test_the_nearest_is_named_else_what_is_missing(record: str, meant: str) -> None:
    assert hint(record) == meant


def test_where_nothing_is_missing_all_that_there_are_stand_in_the_hint() -> None:
    told = hint(RECORD.format("zzz: 1, "))

    assert told is not None
    assert told.startswith("choose one of: as_stated, ")
