from __future__ import annotations

from rules.records import day, page, references
from samples.relation_files import diagnostics_of


def test_a_page_with_its_date_of_access_passes() -> None:
    found = diagnostics_of({"references.json": references(page(accessed=day(2021, 4, 23)))}, only="BG247")

    assert found == []


def test_a_page_without_its_date_of_access_is_told() -> None:
    found = diagnostics_of({"references.json": references(page())}, only="BG247")

    assert found == ["references.json:1:2: warning[BG247] 'ref' is a webpage without a date of access"]


def test_a_page_read_before_it_was_issued_is_told() -> None:
    found = diagnostics_of(
        {"references.json": references(page(issued=day(2022), accessed=day(2021, 4, 23)))}, only="BG247"
    )

    assert found == ["references.json:1:2: warning[BG247] 'ref' was read 2021-04-23, before it was issued 2022"]
