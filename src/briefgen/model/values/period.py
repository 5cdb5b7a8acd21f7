"""Periods that figures are the sum of: years, fiscal years, half-years, quarters, months, and spans of them.

A period is a span with a first and a last day. `2011-12` is December 2011 and `2019-20` a fiscal year: there is no
month 20. When a fiscal year begins, its text does not say: until `fiscal_year` is told, its bounds are the widest.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, assert_never

from briefgen.late_patterns import late_pattern
from briefgen.model.values.date import Date, Precision, parse_date
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUARTER = late_pattern(r"(\d{4})-Q(\d)([~?%]?)", re.ASCII)
_HALF = late_pattern(r"(\d{4})-H(\d)([~?%]?)", re.ASCII)
_FISCAL = late_pattern(r"FY(\d{4})[-/](\d{4}|\d{2})([~?%]?)", re.ASCII)
_TWO_DIGITS = late_pattern(r"(\d{4})[-/](\d{2})([~?%]?)", re.ASCII)
_ONE_FISCAL = late_pattern(r"(?:FY|fy|Fy) ?(\d{4})", re.ASCII)
_LOOSE_FISCAL = late_pattern(r"(?:FY|fy|Fy)?[ -]?(\d{4}) ?[-/\u2013] ?(\d{4}|\d{2})", re.ASCII)
_SHORT_FISCAL = late_pattern(r"(?:FY|fy|Fy) ?(\d{2}) ?[-/\u2013] ?(\d{2})", re.ASCII)
_LOOSE_PART = late_pattern(r"(?:(\d{4})[ -]?([QqHh])([1-4])|([QqHh])([1-4])[ /-]?(\d{4}))", re.ASCII)
_MONTH_DAY = late_pattern(r"(\d{2})-(\d{2})", re.ASCII)
_MONTHS, _QUARTERS, _HALVES, _LAST_YEAR, _A_CENTURY = 12, 4, 2, 9999, 100
_NO_LEAP_YEAR = 2001
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class YearBegins:
    """The day of the year on which a party's fiscal year begins."""

    month: int
    day: int

    @property
    def is_calendar(self) -> bool:
        """Whether the fiscal year is the calendar year."""
        return (self.month, self.day) == (1, 1)

    def __str__(self) -> str:
        return f"{self.month:02d}-{self.day:02d}"


def parse_year_begins(text: str) -> YearBegins:
    """Read a day of the year, `07-01`; raises ValueError with a message for the user."""
    found = _MONTH_DAY.fullmatch(text)
    if not found:
        raise ValueError("not a day of the year")
    month, day = int(found[1]), int(found[2])
    try:
        dt.date(_NO_LEAP_YEAR, month, day)
    except ValueError:
        raise ValueError("there is no such day in every year") from None
    return YearBegins(month, day)


def parse_period(text: str) -> Date:
    """Read a period: what `parse_date` reads, and quarters, half-years and fiscal years.

    Raises:
        ValueError: with a message for the user, when the text is none.

    Example:
        >>> quarter = parse_period("2023-Q1")
        >>> str(quarter.lower), str(quarter.upper), quarter.months
        ('2023-01-01', '2023-03-31', 3)
        >>> [str(parse_period(text)) for text in ("2011/12", "2019-20", "FY2011-2012", "2011-12")]
        ['FY2011-12', 'FY2019-20', 'FY2011-12', '2011-12']
    """
    if found := _QUARTER.fullmatch(text):
        return _part_of_year(text, found, _QUARTERS, Precision.QUARTER)
    if found := _HALF.fullmatch(text):
        return _part_of_year(text, found, _HALVES, Precision.HALF_YEAR)
    if found := _FISCAL.fullmatch(text):
        return _marked(_fiscal_of(int(found[1]), found[2]), found[3])
    found = _TWO_DIGITS.fullmatch(text)
    if found and ("/" in text or not 1 <= int(found[2]) <= _MONTHS):
        if "-" in text and int(found[2]) != (int(found[1]) + 1) % _A_CENTURY:
            raise ValueError(f"there is no month {found[2]}")
        return _marked(_fiscal_of(int(found[1]), found[2]), found[3])
    if _ONE_FISCAL.fullmatch(text):
        raise ValueError("a fiscal year lies in two calendar years, and this names one")
    return parse_date(text)


def fiscal_year(first: int, begins: YearBegins | None = None) -> Date:
    """The fiscal year that begins in a calendar year; with the widest bounds where its first day is not known.

    Raises:
        ValueError: with a message for the user, where it cannot lie in two years.

    Example:
        >>> str(fiscal_year(2011, YearBegins(7, 1)).upper), str(fiscal_year(2011).upper)
        ('2012-06-30', '2012-12-30')
    """
    if not 1 <= first < _LAST_YEAR:
        raise ValueError(f"no fiscal year begins in {first:04d}")
    if begins and begins.is_calendar:
        raise ValueError("a fiscal year that begins on 1 January is a calendar year")
    if begins:
        lower = dt.date(first, begins.month, begins.day)
        upper = dt.date(first + 1, begins.month, begins.day) - _ONE_DAY
    else:
        lower, upper = dt.date(first, 1, 2), dt.date(first + 1, 12, 30)
    return Date(f"FY{first:04d}-{(first + 1) % _A_CENTURY:02d}", lower, upper, Precision.FISCAL_YEAR)


