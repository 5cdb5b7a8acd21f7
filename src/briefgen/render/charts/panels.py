"""Several charts as one drawing: beside each other, or one above the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefgen.model.charts import ChartKind
from briefgen.records import replace
from briefgen.render.charts.drawing_operations import Box, Disc, Drawing, Label, LineStroke, Op, Polygon, Polyline
from briefgen.render.charts.lettering import Lettering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.charts import Chart
    from briefgen.model.looks.style import Style

_PAIR = 2
_BETWEEN, _BESIDE = 12.0, 16.0
_NARROWEST = 150.0
"""Two panels that are at least so wide stand beside each other."""


def panel_widths(charts: Sequence[Chart], width: float) -> list[float]:
    """The width of each panel: half of it, where two upright ones find room beside each other."""
    half = (width - _BESIDE) / 2
    are_rows = any(chart.kind in {ChartKind.BAR, ChartKind.DOT, ChartKind.PIE} for chart in charts)
    are_beside = len(charts) == _PAIR and half >= _NARROWEST and not are_rows
    return [half if are_beside else width for _ in charts]


def joined_drawings(headed: Sequence[tuple[str, Drawing]], style: Style, width: float) -> Drawing:
    """Each panel under its unit, beside the other or under it."""
    letters = Lettering.of(style)
    made = [_headed(unit, drawing, letters) for unit, drawing in headed]
    if made[0].width < width:
        return _placed([(one, number * (one.width + _BESIDE), 0.0) for number, one in enumerate(made)], width)
    top, placed = 0.0, []
    for one in made:
        placed.append((one, 0.0, top))
        top += one.height + _BETWEEN
    return _placed(placed, width)


def _headed(unit: str, drawing: Drawing, letters: Lettering) -> Drawing:
    """A panel under the words for its unit."""
    lines = letters.fitted(unit[:1].upper() + unit[1:], drawing.width, bold=True).lines
    words = [
        Label(0, (row + 1) * letters.leading - 3, line, letters.size, letters.ink, bold=True)
        for row, line in enumerate(lines)
    ]
    down = len(lines) * letters.leading + 2
    ops = (*words, *(_moved(op, 0.0, down) for op in drawing.ops))
    plots = tuple(replace(plot, y=plot.y + down) for plot in drawing.plots)
    return Drawing(drawing.width, drawing.height + down, ops, plots)


def _placed(drawings: Sequence[tuple[Drawing, float, float]], width: float) -> Drawing:
    ops = tuple(_moved(op, x, y) for drawing, x, y in drawings for op in drawing.ops)
    plots = tuple(replace(plot, x=plot.x + x, y=plot.y + y) for drawing, x, y in drawings for plot in drawing.plots)
    return Drawing(width, max(y + drawing.height for drawing, _, y in drawings), ops, plots)


def _moved(op: Op, right: float, down: float) -> Op:
    match op:
        case LineStroke():
            return replace(op, x1=op.x1 + right, x2=op.x2 + right, y1=op.y1 + down, y2=op.y2 + down)
        case Box() | Disc() | Label():
            return replace(op, x=op.x + right, y=op.y + down)
        case Polyline() | Polygon():
            return replace(op, points=tuple((x + right, y + down) for x, y in op.points))
        case _:
            assert_never(op)
