"""Dots with what they can mean: each kind of doubt has a shape of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.charts import Doubt
from briefgen.render.charts.drawing_operations import Disc, Drawing, Label, LineStroke, Op
from briefgen.render.charts.drawing_parts import ARROW_ROOM, arrow, dashed, ring
from briefgen.render.charts.rows.row_frame import RowFrame, ValueRow
from briefgen.render.charts.rows.row_names import GAP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.charts import Chart, Point
    from briefgen.model.looks.style import Style

_DOT, _CAP = 3.0, 3.4


def dot_chart(chart: Chart, style: Style, width: float, beside: Sequence[Chart]) -> Drawing:
    """A row per value; labels stand in a column of their own, for the shapes reach to either side."""
    points = [point for one in beside for series in one.series for point in series.points if point]
    beyond = ARROW_ROOM if any(point.is_open for point in points) else _DOT
    frame = RowFrame(chart, style, width, beside, beyond)
    shapes = [op for row in frame.rows for op in _shape(row, frame)]
    return frame.drawing([*_grid(frame), *shapes], foot=frame.letters.leading)


def _grid(frame: RowFrame) -> Iterator[Op]:
    letters, taken = frame.letters, -GAP
    for tick, label in zip(frame.chart.ticks, frame.chart.tick_labels, strict=True):
        x, half = frame.x(float(tick)), letters.width(label) / 2
        yield LineStroke(x, frame.top, x, frame.bottom, 0.5, frame.style.palette.hairline)
        middle = min(max(x, half), frame.width - half)
        if middle - half >= taken + GAP:
            yield Label(middle, frame.bottom + letters.leading - 2, label, letters.size, letters.muted, anchor="middle")
            taken = middle + half


def _shape(row: ValueRow, frame: RowFrame) -> Iterator[Op]:
    point = row.point
    if point is None:
        yield from frame.label_at(row, 0.0)
        return
    colour, y = frame.colour(row), row.middle
    x = frame.x(float(point.value))
    match point.doubt:
        case Doubt.CONTESTED:
            places = sorted({x, *(frame.x(float(other)) for other in point.others)})
            if len(places) > 1:
                yield dashed(((places[0], y), (places[-1], y)), colour)
            for place in places:
                yield from ring(place, y, _DOT + 0.4, colour)
        case Doubt.BETWEEN:
            yield from _line(point, frame, y, colour, has_caps=True)
        case Doubt.AT_LEAST:
            is_left = point.value < 0
            yield from arrow(x, y, colour, towards=-1 if is_left else 1)
            yield Disc(x, y, _DOT, colour)
        case Doubt.NONE | Doubt.ABOUT | Doubt.AT_MOST:
            yield from _line(point, frame, y, colour, has_caps=False)
            yield Disc(x, y, _DOT, colour)
    yield from frame.label_at(row, frame.labels_at)


def _line(point: Point, frame: RowFrame, y: float, colour: str, *, has_caps: bool) -> Iterator[Op]:
    """From the lowest to the highest value; ends alone are caps."""
    low = point.value if point.low is None else point.low
    high = point.value if point.high is None else point.high
    left, right = frame.x(float(low)), frame.x(float(high))
    if right > left:
        yield LineStroke(left, y, right, y, 1.4, colour)
    for x in (left, right) if has_caps else ():
        yield LineStroke(x, y - _CAP, x, y + _CAP, 1.4, colour)
