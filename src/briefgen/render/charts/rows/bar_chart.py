"""Horizontal bars, solid to the lowest value and open to the highest; each has its label, so there is no axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.charts.drawing_operations import Box, Drawing, Op
from briefgen.render.charts.drawing_parts import ARROW_ROOM, arrow, bar_ends, open_box
from briefgen.render.charts.rows.row_frame import ROW, RowFrame, ValueRow
from briefgen.render.charts.rows.row_names import GAP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.charts import Chart
    from briefgen.model.looks.style import Style

_LEAST = 0.75
"""A value of nothing is a stroke at zero."""


def bar_chart(chart: Chart, style: Style, width: float, beside: Sequence[Chart]) -> Drawing:
    """One group per category, one bar per series; a gap leaves its room empty."""
    points = [point for one in beside for series in one.series for point in series.points if point]
    frame = RowFrame(chart, style, width, beside, ARROW_ROOM if any(point.is_open for point in points) else 0.0)
    bars = [op for row in frame.rows for op in _bar(row, frame)]
    return frame.drawing([*bars, *frame.zero_line()])


def _bar(row: ValueRow, frame: RowFrame) -> Iterator[Op]:
    point = row.point
    if point is None:
        yield from frame.label_at(row, 0.0)
        return
    colour, near = frame.colour(row), frame.zero
    solid, free = bar_ends(point)
    start, end = sorted((near, frame.x(solid)))
    if end > start or free is None:
        yield Box(start, row.top, max(end - start, _LEAST), ROW, colour)
    furthest = [start, end]
    if free is not None:
        low, high = frame.x(free[0]), frame.x(free[1])
        yield from open_box(low, row.top, high - low, ROW, colour)
        furthest += [low, high]
    is_left = point.value < 0
    if point.is_open:
        tip = min(furthest) - 2 if is_left else max(furthest) + 2
        yield from arrow(tip, row.middle, frame.letters.ink, towards=-1 if is_left else 1)
        furthest.append(tip if is_left else tip + ARROW_ROOM - 3)
    yield from frame.label_at(row, max((near, *furthest)) + GAP * 0.8)
