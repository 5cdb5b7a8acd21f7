from __future__ import annotations

from rules.records import trade
from samples.relation_files import diagnostics_of


def test_a_balance_for_the_side_in_surplus_passes() -> None:
    found = diagnostics_of(
        {"trade.csv": trade("a,2019,PAK,BLR,X,15.1", "b,2019,BLR,PAK,X,35.1", "c,2019,BLR,PAK,BALANCE,20")},
        only="BG205",
    )

    assert found == []


def test_a_balance_for_the_wrong_side_is_told() -> None:
    found = diagnostics_of(
        {"trade.csv": trade("a,2019,PAK,BLR,X,15.1", "b,2019,BLR,PAK,X,35.1", "c,2019,PAK,BLR,BALANCE,20")},
        only="BG205",
    )

    assert found == ["trade.csv:4:24: error[BG205] 2019: the balance of PAK is 20, but its flows differ by -20"]


def test_trade_with_the_world_is_no_flow_between_the_parties() -> None:
    rows = "a,2019,PAK,BLR,X,15.1", "b,2019,BLR,PAK,X,35.1", "c,2019,BLR,PAK,BALANCE,20", "w,2019,BLR,WLD,X,33000"

    assert diagnostics_of({"trade.csv": trade(*rows)}, only="BG205") == []
