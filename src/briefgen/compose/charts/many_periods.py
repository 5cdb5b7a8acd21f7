"""Charts of many periods: bars give way to columns, and columns to a line, before a page is too small for them."""

from __future__ import annotations

from briefgen.model.charts import ChartKind

MOST_COLUMNS = 36
"""Periods that columns have room for, those between in which nothing is known among them."""
_BAR, _BETWEEN, _TALLEST = 18, 12, 565
"""Points that a bar takes, and the room between two periods; and the height of a chart that its caption fits beside."""


def kind_for(kind: ChartKind, periods: int, rows: int = 1) -> ChartKind:
    """The kind, or one that shows the same values of so many periods, so many in each, within a page."""
    match kind:
        case ChartKind.BAR | ChartKind.DOT if periods * (rows * _BAR + _BETWEEN) > _TALLEST:
            return kind_for(ChartKind.COLUMN, periods)
        case ChartKind.COLUMN if periods > MOST_COLUMNS:
            return ChartKind.LINE
        case (
            ChartKind.BAR | ChartKind.COLUMN | ChartKind.STACKED | ChartKind.LINE | ChartKind.AREA | ChartKind.PIE
            | ChartKind.DOT
        ):  # fmt: skip
            return kind
