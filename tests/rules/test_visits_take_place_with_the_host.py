from __future__ import annotations

from rules.records import visit, visit_of_the_head
from samples.relation_files import diagnostics_of


def test_a_visit_in_the_host_country_passes() -> None:
    found = diagnostics_of({"visits.yaml": visit_of_the_head(venue="{country: PAK}")}, only="BG260")

    assert found == []


def test_a_visit_elsewhere_is_told() -> None:
    found = diagnostics_of({"visits.yaml": visit_of_the_head(venue="{country: BLR}")}, only="BG260")

    assert found == ["visits.yaml:7:10: warning[BG260] 'a' is hosted by PAK, but takes place in BLR"]


def test_a_virtual_visit_has_no_host_and_no_place() -> None:
    record = visit(kind="virtual", host="PAK", venue="{city: Minsk}")

    assert diagnostics_of({"visits.yaml": record}, only="BG260") == [
        "visits.yaml:5:9: warning[BG260] 'a' is virtual, but has a host: PAK",
        "visits.yaml:6:10: warning[BG260] 'a' is virtual, but has a venue: Minsk",
    ]
    assert diagnostics_of({"visits.yaml": visit(kind="virtual", venue="{online: true}")}, only="BG260") == []
