from __future__ import annotations

from rules.records import trade
from samples.relation_files import diagnostics_of


def test_an_iso_currency_passes() -> None:
    found = diagnostics_of({"trade.csv": trade("a,2019,PAK,BLR,X,15")}, only="BG216")

    assert found == []


def test_an_unknown_currency_is_told() -> None:
    found = diagnostics_of({"trade.csv": trade("a,2019,PAK,BLR,X,15,1000000,UZX")}, only="BG216")

    assert found == ["trade.csv:2:29: error[BG216] 'UZX' is no currency (ISO 4217)"]
