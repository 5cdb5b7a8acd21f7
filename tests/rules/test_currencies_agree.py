from __future__ import annotations

import pytest

from rules.records import trade
from samples.relation_files import diagnostics_of

FLOWS = ("a,2019,PAK,BLR,X,15.1", "b,2019,BLR,PAK,X,35.1")


def table(*rows: str, euros: str = "") -> dict[str, str]:
    """Rows in dollars, those of some ids in euros."""
    lines = trade(*rows).split("\n")
    return {"trade.csv": "\n".join(line.replace("USD", "EUR") if line[:1] in {*euros} else line for line in lines)}


@pytest.mark.parametrize("euros", ["", "abt"])
def test_a_period_in_one_currency_passes(euros: str) -> None:
    assert diagnostics_of(table(*FLOWS, "t,2019,PAK,BLR,TURNOVER,50.2", euros=euros), only="BG293") == []


def test_a_period_in_two_is_told_at_the_odd_one() -> None:
    found = diagnostics_of(table(*FLOWS, "t,2019,PAK,BLR,TURNOVER,50.2", euros="t"), only="BG293")

    assert len(found) == 1
    assert found[0].startswith("trade.csv:4:")
    assert found[0].endswith("warning[BG293] 2019: trade is told in more than one currency (USD: 'a', 'b'; EUR: 't')")


def test_trade_with_the_world_may_have_its_own() -> None:
    assert diagnostics_of(table(*FLOWS, "w,2019,PAK,WLD,X,23000", euros="w"), only="BG293") == []


def test_a_series_that_changes_its_currency_is_noted_once_a_flow() -> None:
    rows = (*FLOWS, "c,2020,PAK,BLR,X,15.1", "d,2020,BLR,PAK,X,35.1", "e,2021,PAK,BLR,X,15.1")
    found = diagnostics_of(table(*rows, euros="cde"), only="BG293")

    assert [line.partition("info")[2] for line in found] == [
        "[BG293] PAK to BLR (X) is told in more than one currency (USD: 'a'; EUR: 'c', 'e')",
        "[BG293] BLR to PAK (X) is told in more than one currency (USD: 'b'; EUR: 'd')",
    ]


def test_two_reports_of_one_flow_in_two_currencies_are_told() -> None:
    rows = ("a,2019,PAK,BLR,X,15.1", "m,2019,PAK,BLR,X,14.1")
    [line] = diagnostics_of(table(*rows, euros="m"), only="BG293")

    assert line.endswith("2019: trade is told in more than one currency (USD: 'a'; EUR: 'm')")


def test_two_reports_of_trade_with_the_world_are_told_too() -> None:
    [line] = diagnostics_of(table("v,2019,PAK,WLD,X,23000", "w,2019,PAK,WLD,X,23001", euros="w"), only="BG293")

    assert line.endswith("2019 PAK to WLD (X) is reported in more than one currency (USD: 'v'; EUR: 'w')")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("a,PAK,BLR,rice,5,1,USD,2019", "b,PAK,BLR,tea,6,1,EUR,2019"), "(USD: 'a'; EUR: 'b')"),
        (("a,PAK,BLR,rice,5,1,USD,2019", "b,PAK,BLR,tea,6,1,EUR,2020"), ""),
        (("a,PAK,BLR,rice,5,1,USD,2019", "b,BLR,PAK,tea,6,1,EUR,2019"), ""),
        (("a,PAK,BLR,rice,5,1,USD,", "b,PAK,BLR,tea,6,1,EUR,"), "(USD: 'a'; EUR: 'b')"),
        (("a,PAK,BLR,rice,5,1,USD,2019", "b,PAK,BLR,tea,,,,2019"), ""),
    ],
)
def test_products_of_one_exporter_and_period_have_one(rows: tuple[str, ...], told: str) -> None:
    head = "id,exporter,importer,label,value,scale,currency,period,sources\n"
    text = head + "".join(f"{row},ref\n" for row in rows)
    found = diagnostics_of({"products.csv": text}, only="BG293")

    assert [line[line.rindex("(") :] for line in found] == ([told] if told else [])


@pytest.mark.parametrize("turnover", ["50.2", "44.9", "5000"])
def test_what_is_in_two_currencies_is_not_added(turnover: str) -> None:
    """Nor is the balance held against it, nor a neighbour ten times its size."""
    rows = (*FLOWS, f"t,2019,PAK,BLR,TURNOVER,{turnover}", "s,2019,BLR,PAK,BALANCE,99")
    for code in ("BG204", "BG205", "BG236"):
        assert diagnostics_of(table(*rows, euros="ts"), only=code) == []


def test_parts_are_told_in_the_scale_of_their_sum() -> None:
    rows = trade(*FLOWS, "t,2019,PAK,BLR,TURNOVER,50.9").replace("15.1,1000000", "15100,1000")

    assert diagnostics_of({"trade.csv": rows}, only="BG204") == [
        "trade.csv:4:25: error[BG204] 2019: 15.1 + 35.1 = 50.2, but the turnover is 50.9"
    ]