def as_fiscal(period: Date) -> Date | None:
    """What a period is where its row says that it counts a fiscal year; None where it cannot be one.

    Then `2011-12` is no month, and `2011/2012` are no two years.

    Example:
        >>> [str(as_fiscal(parse_period(text))) for text in ("2011-12", "2011/2012", "2011-05", "2012")]
        ['FY2011-12', 'FY2011-12', 'None', 'None']
    """
    if period.precision is Precision.FISCAL_YEAR:
        return period
    if period.lower is None or period.upper is None:
        return None
    mark = period.text[-1] if period.text[-1] in "~?%" else ""
    bare = period.text.rstrip("~?%")
    first = period.lower.year
    names = (f"{first:04d}-{(first + 1) % _A_CENTURY:02d}", f"{first:04d}/{first + 1:04d}")
    return _marked(fiscal_year(first), mark) if bare in names else None


def beginning(period: Date, begins: YearBegins | None) -> Date:
    """A fiscal year with the bounds that its first day gives it; any other period as it is.

    Raises:
        ValueError: with a message for the user, where there can be no such fiscal year.
    """
    if period.precision is not Precision.FISCAL_YEAR or begins is None or period.lower is None:
        return period
    known = fiscal_year(period.lower.year, begins)
    return replace(period, lower=known.lower, upper=known.upper)


def period_after(period: Date) -> Date | None:
    """The next one of its kind: the year, fiscal year, half-year, quarter or month behind it; None of other spans.

    Example:
        >>> [str(period_after(parse_period(text))) for text in ("2019", "2019-12", "2019-Q4", "2019-H1", "FY1998-99")]
        ['2020', '2020-01', '2020-Q1', '2019-H2', 'FY1999-00']
    """
    if period.lower is None or period.upper is None or period.upper.year == _LAST_YEAR:
        return None
    following = period.upper + _ONE_DAY
    match period.precision:
        case Precision.YEAR:
            return parse_date(f"{following.year:04d}")
        case Precision.MONTH:
            return parse_date(f"{following.year:04d}-{following.month:02d}")
        case Precision.QUARTER:
            return parse_period(f"{following.year:04d}-Q{(following.month - 1) * _QUARTERS // _MONTHS + 1}")
        case Precision.HALF_YEAR:
            return parse_period(f"{following.year:04d}-H{(following.month - 1) * _HALVES // _MONTHS + 1}")
        case Precision.FISCAL_YEAR:
            begins = YearBegins(*period.season) if period.season else None
            return fiscal_year(period.lower.year + 1, begins)
        case Precision.DAY | Precision.INTERVAL:
            return None
        case _:
            assert_never(period.precision)


def periods_between(one: Date, other: Date) -> Iterator[Date]:
    """The periods of their kind that lie between two; none where they are of unlike kinds.

    Example:
        >>> [str(period) for period in periods_between(parse_period("2019-11"), parse_period("2020-02"))]
        ['2019-12', '2020-01']
    """
    is_fiscal = one.precision is Precision.FISCAL_YEAR
    if one.precision is not other.precision or (is_fiscal and one.season != other.season):
        return
    following = period_after(one)
    while following and following.sort_key[0] < other.sort_key[0]:
        yield following
        following = period_after(following)


def meant_period(text: str) -> str | None:
    """How a period is written that was probably meant; None where nobody can tell."""
    tidy = text.strip()
    if found := _LOOSE_PART.fullmatch(tidy):
        year, kind, number = (found[1], found[2], found[3]) if found[1] else (found[6], found[4], found[5])
        is_there = kind.upper() == "Q" or int(number) <= _HALVES
        return f"{year}-{kind.upper()}{number}" if is_there else None
    if found := _ONE_FISCAL.fullmatch(tidy):
        year = int(found[1])
        ends, begins = (f"FY{first:04d}-{(first + 1) % _A_CENTURY:02d}" for first in (year - 1, year))
        return f"{ends} where it ends in {year}, {begins} where it begins then"
    found = _LOOSE_FISCAL.fullmatch(tidy)
    if found and int(found[2][-2:]) == (int(found[1]) + 1) % _A_CENTURY:
        return f"FY{found[1]}-{found[2][-2:]}"
    found = _SHORT_FISCAL.fullmatch(tidy)
    if found and int(found[2]) == (int(found[1]) + 1) % _A_CENTURY:
        return f"FY20{found[1]}-{found[2]}"
    return None


def _part_of_year(text: str, found: re.Match[str], parts: int, precision: Precision) -> Date:
    """A quarter or a half of a calendar year."""
    year, number, length = int(found[1]), int(found[2]), _MONTHS // parts
    if not 1 <= number <= parts:
        raise ValueError(f"there is no {precision.value.replace('_', '-')} {number}")
    first = parse_date(f"{year:04d}-{(number - 1) * length + 1:02d}")
    last = parse_date(f"{year:04d}-{number * length:02d}")
    return _marked(Date(text, first.lower, last.upper, precision), found[3])


def _fiscal_of(first: int, last: str) -> Date:
    if int(last[-2:]) != (first + 1) % _A_CENTURY or int(last) not in {first + 1, (first + 1) % _A_CENTURY}:
        raise ValueError("a fiscal year ends in the year after it begins")
    return fiscal_year(first)


def _marked(period: Date, mark: str) -> Date:
    """With the doubt that was written behind it."""
    text = period.text if period.text.endswith(mark) else f"{period.text}{mark}"
    return replace(period, text=text, approximate=mark in {"~", "%"}, uncertain=mark in {"?", "%"})
