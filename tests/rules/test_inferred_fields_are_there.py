from __future__ import annotations

from rules.records import visit_of_the_head
from samples.relation_files import diagnostics_of


def test_a_field_that_is_filled_passes() -> None:
    found = diagnostics_of({"visits.yaml": visit_of_the_head(inferred="[host]")}, only="BG257")

    assert found == []


def test_a_field_that_is_not_filled_is_told() -> None:
    found = diagnostics_of({"visits.yaml": visit_of_the_head(inferred="[vanue]")}, only="BG257")

    assert found == ["visits.yaml:7:13: error[BG257] 'a' has no 'vanue' to infer"]
