from __future__ import annotations

from rules.records import trade
from samples.relation_files import diagnostics_of


def test_a_sum_within_the_rounding_of_its_parts_passes() -> None:
    found = diagnostics_of(
        {"trade.csv": trade("a,2019,PAK,BLR,X,15.1", "b,2019,BLR,PAK,X,35.1", "c,2019,PAK,BLR,TURNOVER,50.3")},
        only="BG204",
    )

    assert found == []


def test_a_sum_beyond_all_rounding_is_told_at_the_turnover() -> None:
    found = diagnostics_of(
        {"trade.csv": trade("a,2019,PAK,BLR,X,15.1", "b,2019,BLR,PAK,X,35.1", "c,2019,PAK,BLR,TURNOVER,50.9")},
        only="BG204",
    )

    assert found == ["trade.csv:4:25: error[BG204] 2019: 15.1 + 35.1 = 50.2, but the turnover is 50.9"]


def test_trade_with_the_world_hides_no_wrong_sum() -> None:
    rows = "w,2019,PAK,WLD,X,23000", "a,2019,PAK,BLR,X,15.1", "b,2019,BLR,PAK,X,35.1", "c,2019,PAK,BLR,TURNOVER,50.9"
    found = diagnostics_of({"trade.csv": trade(*rows)}, only="BG204")

    assert found == ["trade.csv:5:25: error[BG204] 2019: 15.1 + 35.1 = 50.2, but the turnover is 50.9"]


def test_several_claims_on_one_direction_are_not_added() -> None:
    rows = "a,2019,PAK,BLR,X,15.1", "b,2019,BLR,PAK,X,35.1", "c,2019,PAK,BLR,X,14", "d,2019,PAK,BLR,TURNOVER,80"

    assert diagnostics_of({"trade.csv": trade(*rows)}, only="BG204") == []


def test_one_direction_alone_and_two_of_the_same_are_no_sum() -> None:
    for other in ("PAK,BLR", "PAK,DEU"):
        rows = "a,2019,PAK,BLR,X,15.1", f"b,2019,{other},X,35.1", "c,2019,PAK,BLR,TURNOVER,80"

        assert diagnostics_of({"trade.csv": trade(*rows)}, only="BG204") == []
