"""No shipped section says "not stated" of what is entered: tried on a relation with every field of every kind."""

from __future__ import annotations

import re

import pytest

from briefgen.cli.relation_skeleton import relation_files, shared_files
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.model.values.date import parse_date
from briefgen.pipeline import Order, make
from briefgen.world import Disk, Memory, Overlay, shipped_root
from samples.pictures import jpeg

PAIR, DAY = ("IND", "BRA"), parse_date("2026-01-31")
REFERENCE = (
    '[{"id": "id-in-references-json", "type": "report", "title": "A report", "author": [{"family": "A"}],'
    ' "issued": {"date-parts": [[2021]]}}]'
)
SHARED_IDS = {"people": "id-in-people-yaml", "organisations": "id-in-organisations-yaml"}
_MARK = re.compile(r"^# (?=- id: |  [a-z_]+: )", re.MULTILINE)
_NOWHERE = re.compile(r"^.*(?:id-of-another-record|unts: ).*\n", re.MULTILINE)
"""Links to records that are not there, and a number that the examples cannot know."""


def filled(name: str, text: str) -> str:
    """A file of a new relation with its example taken out of its marks."""
    stem = name.partition(".")[0]
    if stem == "references":
        return REFERENCE
    if stem == "headlines":  # what its example leans on is for its writer to name
        return text
    text = _NOWHERE.sub("", _MARK.sub("", text)) if name.endswith(".yaml") else text
    text = text.replace("default_sensitivity: official", "default_sensitivity: public")
    text = text.replace("person: id-in-people-yaml}]", "person: id-in-people-yaml, during: 2020-01/..}]")
    return text.replace("name-of-the-record", SHARED_IDS.get(stem, f"{stem.replace('_', '-')}-one")).replace(
        "5 sessions}", "1 session, as_of: 2020-01-31}"
    )


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The text of every shipped brief."""
    files = {
        f"data/x/{name}": filled(name, text) for name, text in relation_files(PAIR, DAY, SHIPPED_KINDS.values()).items()
    }
    files |= {f"data/{name}": filled(name, text) for name, text in shared_files(PAIR).items()}
    pictures = {"data/x/pictures/photograph.jpg": jpeg()}
    own = Memory({path: text.encode() for path, text in files.items()} | pictures)
    result = make(Overlay(own, Disk(shipped_root())), Order(formats=("md",)))
    assert [f"{d.place}: {d.message}" for d in result.report.diagnostics if d.severity == "error"] == []
    return {path: text.decode() for path, text in own.files.items() if path.endswith(".md") and "output/" in path}


def test_every_brief_is_made_of_every_kind(pages: dict[str, str]) -> None:
    assert len(pages) == 5
    assert all("\n## " in page for page in pages.values())


def test_nothing_that_is_entered_is_said_not_to_be(pages: dict[str, str]) -> None:
    said = {path: [line for line in page.splitlines() if "not stated" in line] for path, page in pages.items()}

    assert {path: lines for path, lines in said.items() if lines} == {}
