"""Charts and timelines laid out once, for every format to paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.charts import Chart, ChartKind, Timeline
from briefgen.render.charts.area_chart import area_chart
from briefgen.render.charts.bar_chart import bar_chart
from briefgen.render.charts.column_chart import column_chart
from briefgen.render.charts.drawing_operations import Box, Disc, Drawing, Label, Op, Polygon, Polyline, Rule
from briefgen.render.charts.line_chart import line_chart
from briefgen.render.charts.pie_chart import pie_chart
from briefgen.render.charts.png import drawing_png
from briefgen.render.charts.svg import drawing_svg
from briefgen.render.charts.timeline_layout import timeline_drawing
from briefgen.render.charts.value_axes import upright_height

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
    "figure_height",
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


def figure_height(figure: Chart | Timeline, style: Style, width: float) -> float:
    """The height that a figure is drawn with; charts with upright values need not be drawn to know it."""
    if isinstance(figure, Timeline) or figure.kind in {ChartKind.BAR, ChartKind.PIE}:
        return figure_ops(figure, style, width).height
    return upright_height(style)
