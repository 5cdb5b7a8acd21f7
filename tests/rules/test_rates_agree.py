from __future__ import annotations

import pytest

from rules.records import trade
from samples.relation_files import diagnostics_of

HEAD = "id,period,from,to,rate,whose,status,sources\n"
FIRST = "a,2020,USD,PKR,160.2,A bank,,ref\n"


def found(*rows: str, only: str = "BG296") -> list[str]:
    """What is told of a relation with trade in dollars, and rates beside the first one."""
    text = HEAD + FIRST + "\n".join(rows) + "\n"
    return diagnostics_of({"trade.csv": trade("t,2020,PAK,BLR,X,15.1"), "data/rates.csv": text}, only=only)


@pytest.mark.parametrize(
    "row",
    [
        "b,2020,USD,PKR,160.2,Another bank,,ref",
        "b,2020,USD,PKR,160,Another bank,,ref",
        "b,2020,USD,PKR,160.25,Another bank,,ref",
        "b,2020,PKR,USD,0.00624,Another bank,,ref",
        "b,2021,USD,PKR,170,Another bank,,ref",
        "b,2020-03,USD,PKR,170,Another bank,,ref",
        "b,2020,USD,BYN,2.4,Another bank,,ref",
        "b,2020,USD,PKR,170,Another bank,superseded,ref",
        "b,2020,USD,PKR,170,Another bank,retracted,ref",
        "b,2020,USD,PKR,170,Another bank,preferred,ref",
        "b,2020,USD,PKR,158..165,Another bank,,ref",
    ],
)
def test_rates_that_can_both_be_true_or_are_of_other_things_stand(row: str) -> None:
    assert found(row) == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("b,2020,USD,PKR,170,Another bank,,ref", "1 USD = 170 PKR"),
        ("b,2020,USD,PKR,160.4,Another bank,,ref", "1 USD = 160.4 PKR"),
        ("b,2020?,USD,PKR,16.02,Another bank,,ref", "1 USD = 16.02 PKR"),
        ("b,2020,PKR,USD,0.0071,Another bank,,ref", "1 PKR = 0.0071 USD"),
        ("b,2020,PKR,USD,160.2,Another bank,,ref", "1 PKR = 160.2 USD"),
        ("b,2020,USD,PKR,170,Another bank,contested,ref", "1 USD = 170 PKR"),
    ],
)
def test_a_rate_that_contradicts_the_first_is_told(row: str, told: str) -> None:
    period = row.split(",")[1]
    [line] = found(row)

    assert line.startswith("data/rates.csv:3:")
    assert line.endswith(f"warning[BG296] {period}: {told} here, 1 USD = 160.2 PKR in 'a', none preferred")


def test_of_several_each_that_differs_from_the_first_is_told() -> None:
    rows = ("b,2020,USD,PKR,170,B,,ref", "c,2020,USD,PKR,160.2,C,,ref", "d,2020,USD,PKR,171,D,,ref")

    assert [line.split(":")[1] for line in found(*rows)] == ["3", "5"]
