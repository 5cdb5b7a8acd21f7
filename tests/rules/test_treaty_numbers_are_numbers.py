from __future__ import annotations

from rules.records import agreement
from samples.relation_files import diagnostics_of


def test_a_registered_number_passes() -> None:
    found = diagnostics_of({"agreements.yaml": agreement(unts="I-54321")}, only="BG229")

    assert found == []


def test_a_mistyped_number_is_told() -> None:
    found = diagnostics_of({"agreements.yaml": agreement(unts="I-5432x")}, only="BG229")

    assert found == ["agreements.yaml:5:9: error[BG229] 'I-5432x' is no number of the UN Treaty Series"]
