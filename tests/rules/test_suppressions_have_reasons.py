from __future__ import annotations

from rules.records import recommendation
from samples.relation_files import diagnostics_of


def test_a_reason_beside_it_passes() -> None:
    found = diagnostics_of(
        {"recommendations.yaml": recommendation(ignore="[REC-LINK]  # the source gives none")}, only="BG258"
    )

    assert found == []


def test_a_suppression_without_a_reason_is_told() -> None:
    found = diagnostics_of({"recommendations.yaml": recommendation(ignore="[REC-LINK]")}, only="BG258")

    assert found == ["recommendations.yaml:4:12: warning[BG258] 'REC-LINK' is suppressed without a reason"]
