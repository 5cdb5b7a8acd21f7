from __future__ import annotations

from rules.records import commission
from samples.relation_files import diagnostics_of


def test_numbers_in_order_pass() -> None:
    found = diagnostics_of({"mechanisms.yaml": commission(sessions=["{number: 1}", "{number: 2}"])}, only="BG233")

    assert found == []


def test_a_number_used_twice_is_told() -> None:
    found = diagnostics_of({"mechanisms.yaml": commission(sessions=["{number: 4}", "{number: 4}"])}, only="BG233")

    assert found == ["mechanisms.yaml:6:16: error[BG233] 'jc' has two sessions number 4"]


def test_a_complete_list_with_a_number_left_out_is_told() -> None:
    found = diagnostics_of(
        {"mechanisms.yaml": commission(list_complete="true", sessions=["{number: 1}", "{number: 3}"])}, only="BG233"
    )

    assert found == ["mechanisms.yaml:6:5: error[BG233] 'jc' lists all its sessions, but none with number 2"]
