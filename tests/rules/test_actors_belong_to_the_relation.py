from __future__ import annotations

from rules.records import visit
from samples.relation_files import diagnostics_of


def test_a_host_of_the_relation_passes() -> None:
    found = diagnostics_of({"visits.yaml": visit(host="PAK")}, only="BG206")

    assert found == []


def test_a_third_party_is_told() -> None:
    found = diagnostics_of({"visits.yaml": visit(host="CHN")}, only="BG206")

    assert found == ["visits.yaml:5:9: error[BG206] 'CHN' is not a party of this relation (PAK and BLR)"]
