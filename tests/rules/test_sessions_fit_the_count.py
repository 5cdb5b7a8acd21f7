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
