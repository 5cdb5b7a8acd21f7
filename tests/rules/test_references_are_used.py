from __future__ import annotations

from rules.records import book, other_book, position, references
from samples.relation_files import diagnostics_of


def test_a_named_reference_passes() -> None:
    found = diagnostics_of({"positions.yaml": position()}, only="BG246")

    assert found == []


def test_a_stray_reference_is_told() -> None:
    found = diagnostics_of(
        {
            "references.json": references(book(), other_book()),
            "positions.yaml": position(),
        },
        only="BG246",
    )

    assert found == ["references.json:2:2: warning[BG246] no fact names 'other'"]
