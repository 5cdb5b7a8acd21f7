from __future__ import annotations

from relation_files import TRADE, diagnostics_of


def test_a_stated_year_passes() -> None:
    found = diagnostics_of(
        {
            "trade.csv": TRADE
            + """\
a,2019,PAK,BLR,X,15,1000000,USD,ref
""",
        },
        only="BG211",
    )

    assert found == []


def test_an_implied_year_is_told() -> None:
    found = diagnostics_of(
        {
            "trade.csv": TRADE
            + """\
a,2020?,PAK,BLR,X,15,1000000,USD,ref
""",
        },
        only="BG211",
    )

    assert found == [
        "trade.csv:2:3: info[BG211] 'a' has the period 2020?, which its source does not state",
    ]
