from __future__ import annotations

import json

import pytest

from rules.records import commission, visit
from samples.relation_files import diagnostics_of


def references(**issued: list[int] | None) -> str:
    return json.dumps([
        {"id": key, "type": "book", "title": key, "author": [{"family": "A"}],
         **({"issued": {"date-parts": [parts]}} if parts else {})}
        for key, parts in issued.items()
    ])  # fmt: skip


def said_of(visits: str, as_of: str | None = None, **issued: list[int] | None) -> list[str]:
    return diagnostics_of({"visits.yaml": visits, "references.json": references(**issued)}, "BG287", as_of)


@pytest.mark.parametrize("issued", [None, [2021, 4, 23], [2021, 4], [2021], [1994]])
def test_a_source_that_may_have_been_out_by_then_passes(issued: list[int] | None) -> None:
    assert said_of(visit(date="2015"), ref=issued) == []


@pytest.mark.parametrize("issued", [[2021, 4, 24], [2021, 5], [2022]])
def test_a_younger_source_is_told(issued: list[int]) -> None:
    assert said_of(visit(date="2015"), ref=issued) == [
        "relation.yaml:5:8: info[BG287] the one source of what is told as of 2021-04-23 came out later: 'ref'"
    ]


def test_many_are_told_once_and_counted() -> None:
    sources = [f"{{ref: {key}}}" for key in ("a", "b", "c", "d", "e", "old")]
    years = {key: [2022] for key in ("a", "b", "c", "d", "e")}

    (said,) = said_of(visit(date="2015", sources=sources), None, old=[2020], **years)
    assert said.startswith("relation.yaml:5:8: info[BG287] 5 of the 6 sources of what is told as of 2021-04-23 came ")
    assert said.endswith("out later: 'a', 'b', 'c' and 2 more")


def test_it_is_asked_of_the_day_that_is_asked_for_and_of_what_was_known_then() -> None:
    assert len(said_of(visit(date="2015"), "2016", ref=[2020])) == 1
    assert said_of(visit(date="2017"), "2016", ref=[2020]) == []
    assert said_of(visit(date="2015", recorded="2020"), "2016", ref=[2020]) == []
    assert len(said_of(visit(date="2017", planned="true", recorded="2015"), "2016", ref=[2020])) == 1


def test_a_part_counts_when_it_is_known_itself() -> None:
    session = ["{number: 1, date: 2017, sources: [{ref: late}]}"]
    files = {
        "mechanisms.yaml": commission(created="2015", sessions=session),
        "references.json": references(ref=[2010], late=[2020]),
    }

    assert diagnostics_of(files, "BG287", "2016") == []
    assert len(diagnostics_of(files, "BG287", "2018")) == 1
