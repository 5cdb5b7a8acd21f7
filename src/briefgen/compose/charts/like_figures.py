"""Which figures a chart may join: on a line those of one measure, in a stack or a pie those that may be added."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, assert_never

from briefgen.compose.wording.wording_styles import DateStyle
from briefgen.model.charts import ChartKind
from briefgen.model.comparability import basis_of_flows, form_of, span_length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.charts.charted_figures import Charted
    from briefgen.compose.wording.numbers_money_dates import Wording
    from briefgen.model.values.date import Date
    from briefgen.model.view import Figure


def are_of_one_measure(row: Sequence[Figure | None]) -> bool:
    """Whether the figures of a series may stand on one line, and one be called the largest."""
    known = [figure for figure in row if figure]
    return all(known[0].is_of_one_measure_with(figure) for figure in known[1:])


def may_be_joined(kind: ChartKind, charted: Charted) -> ChartKind:
    """The kind of chart, or one that shows the same figures apart where they may not be joined."""
    match kind:
        case ChartKind.AREA:
            return kind if _may_be_added(charted) and _may_be_banded(charted) else ChartKind.LINE
        case ChartKind.STACKED:
            return kind if _may_be_added(charted) else ChartKind.COLUMN
        case ChartKind.PIE:
            return kind if _may_be_added(charted.newest()) else ChartKind.BAR
        case ChartKind.BAR | ChartKind.COLUMN | ChartKind.LINE | ChartKind.DOT:
            return kind
        case _:
            assert_never(kind)


def _may_be_banded(charted: Charted) -> bool:
    """Whether every series is of one measure, so that its band goes on; a line breaks where it is not."""
    by_unit = (
        [f for f in row.figures if f and f.quantity.unit == unit] for row in charted.rows for unit in charted.units
    )
    return all(are_of_one_measure(row) for row in by_unit)


def _may_be_added(charted: Charted) -> bool:
    """Whether the figures of each period may be added; that they are in one unit is another question."""
    for of_period in zip(*(row.figures for row in charted.rows), strict=True):
        known = [figure for figure in of_period if figure]
        if any(basis_of_flows(one.basis, other.basis) is None for one, other in pairwise(known)):
            return False
    return True


def forms_apart(periods: Sequence[Date], wording: Wording) -> str:
    """A period of each form, where there are several forms: `2022, FY 2023/24`."""
    first: dict[object, Date] = {}
    for period in periods:
        first.setdefault(form_of(period), period)
    return ", ".join(wording.date(period, DateStyle.SHORT) for period in first.values()) if len(first) > 1 else ""


def lengths_apart(periods: Sequence[Date], wording: Wording) -> str:
    """A period of each length, where there are several lengths: `2022, Mar 2023`."""
    first: dict[object, Date] = {}
    for period in periods:
        first.setdefault((span_length(period), period.months), period)
    return ", ".join(wording.date(period, DateStyle.SHORT) for period in first.values()) if len(first) > 1 else ""
