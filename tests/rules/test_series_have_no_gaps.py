from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("periods", "missing"),
    [
        (("2019-11", "2020-02"), "2019-12 to 2020-01"),
        (("2019-11", "2020-01"), "2019-12"),
        (("2019-Q4", "2020-Q3"), "2020-Q1 to 2020-Q2"),
        (("2019-H1", "2020-H1"), "2019-H2"),
        (("FY2015-16", "FY2017-18"), "FY2016-17"),
        (("1998-99", "2001-02?"), ""),  # February 2001 is no fiscal year
        (("2018", "2019-06"), ""),
        (("2018", "2019", "2019-06", "2019-07"), ""),
        (("2018/2019", "2022/2023"), ""),
        (("FY2015-16", "FY2016-17"), ""),
    ],
)
def test_a_missing_period_of_any_kind_is_told(periods: tuple[str, ...], missing: str) -> None:
    rows = [f"r{number},{period},PAK,BLR,X,15" for number, period in enumerate(periods)]
    found = diagnostics_of({"trade.csv": trade(*rows)}, only="BG242", as_of="2030")

    assert [line.split("no figure for ")[-1] for line in found if "BG242" in line] == ([missing] if missing else [])
