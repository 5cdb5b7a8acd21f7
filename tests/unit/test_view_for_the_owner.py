"""What the owner gets beside a view: the lines of its records, and a second look at what a brief leans on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import Diagnostic, Place, Severity
from briefgen.model.values.date import parse_date
from briefgen.view import SharedWork, breaches, places_of
from samples.relation_files import TRADE
from samples.viewing import loaded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.model.values.date import Date

STEP = "- {{id: {}, kind: other, title: T, {}, sources: [{{ref: ref}}]}}\n"
BODY = """\
- id: open
  kind: council
  name: N
  sources: [{ref: ref}]
  sessions:
    - {number: 1, topics: [defence]}
    - {number: 2}
    - {id: own, number: 3}
- {id: closed, kind: council, name: N, sensitivity: restricted, sources: [{ref: ref}], sessions: [{number: 1}]}
"""
COUNTED = """\
- id: open
  kind: council
  name: N
  sources: [{ref: ref}]
  sessions_held:
    - id: counted
      value: 5 sessions
"""
FILES = {
    "milestones.yaml": STEP.format("shown", "date: 2015") + STEP.format("secret", "sensitivity: restricted"),
    "mechanisms.yaml": BODY,
    "trade.csv": TRADE + "row,2019,PAK,BLR,X,5,1,USD,ref\n",
}


def at(path: str, line: int, column: int) -> Place:
    return Place(path if "/" in path[5:] else f"data/x-y/{path}", line, column)


def placed(files: dict[str, str], as_of: Date | None) -> Mapping[tuple[str, str], Place]:
    """Where the records stand that the reader of these files may know of as of a day."""
    relation, reader = loaded(files)
    return places_of(relation, SharedWork(relation, as_of).contract(reader))


def test_the_owner_has_the_line_of_every_record_that_the_view_knows() -> None:
    found = placed(FILES, None)

    assert {key: place for key, place in found.items() if key[0] == "fact"} == {
        ("fact", "shown"): at("milestones.yaml", 1, 3),
        ("fact", "open"): at("mechanisms.yaml", 1, 3),
        ("fact", "open/sessions/1"): at("mechanisms.yaml", 7, 7),
        ("fact", "own"): at("mechanisms.yaml", 8, 7),
        ("fact", "row"): at("trade.csv", 2, 20),
    }
    assert found["relation", "x-y"].path == "data/x-y/relation.yaml"
    assert [(kind, key) for kind, key in found if kind != "fact"] == [
        ("person", "head"),
        ("organisation", "oic"),
        ("reference", "ref"),
        ("party", "PAK"),
        ("party", "BLR"),
        ("relation", "x-y"),
    ]
    assert (found["person", "head"].path, found["person", "head"].line) == ("data/people.yaml", 1)
    assert (found["party", "BLR"].path, found["party", "BLR"].line) == ("data/x-y/relation.yaml", 4)
    assert (found["reference", "ref"].path, found["reference", "ref"].line) == ("data/x-y/references.json", 1)


def test_the_day_that_is_asked_for_decides_over_the_relation_s_own() -> None:
    assert ("fact", "shown") not in placed(FILES, parse_date("2014"))
    assert ("fact", "shown") in placed(FILES, parse_date("2015"))


def test_a_count_stands_where_its_value_does_not_where_its_record_begins() -> None:
    found = placed({"mechanisms.yaml": COUNTED}, None)

    assert found["fact", "counted"] == at("mechanisms.yaml", 7, 14)


@pytest.mark.parametrize("used", ["shown", "open", "open/sessions/1", "own", "row"])
def test_a_brief_may_lean_on_what_its_reader_may_know(used: str) -> None:
    relation, reader = loaded(FILES)

    assert breaches([used], relation, SharedWork(relation).contract(reader)) == ()


@pytest.mark.parametrize(
    ("used", "place"),
    [
        ("secret", at("milestones.yaml", 2, 3)),
        ("open/sessions/3", Place("data/x-y/relation.yaml", 1, 1)),
        ("closed", at("mechanisms.yaml", 9, 3)),
        ("closed/sessions/1", at("mechanisms.yaml", 9, 99)),
        ("nobody", Place("data/x-y/relation.yaml", 1, 1)),
    ],
)
def test_what_its_reader_may_not_know_stops_a_brief_at_its_line_and_without_its_words(used: str, place: Place) -> None:
    relation, reader = loaded(FILES)
    (told,) = breaches(["shown", used], relation, SharedWork(relation).contract(reader))

    message = f"the brief for 'all' leans on '{used}', which that audience may not see"
    hint = "this is briefgen's own fault: please report it; nothing was written for this audience"
    assert told == Diagnostic("BG302", Severity.ERROR, place, message, hint, is_quotable=False)


def test_the_second_look_is_of_the_day_that_is_asked_for() -> None:
    relation, reader = loaded(FILES)

    assert [
        told.code for told in breaches(["shown"], relation, SharedWork(relation, parse_date("2014")).contract(reader))
    ] == ["BG302"]
