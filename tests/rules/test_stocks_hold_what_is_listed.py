from __future__ import annotations

from rules.records import agreement, stock
from samples.relation_files import diagnostics_of


def test_an_open_count_passes() -> None:
    found = diagnostics_of({"agreements.yaml": agreement() + stock()}, only="BG230")

    assert found == []


def test_fewer_counted_than_listed_is_told() -> None:
    found = diagnostics_of(
        {"agreements.yaml": agreement() + agreement(id="b", signed="2016") + stock(count="'1 document'")}, only="BG230"
    )

    assert found == ["agreements.yaml:16:10: warning[BG230] 'stock' counts 1, 2 are listed"]


def test_a_complete_list_below_the_count_is_told() -> None:
    found = diagnostics_of(
        {"agreements.yaml": agreement() + stock(count="'3 documents'", list_complete="true")}, only="BG230"
    )

    assert found == ["agreements.yaml:10:10: warning[BG230] 'stock' counts 3, 1 are listed"]
