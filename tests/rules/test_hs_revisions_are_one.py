from __future__ import annotations

from rules.records import trade_by_product
from samples.relation_files import diagnostics_of


def test_one_revision_passes() -> None:
    found = diagnostics_of({"trade.csv": trade_by_product("a,2018,1,HS12,8701", "b,2019,1,HS12,8701")}, only="BG241")

    assert found == []


def test_a_change_of_revision_is_told() -> None:
    found = diagnostics_of({"trade.csv": trade_by_product("a,2018,1,HS12,8701", "b,2019,1,HS17,8701")}, only="BG241")

    assert found == ["trade.csv:3:31: warning[BG241] 2019 PAK to BLR (X) of 8701 is HS17, but HS12 in 2018"]
