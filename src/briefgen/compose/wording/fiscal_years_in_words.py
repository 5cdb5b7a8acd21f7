"""Fiscal years in words: where a brief tells of some that begin on different days, each says when it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.wording.locales import day_in_words
from briefgen.model.values.date import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.values.date import Date
    from briefgen.model.view import View
    from briefgen.model.wording.phrases import Phrases

_A_CENTURY = 100


def begin_apart(view: View) -> bool:
    """Whether the fiscal years of trade and series begin on more than one day, or on a known and an unknown one.

    Of other facts nobody says whose year they are of.
    """
    return len({period.season for period in _periods(view) if period.precision is Precision.FISCAL_YEAR}) > 1


def fiscal_year(date: Date, phrases: Phrases, language: str, *, is_short: bool, is_told_apart: bool) -> str:
    """`the fiscal year 2024/25`, `FY 2024/25`; with its beginning where that tells it from another."""
    if date.lower is None:
        raise ValueError("a fiscal year has a first day")
    first = date.lower.year
    phrase = phrases.fiscal_year_short if is_short else phrases.fiscal_year
    words = phrase.format(year=f"{first}/{(first + 1) % _A_CENTURY:02d}")
    if not is_told_apart or date.season is None:
        return words
    day = "" if date.lower.day == 1 else "d "
    pattern, within = ("MMM", phrases.fiscal_year_from_short) if is_short else ("MMMM", phrases.fiscal_year_from)
    return within.format(year=words, begins=day_in_words(date.lower, f"{day}{pattern}", language))


def _periods(view: View) -> Iterator[Date]:
    for year in (*view.trade, *view.trade_periods):
        yield year.period
    for one in view.series:
        for value in (*one.values, *one.periods):
            yield value.period
