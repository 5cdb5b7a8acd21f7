from __future__ import annotations

from rules.records import visit
from samples.relation_files import diagnostics_of


def test_a_known_code_suppresses_its_finding() -> None:
    found = diagnostics_of({"visits.yaml": visit(sources="[]", ignore="[CITE-MISSING]")}, only="BG220")

    assert found == []


def test_an_unknown_code_is_told() -> None:
    found = diagnostics_of({"visits.yaml": visit(ignore="[CITE-MISING]")}, only="BG220")

    assert found == ["visits.yaml:5:11: error[BG220] there is no check 'CITE-MISING'"]
