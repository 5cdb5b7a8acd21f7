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
            "after 2019; growth across the two is not comparable"
        ),
    ]
