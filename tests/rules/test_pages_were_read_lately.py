from __future__ import annotations

from rules.records import day, page, references
from samples.relation_files import diagnostics_of


def test_a_page_read_last_year_passes() -> None:
    found = diagnostics_of(
        {"references.json": references(page(accessed=day(2025, 11, 24)))}, only="BG270", as_of="2026-11-24"
    )

    assert found == []


def test_a_page_read_years_ago_is_told() -> None:
    found = diagnostics_of(
        {"references.json": references(page(accessed=day(2021, 4, 23)))}, only="BG270", as_of="2026-11-24"
    )

    assert found == [
        "references.json:1:2: info[BG270] 'ref' was read 2021-04-23, more than 24 months before 2026-11-24"
    ]
