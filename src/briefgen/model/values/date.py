"""Dates as an archive knows them: to the day, the month or the year, open or in doubt.

The written form is a subset of EDTF (ISO 8601-2:2019, levels 0 and 1): `2015-05-29`, `2015-05`, `2015`,
with `~` (approximate) or `?` (uncertain) behind, intervals `a/b`, and open ones `a/..` and `../b`.
"""

from __future__ import annotations

import calendar
import datetime as dt
import enum
import re

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass

_MONTHS = 12
_ONE_DAY = dt.timedelta(days=1)
_OVER_A_YEAR = dt.timedelta(days=366)
_IN_YEARS = late_pattern(r"\d{4}[~?%]*(?:/\d{4}[~?%]*)*", re.ASCII)
_POINT = late_pattern(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)", re.ASCII)


class Precision(enum.StrEnum):
    """How finely a date is known."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    FISCAL_YEAR = "fiscal_year"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Date:
    """A date or interval with the doubt it was written with.

    Example:
        >>> month = parse_date("2015-05")
        >>> str(month.lower), str(month.upper), month.precision
        ('2015-05-01', '2015-05-31', <Precision.MONTH: 'month'>)
        >>> parse_date("2019~").approximate, parse_date("2017/..").upper
        (True, None)
        >>> month.overlaps(parse_date("2015-05-29"))
        True
    """

    text: str
    """As written, in EDTF; quarters, half-years and fiscal years as `period` writes them."""
    lower: dt.date | None
    """First day it can mean; None when open at its start."""
    upper: dt.date | None
    """Last day it can mean; None when open at its end."""
    precision: Precision
    approximate: bool = False
    uncertain: bool = False

    @property
    def year(self) -> int | None:
        """The calendar year, when it lies within one."""
        if self.lower and self.upper and self.lower.year == self.upper.year:
            return self.lower.year
        return None

    @property
    def span(self) -> tuple[dt.date | None, dt.date | None]:
        """Its first and its last day, whatever it was written as."""
        return self.lower, self.upper

    @property
    def months(self) -> int | None:
        """How many months it lasts: 12 of `2019` and of any fiscal year, 3 of `2019-01/2019-03`; None where unknown.

        A day lasts no month, what is open has no length, and that of `2019~` is not known.
        """
        if self.lower is None or self.upper is None or self.approximate:
            return None
        if self.precision is Precision.FISCAL_YEAR:
            return _MONTHS
        if self.lower.day != 1 or (self.upper + _ONE_DAY).day != 1:
            return None
        return (self.upper.year - self.lower.year) * _MONTHS + self.upper.month - self.lower.month + 1

    @property
    def season(self) -> tuple[int, int] | None:
        """The month and day that it begins on; None where that is not known."""
        if self.lower is None or (self.precision is Precision.FISCAL_YEAR and not self.has_known_bounds):
            return None
        return self.lower.month, self.lower.day

    @property
    def has_known_bounds(self) -> bool:
        """Whether its first and last day are those of the span: of a fiscal year only where its beginning is known."""
        if self.lower is None or self.upper is None or self.approximate:
            return False
        return self.precision is not Precision.FISCAL_YEAR or self.upper - self.lower < _OVER_A_YEAR

    @property
    def is_in_years(self) -> bool:
        """Whether it is written in years alone, so that it does not say which days they begin and end on."""
        return _IN_YEARS.fullmatch(self.text) is not None

    @property
    def sort_key(self) -> tuple[dt.date, dt.date]:
        """Orders dates by their first, then their last possible day; open ends sort outermost."""
        return self.lower or dt.date.min, self.upper or dt.date.max

    @property
    def end_begins(self) -> dt.date | None:
        """First day that its end can mean; None when it is open there. A single point is its own end."""
        _, slash, end = self.text.partition("/")
        if not slash:
            return self.lower
        return None if end == ".." else _parse_point(end).lower

    def until_known(self, day: dt.date) -> Date:
        """The same as it was known on a day: an interval whose end had not begun by then is open there.

        Example:
            >>> str(parse_date("2018/2022").until_known(dt.date(2021, 12, 31)))
            '2018/..'
            >>> str(parse_date("2018/2022").until_known(dt.date(2022, 1, 1)))
            '2018/2022'
        """
        start, slash, _ = self.text.partition("/")
        ahead = bool(slash) and start != ".." and self.end_begins is not None and self.end_begins > day
        return parse_date(f"{start}/..") if ahead else self

    @property
    def has_end(self) -> bool:
        """Whether it is an interval with an end: a single point does not say that something was over then."""
        return self.precision is Precision.INTERVAL and self.upper is not None

    def overlaps(self, other: Date) -> bool:
        """Whether the two can share a day."""
        return (self.lower or dt.date.min) <= (other.upper or dt.date.max) and (other.lower or dt.date.min) <= (
            self.upper or dt.date.max
        )

    def months_to(self, later: Date) -> int:
        """Whole months from its last possible day to the first possible day of another; 0 where they meet or are open.

        An open end is taken for the present: nothing lies behind it.
        """
        if self.upper is None or later.lower is None or self.upper >= later.lower:
            return 0
        months = (later.lower.year - self.upper.year) * _MONTHS + later.lower.month - self.upper.month
        return months - (later.lower.day < self.upper.day)

    def __str__(self) -> str:
        return self.text


def parse_day(text: str) -> Date:
    """A day, month or year without doubt: what a brief can be as of; raises ValueError with a message for the user."""
    date = parse_date(text)
    if date.precision is Precision.INTERVAL or date.approximate or date.uncertain:
        raise ValueError("a brief shows one day, not a span, and not about a day")
    return date


def parse_date(text: str) -> Date:
    """Read an EDTF date.

    Raises:
        ValueError: with a message for the user, when the text is not one.
    """
    if "/" not in text:
        return _parse_point(text)
    start, _, end = text.partition("/")
    first = None if start == ".." else _parse_point(start)
    last = None if end == ".." else _parse_point(end)
    if first is None and last is None:
        raise ValueError("an interval needs a start or an end")
    if first and last and first.sort_key > last.sort_key:
        raise ValueError("the interval ends before it starts")
    points = [point for point in (first, last) if point]
    return Date(
        text,
        first.lower if first else None,
        last.upper if last else None,
        Precision.INTERVAL,
        approximate=any(p.approximate for p in points),
        uncertain=any(p.uncertain for p in points),
    )


def _parse_point(text: str) -> Date:
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError("not a date briefgen can read")
    year, month, day = int(found[1]), found[2], found[3]
    if not year:
        raise ValueError("there is no year 0000")
    mark = found[4]
    doubt = {"approximate": mark in {"~", "%"}, "uncertain": mark in {"?", "%"}}
    if month is None:
        return Date(text, dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR, **doubt)
    if not 1 <= int(month) <= _MONTHS:
        raise ValueError(f"there is no month {month}")
    last = calendar.monthrange(year, int(month))[1]
    if day is None:
        start, end = dt.date(year, int(month), 1), dt.date(year, int(month), last)
        return Date(text, start, end, Precision.MONTH, **doubt)
    if not 1 <= int(day) <= last:
        raise ValueError(f"{year}-{month} has no day {day}")
    exact = dt.date(year, int(month), int(day))
    return Date(text, exact, exact, Precision.DAY, **doubt)
