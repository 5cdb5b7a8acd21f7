from __future__ import annotations

import pytest

from rules.records import commission, position, visit
from samples.relation_files import diagnostics_of

PLANNED = {"planned": "true", "recorded": "2020-10"}
NONE_YET = "what is planned has no session yet"


@pytest.mark.parametrize("date", [None, "2027-05-12", "2027", "2027-05/2027-06", "../2027", "2027~"])
def test_what_is_planned_for_a_time_with_an_end_or_for_none_passes(date: str | None) -> None:
    assert diagnostics_of({"visits.yaml": visit(date=date, **PLANNED)}) == []


def test_what_nobody_recorded_is_told() -> None:
    found = diagnostics_of({"visits.yaml": visit(date="2027", planned="true")})

    assert found == [
        "visits.yaml:6:12: error[BG285] 'a' is planned, but nothing says since when that is known"
    ]  # fmt: skip


def test_a_time_without_an_end_is_told() -> None:
    found = diagnostics_of({"visits.yaml": visit(date="2027/..", **PLANNED)})

    assert found == [
        "visits.yaml:5:9: error[BG285] 'a' is planned for 2027/.., which has no end: it would be a plan for ever"
    ]


def test_what_does_not_happen_is_told_and_nothing_else_of_it() -> None:
    found = diagnostics_of({"positions.yaml": position(planned="true")})

    assert found == [
        "positions.yaml:4:12: error[BG285] 'a' cannot be planned: a record of this kind does not happen on a day"
    ]


def test_a_part_is_planned_by_itself() -> None:
    sessions = ["{number: 1, date: 2027, planned: true}"]
    found = diagnostics_of({"mechanisms.yaml": commission(sessions=sessions, recorded="2020")}, only="BG285")

    assert found == [
        "mechanisms.yaml:5:40: error[BG285] 'jc/sessions/1' is planned, but nothing says since when that is known"
    ]


def test_what_is_not_planned_needs_nothing() -> None:
    assert diagnostics_of({"visits.yaml": visit(date="2020", planned="false")}) == []


@pytest.mark.parametrize("session", ["{number: 1, date: 2020}", "{number: 1, planned: true, recorded: 2020-10}"])
def test_what_is_planned_has_no_parts_yet(session: str) -> None:
    found = diagnostics_of({"mechanisms.yaml": commission(sessions=[session], **PLANNED)}, only="BG285")

    assert found == [f"mechanisms.yaml:5:5: error[BG285] 'jc' is planned, and {NONE_YET}: no brief tells of it"]
