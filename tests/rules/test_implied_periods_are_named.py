from __future__ import annotations

from rules.records import trade
from samples.relation_files import diagnostics_of


def test_a_stated_year_passes() -> None:
    found = diagnostics_of({"trade.csv": trade("a,2019,PAK,BLR,X,15")}, only="BG211")

    assert found == []


def test_an_implied_year_is_told() -> None:
    found = diagnostics_of({"trade.csv": trade("a,2020?,PAK,BLR,X,15")}, only="BG211")

    assert found == ["trade.csv:2:3: info[BG211] 'a' has the period 2020?, which its source does not state"]
