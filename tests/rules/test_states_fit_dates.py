from __future__ import annotations

from rules.records import agreement
from samples.relation_files import diagnostics_of


def test_a_signed_treaty_passes() -> None:
    found = diagnostics_of({"agreements.yaml": agreement(state="signed")}, only="BG232")

    assert found == []


def test_a_signed_treaty_in_force_is_told() -> None:
    found = diagnostics_of({"agreements.yaml": agreement(state="signed", in_force="2016")}, only="BG232")

    assert found == ["agreements.yaml:5:10: warning[BG232] 'a' is signed, but in force 2016"]


def test_a_signed_treaty_under_negotiation_is_told() -> None:
    found = diagnostics_of({"agreements.yaml": agreement(state="negotiating")}, only="BG232")

    assert found == ["agreements.yaml:5:10: warning[BG232] 'a' is negotiating, but signed 2015"]
