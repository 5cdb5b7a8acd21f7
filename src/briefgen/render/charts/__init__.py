"""Charts and timelines laid out once, for every format to paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.charts import Chart, ChartKind, Timeline
from briefgen.render.charts.area_chart import area_chart
from briefgen.render.charts.bar_chart import bar_chart
from briefgen.render.charts.column_chart import column_chart
from briefgen.render.charts.drawing_operations import Box, Disc, Drawing, Label, LineStroke, Polygon, Polyline
from briefgen.render.charts.line_chart import line_chart
from briefgen.render.charts.pie_chart import pie_chart
from briefgen.render.charts.png import drawing_png
from briefgen.render.charts.svg import drawing_svg
from briefgen.render.charts.timeline_layout import timeline_drawing
from briefgen.render.charts.value_axes import upright_height

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style

__all__ = [
    "Box",
    "Disc",
    "Drawing",
    "Label",
    "LineStroke",
    "Polygon",
    "Polyline",
    "drawing_height",
    "drawing_of",
    "drawing_png",
    "drawing_svg",
]


def drawing_of(graphic: Chart | Timeline, style: Style, width: float) -> Drawing:
    """A chart or timeline drawn to a width in points; its height follows from what it holds."""
    if isinstance(graphic, Timeline):
        return timeline_drawing(graphic, style, width)
    match graphic.kind:
        case ChartKind.BAR:
            return bar_chart(graphic, style, width)
        case ChartKind.COLUMN | ChartKind.STACKED:
            return column_chart(graphic, style, width)
        case ChartKind.LINE:
            return line_chart(graphic, style, width)
        case ChartKind.AREA:
            return area_chart(graphic, style, width)
        case ChartKind.PIE:
            return pie_chart(graphic, style, width)


def drawing_height(graphic: Chart | Timeline, style: Style, width: float) -> float:
    """The height that one is drawn with; charts with upright values need not be drawn to know it."""
    if isinstance(graphic, Timeline) or graphic.kind in {ChartKind.BAR, ChartKind.PIE}:
        return drawing_of(graphic, style, width).height
    return upright_height(style)
