from __future__ import annotations

from rules.records import recommendation
from samples.relation_files import diagnostics_of


def test_two_priorities_pass() -> None:
    found = diagnostics_of(
        {"recommendations.yaml": recommendation(priority="1") + recommendation(id="b", priority="2")}, only="BG252"
    )

    assert found == []


def test_a_priority_used_twice_is_told() -> None:
    found = diagnostics_of(
        {"recommendations.yaml": recommendation(priority="1") + recommendation(id="b", priority="1")}, only="BG252"
    )

    assert found == ["recommendations.yaml:9:13: warning[BG252] 'b' has priority 1, as has 'a'"]
