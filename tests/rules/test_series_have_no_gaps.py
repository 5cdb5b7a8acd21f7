from __future__ import annotations

from rules.records import trade
from samples.relation_files import diagnostics_of


def test_neighbouring_years_pass() -> None:
    found = diagnostics_of({"trade.csv": trade("a,2016,PAK,BLR,X,15", "b,2017,PAK,BLR,X,15")}, only="BG242")

    assert found == []


def test_a_missing_year_is_told() -> None:
    found = diagnostics_of({"trade.csv": trade("a,2016,PAK,BLR,X,15", "b,2018,PAK,BLR,X,15")}, only="BG242")

    assert found == ["trade.csv:3:3: info[BG242] 2018 PAK to BLR (X): there is no figure for 2017"]


def test_missing_years_are_told() -> None:
    found = diagnostics_of({"trade.csv": trade("a,2016,PAK,BLR,X,15", "b,2020,PAK,BLR,X,15")}, only="BG242")

    assert found == ["trade.csv:3:3: info[BG242] 2020 PAK to BLR (X): there is no figure for 2017 to 2019"]
