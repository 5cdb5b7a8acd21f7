"""Figures and dates in words: said once, here, for sentences, tables and charts alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefgen.compose.wording.changes_in_words import change_in_words
from briefgen.compose.wording.figure_wording import FigureWording
from briefgen.compose.wording.fiscal_years_in_words import fiscal_year
from briefgen.compose.wording.locales import day_in_words, is_month_first
from briefgen.compose.wording.parts_of_year import part_of_year
from briefgen.compose.wording.wording_styles import ChangeStyle, DateStyle
from briefgen.model.values.date import Date, Precision, parse_date
from briefgen.model.values.quantity import Op
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    import datetime as dt

    from briefgen.model.view import Change


@dataclass(frozen=True, slots=True)
class Wording(FigureWording):
    """How one audience reads figures and dates, in one language."""

    fiscal_years_begin_apart: bool = False
    """Whether the brief tells of fiscal years of several beginnings, so that each says its own."""

    def change(self, change: Change, style: ChangeStyle = ChangeStyle.WORDS) -> str:
        """A change in words that name a direction only where it is certain, or short."""
        return change_in_words(change, self, style)

    def date(self, date: Date, style: DateStyle = DateStyle.LONG) -> str:
        """A date as finely as it is known."""
        if style is DateStyle.BY:
            return self._by(date)
        if style is DateStyle.ON:
            return self._with_preposition(date)
        if date.precision is Precision.INTERVAL:
            return self._interval(date, style)
        is_short = style is DateStyle.SHORT
        text = self._point(date, is_short=is_short)
        if date.approximate:
            text = (
                self.with_operator(Op.ABOUT, text, signed=True)
                if is_short
                else self.phrases.about_date.format(date=text)
            )
        if date.uncertain:
            words = self.phrases.uncertain[date.precision.value].format(date=text)
            text = self.phrases.uncertain_short.format(date=text, in_words=words) if is_short else words
        return text

    def named_period(self, date: Date) -> str:
        """A date as the name of a period beside others, where a doubt in a clause of its own would break the row."""
        in_words = self.date(date)
        if not date.uncertain or date.precision is Precision.INTERVAL:
            return in_words
        return self.phrases.uncertain_named.format(date=self.date(replace(date, uncertain=False)), in_words=in_words)

    def _point(self, date: Date, *, is_short: bool) -> str:
        """A day, month or year, or a part of a year, without its doubt."""
        match date.precision:
            case Precision.DAY:
                return self._formatted(date, self._day_pattern("MMM" if is_short else "MMMM", with_year=True))
            case Precision.MONTH:
                return self._formatted(date, "MMM y" if is_short else "MMMM y")
            case Precision.YEAR:
                return self._formatted(date, "y")
            case Precision.QUARTER | Precision.HALF_YEAR:
                return part_of_year(date, self._formatted(date, "y"), self.phrases, is_short=is_short)
            case Precision.FISCAL_YEAR:
                apart = self.fiscal_years_begin_apart
                return fiscal_year(date, self.phrases, self.language, is_short=is_short, is_told_apart=apart)
            case Precision.INTERVAL:
                raise ValueError("an interval has two ends")
            case _:
                assert_never(date.precision)

    def _day_pattern(self, month: str, *, with_year: bool) -> str:
        """How CLDR writes the pattern of a day, in the order that is asked for."""
        if is_month_first(self.language, self.dates):
            return f"{month} d, y" if with_year else f"{month} d"
        return f"d {month} y" if with_year else f"d {month}"

    def _formatted(self, date: Date, pattern: str) -> str:
        return day_in_words(_day(date), pattern, self.language)

    def _with_preposition(self, date: Date) -> str:
        """On a day, in a longer time, or from one date to another; an open time has its own word."""
        words = self.date(date)
        if date.precision is Precision.INTERVAL:
            is_open = ".." in date.text.split("/")
            return words if is_open else self.phrases.from_to.format(dates=words)
        pattern = self.phrases.on_day if date.precision is Precision.DAY else self.phrases.in_span
        return pattern.format(date=words)

    def _by(self, date: Date) -> str:
        """Up to a date, or the end of an interval; where that is open, since when."""
        end = date.text.rpartition("/")[2]
        if end == "..":
            return self.date(date)
        last = parse_date(end) if date.precision is Precision.INTERVAL else date
        return self.phrases.until.format(date=self.date(last))

    def planned(self, date: Date | None, style: DateStyle = DateStyle.LONG) -> str:
        """When something is planned for: `planned for 12 May 2027`, `planned by 2027`."""
        if date is None:
            return self.phrases.planned_undated
        phrase = self.phrases.planned_until if date.lower is None else self.phrases.planned
        return phrase.format(date=self.date(date, style))

    def _interval(self, date: Date, style: DateStyle) -> str:
        start, _, end = date.text.partition("/")
        if end == "..":
            return self.phrases.since.format(date=self.date(parse_date(start), style))
        if start == "..":
            return self.phrases.until.format(date=self.date(parse_date(end), style))
        if start == end:
            return self.date(parse_date(end), style)
        first, last = self._ends(parse_date(start), parse_date(end), style)
        pattern = self.phrases.span_short if style is DateStyle.SHORT else self.phrases.between
        return pattern.format(low=first, high=last)

    def _ends(self, first: Date, last: Date, style: DateStyle) -> tuple[str, str]:
        """The ends of a span, each without what the other says: 9–11 January 2024, January 9–11, 2024."""
        is_doubtful = any((first.approximate, first.uncertain, last.approximate, last.uncertain))
        if is_doubtful or first.precision is not last.precision or _day(first).year != _day(last).year:
            return self.date(first, style), self.date(last, style)
        month = "MMM" if style is DateStyle.SHORT else "MMMM"
        match first.precision:
            case Precision.DAY:
                return self._days(first, last, month)
            case Precision.MONTH:
                return self._formatted(first, month), self.date(last, style)
            case _:
                return self.date(first, style), self.date(last, style)

    def _days(self, first: Date, last: Date, month: str) -> tuple[str, str]:
        """The first and the last day of a span within a year."""
        day, whole = self._day_pattern(month, with_year=False), self._day_pattern(month, with_year=True)
        if _day(first).month != _day(last).month:
            return self._formatted(first, day), self._formatted(last, whole)
        if is_month_first(self.language, self.dates):
            return self._formatted(first, day), self._formatted(last, "d, y")
        return self._formatted(first, "d"), self._formatted(last, whole)


def _day(date: Date) -> dt.date:
    if date.lower is None:
        raise ValueError("a point in time has a first day")
    return date.lower
