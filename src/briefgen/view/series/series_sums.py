"""Parts of years of a flow, added up to the years that nobody entered; and which figures of a series are told first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.comparability import SpanLength
from briefgen.model.facts.declared_indicators import PER_CENT
from briefgen.model.values.date import parse_date
from briefgen.model.view import SeriesValue
from briefgen.view.series.series_changes import Told
from briefgen.view.trade_sums import added_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_A_YEAR = 12
_PARTS = {6: SpanLength.HALF_YEAR, 3: SpanLength.QUARTER, 1: SpanLength.MONTH}
"""Months of a part of a year → its length; the fewest parts first."""


def with_sums(entered: Sequence[Told]) -> list[Told]:
    """The figures of a flow, and a year more wherever all of its parts are there and rest on one basis."""
    years = {one.value.period.year for one in entered if one.value.period.months == _A_YEAR}
    parts: dict[int, dict[int, dict[int, Told]]] = {}
    for one in entered:
        first, months = one.value.period.lower, one.value.period.months
        if first and months in _PARTS and (first.month - 1) % months == 0:
            parts.setdefault(first.year, {}).setdefault(months, {}).setdefault(first.month, one)
    missing = (year for year in sorted(parts) if year not in years)
    return [*entered, *(summed for year in missing if (summed := _sum_of(year, parts[year])))]


def _sum_of(year: int, parts: dict[int, dict[int, Told]]) -> Told | None:
    for months, length in _PARTS.items():
        of_length = parts.get(months, {})
        if len(of_length) * months == _A_YEAR and (summed := _added(year, list(of_length.values()), length)):
            return summed
    return None


def _added(year: int, parts: Sequence[Told], length: SpanLength) -> Told | None:
    if any(part.value.figure.quantity.unit == PER_CENT for part in parts):  # shares of months make none of a year
        return None
    doubt = "?" if any(part.value.period.uncertain for part in parts) else ""
    period = parse_date(f"{year:04d}{doubt}")
    figure = added_up(period, [part.value.figure for part in parts], length)
    return Told(SeriesValue(period, figure, figure.origin)) if figure else None


def chosen(told: Sequence[Told], *, is_stock: bool) -> tuple[tuple[SeriesValue, ...], tuple[SeriesValue, ...]]:
    """The figures that a series is told by, and the others.

    Of a stock the last of each year; of a flow its years, else those as long as its newest.
    """
    values = [one.value for one in told]
    kept = list(_last_of_each_year(values)) if is_stock else _of_one_length(values)
    return tuple(kept), tuple(value for value in values if value not in kept)


def _last_of_each_year(values: Sequence[SeriesValue]) -> Iterator[SeriesValue]:
    """By the year in which they end; `values` rise by their end."""
    last = {value.period.upper.year if value.period.upper else None: value for value in values}
    yield from last.values()


def _of_one_length(values: Sequence[SeriesValue]) -> list[SeriesValue]:
    lengths = [value.period.months for value in values]
    wanted = _A_YEAR if _A_YEAR in lengths else lengths[-1]
    return [value for value in values if value.period.months == wanted]
