from __future__ import annotations

import pytest

from rules.records import trade
from samples.relation_files import diagnostics_of

MONTHS = [f"2019-{month:02d}" for month in range(1, 13)]
QUARTERS = [f"2019-Q{number}" for number in range(1, 5)]


def _found(year: str, parts: list[str], each: str = "1.0", **more: list[str]) -> list[str]:
    lines = [f"p{at},{period},PAK,BLR,X,{each}" for at, period in enumerate(parts)]
    return diagnostics_of({"trade.csv": trade(f"whole,{year}", *lines, **more)}, only="BG298", as_of="2030")


@pytest.mark.parametrize(
    ("whole", "parts", "each"),
    [
        ("2019,PAK,BLR,X,12.0", MONTHS, "1.0"),
        ("2019,PAK,BLR,X,12.6", MONTHS, "1.0"),
        ("2019,PAK,BLR,X,11.4", MONTHS, "1.0"),
        ("2019,PAK,BLR,X,4.0", QUARTERS, "1.0"),
        ("2019-H1,PAK,BLR,X,2.0", QUARTERS, "1.0"),
        ("2019-Q2,PAK,BLR,X,3.0", MONTHS, "1.0"),
        ("2019,PAK,BLR,X,99.0", MONTHS[:11], "1.0"),
        ("2019,PAK,BLR,X,99.0", ["2019-Q1", "2019-Q2", "2019-Q3", *MONTHS[9:11]], "1.0"),
        ("2018,PAK,BLR,X,99.0", MONTHS, "1.0"),
        ("2019,BLR,PAK,X,99.0", MONTHS, "1.0"),
        ("2019~,PAK,BLR,X,99.0", MONTHS, "1.0"),
        ("FY2019-20,PAK,BLR,X,99.0", MONTHS, "1.0"),
        ("2019,PAK,BLR,X,99.0,1000000,EUR", MONTHS, "1.0"),
        ("2019,PAK,BLR,X,12000.0,1000,USD", MONTHS, "1.0"),
        ("2019/2020,PAK,BLR,X,99.0", MONTHS, "1.0"),
    ],
)
def test_a_span_that_agrees_or_whose_parts_are_not_all_there_passes(whole: str, parts: list[str], each: str) -> None:
    assert _found(whole, parts, each) == []


@pytest.mark.parametrize(
    ("whole", "parts", "says"),
    [
        ("2019,PAK,BLR,X,12.8", MONTHS, "is 12.8, and its 12 months add up to 12.0"),
        ("2019,PAK,BLR,X,11.2", MONTHS, "is 11.2, and its 12 months add up to 12.0"),
        ("2019,PAK,BLR,X,5.0", QUARTERS, "is 5.0, and its 4 quarters add up to 4.0"),
        ("2019,PAK,BLR,X,5.0", ["2019-H1", "2019-H2"], "is 5.0, and its 2 half-years add up to 2.0"),
        ("2019-H2,PAK,BLR,X,9.0", MONTHS, "is 9.0, and its 6 months add up to 6.0"),
        ("2019-Q4,PAK,BLR,X,9.0", MONTHS, "is 9.0, and its 3 months add up to 3.0"),
        ("2019,PAK,BLR,X,13000.0,1000,USD", MONTHS, "is 13000.0, and its 12 months add up to 12000"),
        ("2019-01/2019-12,PAK,BLR,X,99.0", MONTHS, "is 99.0, and its 12 months add up to 12.0"),
    ],
)
def test_a_span_that_is_not_the_sum_of_its_parts_is_told(whole: str, parts: list[str], says: str) -> None:
    (told,) = _found(whole, parts)
    assert told.startswith("trade.csv:2:")
    assert "warning[BG298]" in told
    assert says in told


def test_another_reporter_or_basis_is_another_series() -> None:
    twelve = ["PAK"] + ["BLR"] * 12
    assert _found("2019,PAK,BLR,X,99.0", MONTHS, reporter=twelve) == []
    assert _found("2019,PAK,BLR,X,99.0", MONTHS, valuation=["FOB"] + ["CIF"] * 12) == []
    assert len(_found("2019,PAK,BLR,X,99.0", MONTHS, reporter=["PAK"] * 13)) == 1


def test_what_is_superseded_counts_for_nothing() -> None:
    assert _found("2019,PAK,BLR,X,99.0", MONTHS, status=["superseded"] + ["asserted"] * 12) == []
    assert _found("2019,PAK,BLR,X,99.0", MONTHS, status=["asserted"] * 12 + ["superseded"]) == []
