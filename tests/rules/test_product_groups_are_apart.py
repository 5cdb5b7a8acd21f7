from __future__ import annotations

from rules.records import trade, trade_by_product
from samples.relation_files import diagnostics_of


def test_two_groups_pass() -> None:
    found = diagnostics_of(
        {"trade.csv": trade_by_product("t,2019,3,,", "a,2019,1,HS17,85", "b,2019,1,HS17,87")}, only="BG243"
    )

    assert found == []


def test_a_heading_within_its_chapter_is_told() -> None:
    found = diagnostics_of(
        {"trade.csv": trade_by_product("t,2019,3,,", "a,2019,1,HS17,85", "b,2019,1,HS17,8517")}, only="BG243"
    )

    assert found == [
        "trade.csv:4:36: warning[BG243] 2019 PAK to BLR (X) of 8517: 8517 is part of 85: a sum counts it twice"
    ]


def test_a_chapter_within_a_range_is_told() -> None:
    found = diagnostics_of(
        {"trade.csv": trade_by_product("t,2019,3,,", "a,2019,1,text,52", "b,2019,1,text,50-63")}, only="BG243"
    )

    assert found == [
        "trade.csv:3:36: warning[BG243] 2019 PAK to BLR (X) of 52: 52 is part of 50-63: a sum counts it twice"
    ]


def test_groups_beyond_their_total_are_an_error() -> None:
    found = diagnostics_of(
        {"trade.csv": trade_by_product("t,2019,3,,", "a,2019,4,HS17,85", "b,2019,1,HS17,87")}, only="BG243"
    )

    assert found == ["trade.csv:2:18: error[BG243] 2019 PAK to BLR (X): its product groups add up to 5, the total is 3"]


def test_a_drill_down_is_told_once_and_fits_its_total() -> None:
    found = diagnostics_of(
        {
            "trade.csv": trade(
                "t,2019,PAK,BLR,X,3,1000",
                "a,2019,PAK,BLR,X,3,1000",
                "b,2019,PAK,BLR,X,2,1000",
                "c,2019,PAK,BLR,X,1,1000",
                scheme=["TOTAL", "HS17", "HS17", "HS17"],
                code=["TOTAL", "85", "8517", "851712"],
            )
        },
        only="BG243",
    )

    assert found == [
        (
            "trade.csv:4:34: warning[BG243] 2019 PAK to BLR (X) of 8517: 8517 is part of 85, and 1 more like it: "
            "a sum counts it twice"
        ),
    ]
