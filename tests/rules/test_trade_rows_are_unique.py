from __future__ import annotations

from rules.records import trade
from samples.relation_files import diagnostics_of


def test_two_directions_pass() -> None:
    found = diagnostics_of({"trade.csv": trade("a,2019,PAK,BLR,X,15", "b,2019,BLR,PAK,X,15")}, only="BG215")

    assert found == []


def test_the_same_flow_twice_is_told() -> None:
    found = diagnostics_of({"trade.csv": trade("a,2019,PAK,BLR,X,15", "b,2019,PAK,BLR,X,15")}, only="BG215")

    assert found == ["trade.csv:3:1: error[BG215] 2019 PAK to BLR (X) stands in line 2 already"]
