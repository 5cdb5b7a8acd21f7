from __future__ import annotations

import pytest

from rules.records import trade
from samples.relation_files import diagnostics_of


def _found(*periods: str, **more: list[str]) -> list[str]:
    rows = [f"r{number},{period},PAK,BLR,X,{10 + number}" for number, period in enumerate(periods)]
    return diagnostics_of({"trade.csv": trade(*rows, **more)}, only="BG294", as_of="2030")


@pytest.mark.parametrize(
    "periods",
    [
        ("2018", "2019"),
        ("2018", "2019-03"),
        ("2018", "2019-Q1", "2019-H2", "2019-01/2019-09"),
        ("2018", "2019-03-04"),
        ("2018~", "2019"),
        ("2018-03", "2018-Q1"),
        ("FY2011-12", "2012/13", "2013-14"),
        ("2011-07/2012-06", "FY2012-13"),
        ("2015/2017", "2018/2020"),
        ("2018", "2018-01/2018-12"),
        ("2019/..", "2020/.."),
    ],
)
def test_years_with_their_parts_and_fiscal_years_pass(periods: tuple[str, ...]) -> None:
    assert _found(*periods) == []


@pytest.mark.parametrize(
    ("periods", "says"),
    [
        (("2011", "FY2012-13"), "counts a fiscal year, 'r0' in line 2 a calendar year (2011)"),
        (("FY2012-13", "2014"), "counts a calendar year, 'r0' in line 2 a fiscal year (FY2012-13)"),
        (("2010-11", "2011-12", "2012-13"), "counts a fiscal year, 'r0' in line 2 a part of a calendar year (2010-11)"),
        (("FY2012-13", "2014-Q1"), "counts a part of a calendar year"),
        (("FY2012-13", "2014-H1"), "counts a part of a calendar year"),
        (("2018", "2018-07/2019-06"), "counts a fiscal year"),
        (("2018", "2019/2020"), "counts a span of 24 months"),
        (("2015/2017", "2018/2019"), "counts a span of 24 months, 'r0' in line 2 a span of 36 months"),
        (("2018", "2019/.."), "counts a span of no known length"),
        (("2018-03", "2018-11/2019-01"), "counts a span of 3 months"),
        (("2018", "2018-11/2019-01"), "counts a span of 3 months"),
    ],
)
def test_a_series_of_two_kinds_of_years_is_an_error(periods: tuple[str, ...], says: str) -> None:
    (told,) = _found(*periods)
    assert "error[BG294]" in told
    assert says in told


def test_another_reporter_currency_or_direction_is_another_series() -> None:
    assert _found("2011", "FY2012-13", reporter=["PAK", "BLR"]) == []
    assert len(_found("2011", "FY2012-13", reporter=["PAK", "PAK"])) == 1
    euros = trade("a,2011,PAK,BLR,X,10", "b,FY2012-13,PAK,BLR,X,11,1000000,EUR")
    back = trade("a,2011,PAK,BLR,X,10", "b,FY2012-13,BLR,PAK,X,11")
    for rows in (euros, back):
        assert diagnostics_of({"trade.csv": rows}, only="BG294") == []


def test_a_superseded_row_mixes_nothing() -> None:
    assert _found("2011", "FY2012-13", status=["asserted", "superseded"]) == []
