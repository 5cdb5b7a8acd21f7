"""Which figures a chart may join: on a line those of one measure, in a stack or a pie those that may be added."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING, assert_never

from briefgen.compose.wording.wording_styles import DateStyle
from briefgen.model.charts import ChartKind
from briefgen.model.comparability import basis_of_flows
from briefgen.model.origin import Origin
from briefgen.model.values.period import periods_between
from briefgen.model.view import TradeYear

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.compose.wording.numbers_money_dates import Wording
    from briefgen.model.view import Figure

_MOST_FILLED = 400
"""Periods of a line with those where nothing is known; with more, the gaps are left out."""


def are_of_one_measure(row: Sequence[Figure | None]) -> bool:
    """Whether the figures of a series may stand on one line, and one be called the largest."""
    known = [figure for figure in row if figure]
    return all(known[0].is_of_one_measure_with(figure) for figure in known[1:])


def may_be_joined(kind: ChartKind, rows: Sequence[Sequence[Figure | None]]) -> ChartKind:
    """The kind of chart, or one that shows the same figures apart where they may not be joined."""
    may_be_added = all(_may_be_added([f for f in of_period if f]) for of_period in zip(*rows, strict=True))
    may_be_lined = all(are_of_one_measure(row) for row in rows)
    match kind:
        case ChartKind.LINE:
            return kind if may_be_lined else ChartKind.COLUMN
        case ChartKind.AREA:
            lined = kind if may_be_added else ChartKind.LINE
            return lined if may_be_lined else ChartKind.COLUMN
        case ChartKind.STACKED:
            return kind if may_be_added else ChartKind.COLUMN
        case ChartKind.PIE:
            return kind if may_be_added else ChartKind.BAR
        case ChartKind.BAR | ChartKind.COLUMN:
            return kind
        case _:
            assert_never(kind)


def _may_be_added(figures: Sequence[Figure]) -> bool:
    return all(basis_of_flows(one.basis, other.basis) is not None for one, other in pairwise(figures))


def lengths_apart(years: Sequence[TradeYear], wording: Wording) -> str:
    """A period of each length, where there are several lengths: `2022, Mar 2023`."""
    first: dict[str, TradeYear] = {}
    for year in years:
        first.setdefault(f"{year.length}{year.period.months}", year)
    return ", ".join(wording.date(year.period, DateStyle.SHORT) for year in first.values()) if len(first) > 1 else ""


def without_gaps(years: Sequence[TradeYear]) -> Sequence[TradeYear]:
    """Every period between the first and the last, so that a line breaks where nothing is known."""
    filled = list(islice(_filled(years), _MOST_FILLED + 1))
    return filled if len(filled) <= _MOST_FILLED else years


def _filled(years: Sequence[TradeYear]) -> Iterator[TradeYear]:
    for one, other in pairwise(years):
        yield one
        for missing in periods_between(one.period, other.period):
            yield TradeYear(missing, {}, None, None, None, {}, Origin(()), length=one.length)
    yield from years[-1:]
