from __future__ import annotations

import pytest

from rules.records import trade
from samples.relation_files import diagnostics_of

HEAD = "id,period,from,to,rate,whose,sources\n"


def found(row: str, only: str = "BG297") -> list[str]:
    """What is told of a rate, in a relation with trade in dollars."""
    files = {"trade.csv": trade("t,2020,PAK,BLR,X,15.1"), "data/rates.csv": f"{HEAD}{row},A bank,ref\n"}
    return diagnostics_of(files, only=only)


@pytest.mark.parametrize("rate", ["160.2", "160", "about 160", "158..162", "0.0062", "1"])
def test_a_number_above_zero_is_a_rate(rate: str) -> None:
    assert found(f"a,2020,USD,PKR,{rate}") == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("a,2020,USD,USD,1", "the rate 'a' is between USD and itself"),
        ("a,2020,USD,PKR,0", "the rate 'a' may be zero, or has no end"),
        ("a,2020,USD,PKR,-160", "the rate 'a' may be zero, or has no end"),
        ("a,2020,USD,PKR,> 80", "the rate 'a' may be zero, or has no end"),
        ("a,2020,USD,PKR,<= 80", "the rate 'a' may be zero, or has no end"),
        ("a,2020,USD,PKR,0..160", "the rate 'a' may be zero, or has no end"),
        ("a,2020,USD,PKR,0.0", "the rate 'a' may be zero, or has no end"),
        ("a,2020,USD,PKR,3.5 %", "the rate 'a' has a unit, '%'"),
        ("a,2020,USD,PKR,160 PKR", "the rate 'a' has a unit, 'PKR'"),
    ],
)
def test_what_nothing_can_be_converted_at_is_told(row: str, told: str) -> None:
    [line] = found(row)

    assert line.startswith("data/rates.csv:2:")
    assert line.endswith(f"error[BG297] {told}")


@pytest.mark.parametrize(("row", "place"), [("a,2020,US$,USD,1", "2:8"), ("a,2020,USD,RUPEE,1", "2:12")])
def test_both_codes_are_held_to_the_list(row: str, place: str) -> None:
    [line] = found(row, only="BG216")

    assert line.startswith(f"data/rates.csv:{place}")
