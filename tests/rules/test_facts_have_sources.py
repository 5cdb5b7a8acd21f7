from __future__ import annotations

from rules.records import visit
from samples.relation_files import diagnostics_of


def test_a_fact_with_a_source_passes() -> None:
    found = diagnostics_of({"visits.yaml": visit()}, only="BG214")

    assert found == []


def test_a_fact_without_a_source_is_told() -> None:
    found = diagnostics_of({"visits.yaml": visit(sources="[]")}, only="BG214")

    assert found == ["visits.yaml:1:3: warning[BG214] 'a' has no source"]
