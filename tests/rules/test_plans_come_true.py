from __future__ import annotations

import pytest

from rules.records import commission, visit
from samples.relation_files import diagnostics_of


def said_of(as_of: str, **fields: str) -> list[str]:
    record = visit(**{"planned": "true", "recorded": "2026-10", **fields})
    return diagnostics_of({"visits.yaml": record}, "BG286", as_of)


@pytest.mark.parametrize(
    ("date", "last", "over"),
    [
        ("2027-05-12", "2027-05-12", "2027-05-13"),
        ("2027-05", "2027-05-31", "2027-06-01"),
        ("2027", "2027-12-31", "2028-01-01"),
        ("2027-05/2027-06", "2027-06-30", "2027-07-01"),
        ("../2027", "2027-12-31", "2028-01-01"),
        ("2027-05-12", "2027-04", "2027-05"),
    ],
)
def test_it_is_asked_what_came_of_a_plan_once_its_last_day_is_over(date: str, last: str, over: str) -> None:
    assert said_of(last, date=date) == []
    assert said_of(over, date=date) == [
        f"visits.yaml:5:12: warning[BG286] 'a' was planned for {date}, which is over: what came of it?"
    ]


def test_a_plan_without_a_date_is_asked_after_when_it_is_a_year_old() -> None:
    assert said_of("2027-10-14", recorded="2026-10-15") == []
    assert said_of("2027-10-15", recorded="2026-10-15") == [
        "visits.yaml:5:12: warning[BG286] 'a' has been planned since 2026-10-15, without a date: is it still?"
    ]


def test_a_session_is_asked_after_too_and_what_is_not_planned_never() -> None:
    sessions = ["{number: 1, date: 2027-05, planned: true, recorded: 2026}", "{number: 2, date: 2027-05}"]
    found = diagnostics_of({"mechanisms.yaml": commission(sessions=sessions)}, "BG286", "2027-06-01")

    assert [line.partition(" was")[0] for line in found] == ["mechanisms.yaml:5:43: warning[BG286] 'jc/sessions/1'"]


def test_before_it_was_known_nothing_is_asked() -> None:
    assert diagnostics_of({"visits.yaml": visit(planned="true", recorded="2027", date="2020")}, "BG286", "2021") == []
