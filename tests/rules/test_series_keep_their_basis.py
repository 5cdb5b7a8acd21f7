from __future__ import annotations

from rules.records import trade
from samples.relation_files import diagnostics_of


def test_one_side_throughout_passes() -> None:
    found = diagnostics_of(
        {"trade.csv": trade("a,2019,BLR,PAK,X,35.1", "b,2020,BLR,PAK,X,37", worded_as=["exports", "exports"])},
        only="BG237",
    )

    assert found == []


def test_a_change_of_side_is_told() -> None:
    found = diagnostics_of(
        {"trade.csv": trade("a,2019,BLR,PAK,X,35.1", "b,2020,BLR,PAK,X,37", worded_as=["imports", "exports"])},
        only="BG237",
    )

    assert found == [
        (
            "trade.csv:3:33: warning[BG237] 2020 BLR to PAK (X): worded_as changes from imports to exports "
            "after 2019; the two are not compared"
        ),
    ]


def test_series_of_other_lengths_and_currencies_are_others() -> None:
    rows = [
        "a,2018,BLR,PAK,X,35", "m,2018-05,BLR,PAK,X,3", "e,2019,BLR,PAK,X,30,1000000,EUR", "n,2019-05,BLR,PAK,X,3",
        "b,2019,BLR,PAK,X,37",
    ]  # fmt: skip
    reporters = ["PAK", "BLR", "BLR", "BLR", "PAK"]

    assert diagnostics_of({"trade.csv": trade(*rows, reporter=reporters)}, only="BG237") == []


def test_a_change_is_told_once_and_with_all_that_changes() -> None:
    rows = [f"r{year},{year},BLR,PAK,X,35" for year in range(2010, 2016)]
    reporters = ["PAK", "PAK", "BLR", "BLR", "PAK", "BLR"]
    (told,) = diagnostics_of(
        {"trade.csv": trade(*rows, reporter=reporters, valuation=["FOB", "FOB", "CIF", "CIF", "FOB", "CIF"])},
        only="BG237",
    )

    assert "reporter changes from PAK to BLR and valuation changes from FOB to CIF after 2011" in told


def test_mirror_reports_go_on_side_by_side() -> None:
    rows = [f"r{number},{2010 + number // 2},BLR,PAK,X,35" for number in range(8)]

    assert diagnostics_of({"trade.csv": trade(*rows, reporter=["PAK", "BLR"] * 4)}, only="BG237") == []


def test_of_a_turnover_nobody_is_asked_for_its_valuation_or_side() -> None:
    rows = ("a,2019,BLR,PAK,TURNOVER,35", "b,2020,BLR,PAK,TURNOVER,37")
    more = {"valuation": ["FOB", "CIF"], "worded_as": ["imports", "exports"]}

    assert diagnostics_of({"trade.csv": trade(*rows, **more)}, only="BG237") == []
