from __future__ import annotations

from rules.records import visit_of_the_head
from samples.relation_files import diagnostics_of


def test_a_visit_in_the_host_country_passes() -> None:
    found = diagnostics_of({"visits.yaml": visit_of_the_head(venue="{country: PAK}")}, only="BG260")

    assert found == []


def test_a_visit_elsewhere_is_told() -> None:
    found = diagnostics_of({"visits.yaml": visit_of_the_head(venue="{country: BLR}")}, only="BG260")

    assert found == ["visits.yaml:7:10: warning[BG260] 'a' is hosted by PAK, but takes place in BLR"]
