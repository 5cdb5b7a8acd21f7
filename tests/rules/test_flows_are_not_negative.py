from __future__ import annotations

from rules.records import trade
from samples.relation_files import diagnostics_of


def test_a_negative_balance_passes() -> None:
    found = diagnostics_of({"trade.csv": trade("a,2019,PAK,BLR,BALANCE,-20")}, only="BG244")

    assert found == []


def test_a_negative_flow_is_told() -> None:
    found = diagnostics_of({"trade.csv": trade("a,2019,PAK,BLR,X,-20")}, only="BG244")

    assert found == ["trade.csv:2:18: error[BG244] 2019 PAK to BLR (X) is -20"]
