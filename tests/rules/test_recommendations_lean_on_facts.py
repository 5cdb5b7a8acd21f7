from __future__ import annotations

from rules.records import position, recommendation
from samples.relation_files import diagnostics_of


def test_a_recommendation_with_a_fact_passes() -> None:
    found = diagnostics_of(
        {
            "positions.yaml": position(id="p"),
            "recommendations.yaml": recommendation(facts="[p]"),
        },
        only="BG250",
    )

    assert found == []


def test_a_recommendation_without_a_fact_is_told() -> None:
    found = diagnostics_of({"recommendations.yaml": recommendation()}, only="BG250")

    assert found == ["recommendations.yaml:1:3: warning[BG250] 'a' names no facts that it follows from"]
