from __future__ import annotations

from rules.records import trade
from samples.relation_files import diagnostics_of


def told_by_both(value: str, status: str = "asserted") -> str:
    """One flow as its exporter reports it (236), and as its importer does."""
    return trade(
        "a,2001,PAK,BLR,X,236",
        f"b,2001,PAK,BLR,X,{value}",
        reporter=["PAK", "BLR"],
        valuation=["FOB", "CIF"],
        status=["asserted", status],
    )


def test_the_usual_difference_passes() -> None:
    found = diagnostics_of({"trade.csv": told_by_both("260")}, only="BG239")

    assert found == []


def test_more_than_a_quarter_is_told() -> None:
    found = diagnostics_of({"trade.csv": told_by_both("320")}, only="BG239")

    assert found == ["trade.csv:3:18: warning[BG239] 2001 PAK to BLR (X): BLR reports 320, PAK 236: 28 % apart"]


def test_more_than_double_is_an_error() -> None:
    found = diagnostics_of({"trade.csv": told_by_both("557")}, only="BG239")

    assert found == ["trade.csv:3:18: error[BG239] 2001 PAK to BLR (X): BLR reports 557, PAK 236: 123 % apart"]


def test_a_settled_difference_is_only_noted() -> None:
    found = diagnostics_of({"trade.csv": told_by_both("557", status="preferred")}, only="BG239")

    assert found == ["trade.csv:3:18: info[BG239] 2001 PAK to BLR (X): BLR reports 557, PAK 236: 123 % apart"]
