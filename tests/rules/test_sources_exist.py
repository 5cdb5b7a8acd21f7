from __future__ import annotations

from rules.records import visit
from samples.relation_files import diagnostics_of


def test_a_source_of_the_library_passes() -> None:
    found = diagnostics_of({"visits.yaml": visit()}, only="BG213")

    assert found == []


def test_a_source_that_is_not_in_the_library_is_told() -> None:
    found = diagnostics_of({"visits.yaml": visit(sources="[{ref: raf}]")}, only="BG213")

    assert found == ["visits.yaml:4:13: error[BG213] there is no reference 'raf'"]
