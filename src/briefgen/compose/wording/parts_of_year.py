"""Quarters and half-years in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.values.date import Precision

if TYPE_CHECKING:
    from briefgen.model.values.date import Date
    from briefgen.model.wording.phrases import Phrases

_QUARTER, _HALF_YEAR = 3, 6
"""Months."""


def part_of_year(date: Date, year: str, phrases: Phrases, *, is_short: bool) -> str:
    """The first quarter of a year, or its second half; Q1 and H2 where it is to be short."""
    is_quarter = date.precision is Precision.QUARTER
    months = _QUARTER if is_quarter else _HALF_YEAR
    number = (date.sort_key[0].month - 1) // months
    parts = phrases.parts_of_year_short if is_short else phrases.parts_of_year
    phrase = parts["quarter" if is_quarter else "half_year"]
    return phrase.format(ordinal=phrases.ordinals[number], number=number + 1, year=year)
