from __future__ import annotations

from rules.records import commission
from samples.relation_files import diagnostics_of


def test_a_session_within_two_intervals_passes() -> None:
    found = diagnostics_of(
        {"mechanisms.yaml": commission(cadence="yearly", sessions=["{number: 1, date: 2019}"])},
        only="BG268",
        as_of="2021-04-23",
    )

    assert found == []


def test_a_mechanism_that_skipped_two_sessions_is_told() -> None:
    found = diagnostics_of(
        {"mechanisms.yaml": commission(cadence="yearly", sessions=["{number: 1, date: 2018}"])},
        only="BG268",
        as_of="2021-04-23",
    )

    assert found == ["mechanisms.yaml:4:12: warning[BG268] 'jc' is to meet yearly, its last session was 2018"]


def test_a_session_that_is_planned_is_none_that_was() -> None:
    planned = "{number: 2, date: 2021-06, planned: true, recorded: 2021-04}"
    found = diagnostics_of(
        {"mechanisms.yaml": commission(cadence="yearly", sessions=["{number: 1, date: 2018}", planned])},
        only="BG268",
        as_of="2021-04-23",
    )

    assert found == ["mechanisms.yaml:4:12: warning[BG268] 'jc' is to meet yearly, its last session was 2018"]
