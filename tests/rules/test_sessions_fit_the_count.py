from __future__ import annotations

from rules.records import commission
from samples.relation_files import diagnostics_of


def test_a_complete_list_of_the_counted_length_passes() -> None:
    found = diagnostics_of(
        {
            "mechanisms.yaml": commission(
                list_complete="true", sessions_held=["value: 2 sessions"], sessions=["{number: 1}", "{number: 2}"]
            )
        },
    )

    assert found == []


def test_a_complete_list_of_another_length_is_told_at_the_count() -> None:
    found = diagnostics_of(
        {
            "mechanisms.yaml": commission(
                list_complete="true", sessions_held=["value: 3 sessions"], sessions=["{number: 1}", "{number: 2}"]
            )
        }
    )

    assert found == ["mechanisms.yaml:6:14: error[BG212] 'jc': 3 sessions held, 2 listed"]


def test_a_list_that_is_said_to_be_open_may_be_shorter_but_not_longer() -> None:
    two = ["{number: 15}", "{number: 16}"]
    shorter = commission(list_complete="false", sessions_held=["value: 16 sessions"], sessions=two)
    longer = commission(list_complete="false", sessions_held=["value: 1 session"], sessions=two)

    assert diagnostics_of({"mechanisms.yaml": shorter}) == []
    assert diagnostics_of({"mechanisms.yaml": longer}) == [
        "mechanisms.yaml:6:14: warning[BG212] 'jc': 1 sessions held, 2 listed"
    ]
