"""Periods as spans: every form, its bounds, its length and season; what no period is, and what was meant."""

from __future__ import annotations

import datetime as dt

import pytest

from briefgen.model.values.date import Precision
from briefgen.model.values.period import (
    YearBegins,
    as_fiscal,
    beginning,
    fiscal_year,
    meant_period,
    parse_period,
    parse_year_begins,
)


@pytest.mark.parametrize(
    ("text", "canonical", "lower", "upper", "precision", "months"),
    [
        ("2019", "2019", "2019-01-01", "2019-12-31", Precision.YEAR, 12),
        ("2019-03", "2019-03", "2019-03-01", "2019-03-31", Precision.MONTH, 1),
        ("2020-02", "2020-02", "2020-02-01", "2020-02-29", Precision.MONTH, 1),
        ("2011-12", "2011-12", "2011-12-01", "2011-12-31", Precision.MONTH, 1),
        ("2000-01", "2000-01", "2000-01-01", "2000-01-31", Precision.MONTH, 1),
        ("2023-Q1", "2023-Q1", "2023-01-01", "2023-03-31", Precision.QUARTER, 3),
        ("2023-Q2", "2023-Q2", "2023-04-01", "2023-06-30", Precision.QUARTER, 3),
        ("2023-Q4", "2023-Q4", "2023-10-01", "2023-12-31", Precision.QUARTER, 3),
        ("2023-H1", "2023-H1", "2023-01-01", "2023-06-30", Precision.HALF_YEAR, 6),
        ("2023-H2", "2023-H2", "2023-07-01", "2023-12-31", Precision.HALF_YEAR, 6),
        ("2023-H2?", "2023-H2?", "2023-07-01", "2023-12-31", Precision.HALF_YEAR, 6),
        ("FY2011-12", "FY2011-12", "2011-01-02", "2012-12-30", Precision.FISCAL_YEAR, 12),
        ("FY2011/12", "FY2011-12", "2011-01-02", "2012-12-30", Precision.FISCAL_YEAR, 12),
        ("FY2011-2012", "FY2011-12", "2011-01-02", "2012-12-30", Precision.FISCAL_YEAR, 12),
        ("2011/12", "FY2011-12", "2011-01-02", "2012-12-30", Precision.FISCAL_YEAR, 12),
        ("1999/00", "FY1999-00", "1999-01-02", "2000-12-30", Precision.FISCAL_YEAR, 12),
        ("1999-00", "FY1999-00", "1999-01-02", "2000-12-30", Precision.FISCAL_YEAR, 12),
        ("2019-20", "FY2019-20", "2019-01-02", "2020-12-30", Precision.FISCAL_YEAR, 12),
        ("2012-13", "FY2012-13", "2012-01-02", "2013-12-30", Precision.FISCAL_YEAR, 12),
        ("2019-20?", "FY2019-20?", "2019-01-02", "2020-12-30", Precision.FISCAL_YEAR, 12),
        ("2011/2012", "2011/2012", "2011-01-01", "2012-12-31", Precision.INTERVAL, 24),
        ("2023-01/2023-09", "2023-01/2023-09", "2023-01-01", "2023-09-30", Precision.INTERVAL, 9),
        ("2011-07/2012-06", "2011-07/2012-06", "2011-07-01", "2012-06-30", Precision.INTERVAL, 12),
        ("2019-03-04", "2019-03-04", "2019-03-04", "2019-03-04", Precision.DAY, None),
        ("2019-03-04/2019-05-31", "2019-03-04/2019-05-31", "2019-03-04", "2019-05-31", Precision.INTERVAL, None),
    ],
)
def test_a_period_is_read_with_its_bounds(
    text: str, canonical: str, lower: str, upper: str, precision: Precision, months: int | None
) -> None:
    period = parse_period(text)
    assert (period.text, str(period.lower), str(period.upper), period.precision, period.months) == (
        canonical, lower, upper, precision, months,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "doubt"),
    [("2019~", (True, False)), ("2023-Q1?", (False, True)), ("2011/12~", (True, False)), ("2019-20%", (True, True))],
)
def test_doubt_is_kept(text: str, doubt: tuple[bool, bool]) -> None:
    period = parse_period(text)
    assert (period.approximate, period.uncertain) == doubt
    assert (period.months is None) is doubt[0], "how long about a year is, nobody knows"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("FY2012", "lies in two calendar years"),
        ("fy2012", "lies in two calendar years"),
        ("FY2011-13", "ends in the year after"),
        ("FY2011-11", "ends in the year after"),
        ("FY2011-2112", "ends in the year after"),
        ("2011/13", "ends in the year after"),
        ("2011/11", "ends in the year after"),
        ("2019-21", "no month 21"),
        ("2019-13", "no month 13"),
        ("2019-00", "no month 00"),
        ("2023-Q0", "no quarter 0"),
        ("2023-Q5", "no quarter 5"),
        ("2023-H3", "no half-year 3"),
        ("FY0000-01", "no fiscal year begins in 0000"),
        ("FY9999-00", "no fiscal year begins in 9999"),
        ("0000-Q1", "no year 0000"),
        ("Q1 2023", "not a date"),
        ("2023-q1", "not a date"),
        ("FY2011", "names one"),
        ("2011-2012", "not a date"),
        ("", "not a date"),
    ],
)
def test_what_is_no_period_says_why(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parse_period(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("FY2012", "FY2011-12 where it ends in 2012, FY2012-13 where it begins then"),
        ("fy 2000", "FY1999-00 where it ends in 2000, FY2000-01 where it begins then"),
        ("2011-2012", "FY2011-12"),
        ("FY 2011-12", "FY2011-12"),
        ("fy2011/2012", "FY2011-12"),
        ("FY11-12", "FY2011-12"),
        ("FY 11/12", "FY2011-12"),
        ("Q1 2023", "2023-Q1"),
        ("2023Q1", "2023-Q1"),
        ("2023-q1", "2023-Q1"),
        ("q3/2023", "2023-Q3"),
        ("H2 2023", "2023-H2"),
        ("2023 h1", "2023-H1"),
        ("H3 2023", None),
        ("2011-2015", None),
        ("some time", None),
    ],
)
def test_what_was_meant_is_told(text: str, meant: str | None) -> None:
    assert meant_period(text) == meant


