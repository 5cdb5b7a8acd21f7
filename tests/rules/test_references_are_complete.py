from __future__ import annotations

from rules.records import day, page, references
from samples.relation_files import diagnostics_of


def test_a_page_with_its_author_passes() -> None:
    found = diagnostics_of({"references.json": references(page(accessed=day(2021, 4, 23)))})

    assert found == []


def test_a_page_with_neither_author_nor_date_is_told() -> None:
    found = diagnostics_of({"references.json": references(page(author=None, accessed=day(2021, 4, 23)))})

    assert found == ["references.json:1:2: info[BG219] 'ref' names neither author nor date"]
