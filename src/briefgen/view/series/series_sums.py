"""Parts of years of a flow, added up to the years that nobody entered; and which figures of a series are told first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.comparability import basis_of_sum
from briefgen.model.facts.declared_indicators import PER_CENT
from briefgen.model.origin import Origin
from briefgen.model.values.arithmetic import signed_sum
from briefgen.model.values.date import parse_date
from briefgen.model.view import Figure, SeriesValue
from briefgen.view.series.series_changes import Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_A_YEAR = 12
_PARTS = {6: "half-years", 3: "quarters", 1: "months"}
"""Months of a part of a year → what such parts are called; the fewest parts first."""


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
    for months, what in _PARTS.items():
        of_length = parts.get(months, {})
        if len(of_length) * months == _A_YEAR and (summed := _added(year, list(of_length.values()), what)):
            return summed
    return None


def _added(year: int, parts: Sequence[Told], what: str) -> Told | None:
    basis = basis_of_sum([part.basis for part in parts])
    figures = [part.value.figure for part in parts]
    quantity = signed_sum([(1, figure.quantity) for figure in figures])
    if quantity is None or basis is None or quantity.unit == PER_CENT:  # shares of months make no share of a year
        return None
    doubt = "?" if any(part.value.period.uncertain for part in parts) else ""
    period = parse_date(f"{year:04d}{doubt}")
    facts = dict.fromkeys(fact for figure in figures for fact in figure.origin.facts)
    origin = Origin(tuple(facts), f"sum of {len(parts)} {what} of {year}")
    contested = any(figure.contested for figure in figures)
    figure = Figure(quantity, origin, derived=True, period=period, contested=contested, basis=basis)
    return Told(SeriesValue(period, figure, origin))


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