@pytest.mark.parametrize(
    ("begins", "lower", "upper"),
    [
        ("07-01", "2011-07-01", "2012-06-30"),
        ("04-01", "2011-04-01", "2012-03-31"),
        ("10-01", "2011-10-01", "2012-09-30"),
        ("03-21", "2011-03-21", "2012-03-20"),
        ("07-16", "2011-07-16", "2012-07-15"),
        ("12-31", "2011-12-31", "2012-12-30"),
        ("01-02", "2011-01-02", "2012-01-01"),
    ],
)
def test_a_fiscal_year_has_the_bounds_of_its_first_day(begins: str, lower: str, upper: str) -> None:
    year = beginning(parse_period("2011/12"), parse_year_begins(begins))
    assert (str(year.lower), str(year.upper), year.months) == (lower, upper, 12)
    assert year.has_known_bounds
    assert year.season == tuple(int(part) for part in lower.split("-")[1:])
    widest = fiscal_year(2011)
    assert widest.sort_key[0] <= year.sort_key[0]
    assert year.sort_key[1] <= widest.sort_key[1]
    assert widest.season is None
    assert not widest.has_known_bounds


def test_a_fiscal_year_that_begins_on_new_years_day_is_none() -> None:
    with pytest.raises(ValueError, match="is a calendar year"):
        beginning(parse_period("FY2011-12"), YearBegins(1, 1))
    assert beginning(parse_period("2011"), YearBegins(1, 1)) == parse_period("2011")


@pytest.mark.parametrize(
    "text", ["7-1", "02-29", "13-01", "00-10", "06-31", "July 1", "07-01-2019", "0701", "", "01-00"]
)
def test_a_day_that_is_not_in_every_year_begins_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"day"):
        parse_year_begins(text)


@pytest.mark.parametrize(
    ("text", "fiscal"),
    [
        ("2011-12", "FY2011-12"),
        ("2011/2012", "FY2011-12"),
        ("2011-12?", "FY2011-12?"),
        ("2011/2012?", "FY2011-12?"),
        ("FY2011-12", "FY2011-12"),
        ("2019-20", "FY2019-20"),
        ("2000-01", "FY2000-01"),
        ("2011-11", None),
        ("2011-05", None),
        ("2011", None),
        ("2011/2013", None),
        ("2011-Q1", None),
        ("2011-07/2012-06", None),
        ("2011/..", None),
    ],
)
def test_a_row_that_counts_fiscal_years_tells_how_its_period_is_read(text: str, fiscal: str | None) -> None:
    found = as_fiscal(parse_period(text))
    assert (found and found.text) == fiscal


def test_bounds_of_every_year_are_a_year_apart() -> None:
    for first in (1, 999, 1899, 1999, 2000, 2011, 2019, 2023, 9998):
        for begins in (YearBegins(1, 2), YearBegins(2, 28), YearBegins(3, 1), YearBegins(7, 1), YearBegins(12, 31)):
            year = fiscal_year(first, begins)
            first_day, last_day = year.sort_key
            assert (last_day - first_day + dt.timedelta(days=1)).days in {365, 366}
            assert year.has_known_bounds
