"""Parts of years of a flow, added up to the years that nobody entered; and which figures of a series are told first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.declared_indicators import PER_CENT
from briefgen.model.view import SeriesValue
from briefgen.view.figures.complete_years import added_up, parts_by_year
from briefgen.view.series.series_changes import Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.values.date import Date
    from briefgen.view.figures.complete_years import PartsOfYear

_A_YEAR = 12


def with_sums(entered: Sequence[Told]) -> list[Told]:
    """The figures of a flow, and a year more wherever all of its parts are there and rest on one basis."""
    years = {one.value.period.year for one in entered if one.value.period.months == _A_YEAR}
    parts = parts_by_year(entered, lambda one: one.value.period)
    missing = (year for year in sorted(parts) if year not in years)
    return [*entered, *(summed for year in missing if (summed := _sum_of(parts[year].year(year), parts[year])))]


def _sum_of(year: Date, parts: PartsOfYear[Told]) -> Told | None:
    for length, of_length in parts.complete():
        figures = [told[0].value.figure for told in of_length]
        if any(figure.quantity.unit == PER_CENT for figure in figures):  # shares of months make none of a year
            continue
        if figure := added_up(year, figures, length):
            return Told(SeriesValue(year, figure, figure.origin))
    return None


def chosen(told: Sequence[Told], *, is_stock: bool) -> tuple[tuple[SeriesValue, ...], tuple[SeriesValue, ...]]:
    """The figures that a series is told by, and the others.

    Of a stock the last of each year; of a flow its years, else those as long as its newest.
    """
    values = [one.value for one in told]
    kept = list(_last_of_each_year(values)) if is_stock else _of_one_length(values)
    first = set(map(id, kept))
    return tuple(kept), tuple(value for value in values if id(value) not in first)


def _last_of_each_year(values: Sequence[SeriesValue]) -> Iterator[SeriesValue]:
    """By the year in which they end; `values` rise by their end."""
    last = {value.period.upper.year if value.period.upper else None: value for value in values}
    yield from last.values()


def _of_one_length(values: Sequence[SeriesValue]) -> list[SeriesValue]:
    lengths = [value.period.months for value in values]
    wanted = _A_YEAR if _A_YEAR in lengths else lengths[-1]
    return [value for value in values if value.period.months == wanted]
