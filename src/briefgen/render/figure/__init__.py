"""Charts and timelines laid out once, for every format to paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.figure import Chart, ChartKind, Timeline
from briefgen.render.figure.areas import area_chart
from briefgen.render.figure.bars import bar_chart
from briefgen.render.figure.columns import column_chart
from briefgen.render.figure.lines import line_chart
from briefgen.render.figure.ops import Box, Disc, Drawing, Label, Op, Polygon, Polyline, Rule
from briefgen.render.figure.pies import pie_chart
from briefgen.render.figure.png import drawing_png
from briefgen.render.figure.svg import drawing_svg
from briefgen.render.figure.timeline import timeline_drawing

if TYPE_CHECKING:
    from briefgen.model.style import Style

__all__ = [
    "Box",
    "Disc",
    "Drawing",
    "Label",
    "Op",
    "Polygon",
    "Polyline",
    "Rule",
    "drawing_png",
    "drawing_svg",
    "figure_ops",
]


def figure_ops(figure: Chart | Timeline, style: Style, width: float) -> Drawing:
    """A figure drawn to a width in points; its height follows from what it holds."""
    if isinstance(figure, Timeline):
        return timeline_drawing(figure, style, width)
    match figure.kind:
        case ChartKind.BAR:
            return bar_chart(figure, style, width)
        case ChartKind.COLUMN | ChartKind.STACKED:
            return column_chart(figure, style, width)
        case ChartKind.LINE:
            return line_chart(figure, style, width)
        case ChartKind.AREA:
            return area_chart(figure, style, width)
        case ChartKind.PIE:
            return pie_chart(figure, style, width)
