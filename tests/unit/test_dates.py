"""Dates: a subset of EDTF, as finely as they are known."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.values.date import Precision, parse_date

DAY = dt.date


@pytest.mark.parametrize(
    ("text", "lower", "upper", "precision"),
    [
        ("2015-05-29", DAY(2015, 5, 29), DAY(2015, 5, 29), Precision.DAY),
        ("2015-02", DAY(2015, 2, 1), DAY(2015, 2, 28), Precision.MONTH),
        ("2016-02", DAY(2016, 2, 1), DAY(2016, 2, 29), Precision.MONTH),
        ("1994", DAY(1994, 1, 1), DAY(1994, 12, 31), Precision.YEAR),
        ("2017/..", DAY(2017, 1, 1), None, Precision.INTERVAL),
        ("../2021", None, DAY(2021, 12, 31), Precision.INTERVAL),
        ("1994/2014", DAY(1994, 1, 1), DAY(2014, 12, 31), Precision.INTERVAL),
        ("2015-05/2015-08-10", DAY(2015, 5, 1), DAY(2015, 8, 10), Precision.INTERVAL),
    ],
)
def test_a_date_means_the_days_it_can_mean(
    text: str, lower: DAY | None, upper: DAY | None, precision: Precision
) -> None:
    date = parse_date(text)

    assert (date.lower, date.upper, date.precision) == (lower, upper, precision)
    assert str(date) == text


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [("2019~", True, False), ("2020?", False, True), ("2020%", True, True), ("2015~/2016", True, False)],
)
def test_doubt_is_kept(text: str, approximate: bool, uncertain: bool) -> None:  # noqa: FBT001 - a table's column
    date = parse_date(text)

    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2015-02-29", "2015-02 has no day 29"),
        ("2015-13", "there is no month 13"),
        ("2015-00-01", "there is no month 00"),
        ("0000", "there is no year 0000"),
        ("../..", "an interval needs a start or an end"),
        ("2016/2015", "the interval ends before it starts"),
        ("29.05.2015", "not a date briefgen can read"),
        ("May 2015", "not a date briefgen can read"),
        ("2015-5", "not a date briefgen can read"),
        ("٢٠١٥", "not a date briefgen can read"),
        ("", "not a date briefgen can read"),
        ("2015/", "not a date briefgen can read"),
    ],
)
def test_what_is_no_date_is_refused_with_a_reason(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_date(text)


def test_only_an_interval_with_an_end_says_that_something_was_over() -> None:
    ends = {text: parse_date(text).has_end for text in ("2015", "2015-05-29", "2015/..", "../2021", "2015/2017")}

    assert [text for text, has_end in ends.items() if has_end] == ["../2021", "2015/2017"]


def test_dates_sort_by_their_first_and_then_their_last_day() -> None:
    in_order = ["../2021", "1994-01", "1994", "1994-02", "1994-02-03", "2015-05", "2015-05-29", "2017/.."]

    assert sorted(sorted(in_order), key=lambda text: parse_date(text).sort_key) == in_order


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("2015", "2015-05-29", True),
        ("2015-05", "2015-06", False),
        ("2015-05", "2015-05-31", True),
        ("2015-05/2015-07", "2015-07/2016", True),
        ("2015-05-31", "2015-05-31", True),
        ("2017/..", "2021", True),
        ("../2016", "2017/..", False),
    ],
)
def test_overlap_is_a_shared_day(one: str, other: str, share: bool) -> None:  # noqa: FBT001 - a table's column
    assert parse_date(one).overlaps(parse_date(other)) is share
    assert parse_date(other).overlaps(parse_date(one)) is share


@given(st.dates(min_value=DAY(1, 1, 1)))
def test_every_day_of_the_calendar_reads_back(day: DAY) -> None:
    date = parse_date(day.isoformat())

    assert date.lower == date.upper == day


@given(st.text(max_size=14))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    with suppress(ValueError):
        assert parse_date(text).text == text


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        ("2021-04-23", "2021-05-22", 0),
        ("2021-04-23", "2021-05-23", 1),
        ("2020", "2022-07-01", 18),
        ("2020?", "2022-06-30", 17),
        ("../2021", "2026-11-24", 58),
        ("2017/..", "2026-11-24", 0),
        ("2026", "2021", 0),
        ("2021", "2021-06", 0),
    ],
)
def test_months_are_counted_from_the_last_day_it_can_mean(earlier: str, later: str, months: int) -> None:
    assert parse_date(earlier).months_to(parse_date(later)) == months
