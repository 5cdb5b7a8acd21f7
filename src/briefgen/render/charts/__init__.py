"""Charts and timelines laid out once, for every format to paint.

What draws a kind is loaded with the first of its kind: a brief has two or three of nine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.charts import Chart, ChartKind, LocatorMap, Panels
from briefgen.model.timelines import Timeline
from briefgen.render.charts.drawing_operations import (
    Box,
    Disc,
    Drawing,
    Label,
    LineStroke,
    Op,
    Polygon,
    Polyline,
    ToldMark,
    ToldPart,
)
from briefgen.render.charts.panels import joined_drawings, panel_widths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.charts import Graphic
    from briefgen.model.looks.style import Style

__all__ = [
    "Box",
    "Disc",
    "Drawing",
    "Label",
    "LineStroke",
    "Op",
    "Polygon",
    "Polyline",
    "ToldMark",
    "ToldPart",
    "drawing_of",
    "panel_widths",
]


def drawing_of(graphic: Graphic, style: Style, width: float) -> Drawing:
    """A chart or timeline drawn to a width in points; its height follows from what it holds."""
    match graphic:
        case Timeline():
            from briefgen.render.charts.timelines import timeline_drawing

            return timeline_drawing(graphic, style, width)
        case LocatorMap():
            from briefgen.render.charts.locator_map import locator_map

            return locator_map(graphic, style, width)
        case Panels(charts):
            each = zip(charts, panel_widths(charts, width), strict=True)
            return joined_drawings([(one.unit, _chart(one, style, size, charts)) for one, size in each], style, width)
        case Chart():
            return _chart(graphic, style, width, (graphic,))


def _chart(chart: Chart, style: Style, width: float, beside: Sequence[Chart]) -> Drawing:
    """A chart drawn so that its plot begins and ends where those do that stand above or below it."""
    match chart.kind:
        case ChartKind.BAR:
            from briefgen.render.charts.rows.bar_chart import bar_chart

            return bar_chart(chart, style, width, beside)
        case ChartKind.COLUMN | ChartKind.STACKED:
            from briefgen.render.charts.upright.column_chart import column_chart

            return column_chart(chart, style, width, beside)
        case ChartKind.LINE:
            from briefgen.render.charts.upright.line_chart import line_chart

            return line_chart(chart, style, width, beside)
        case ChartKind.AREA:
            from briefgen.render.charts.upright.area_chart import area_chart

            return area_chart(chart, style, width, beside)
        case ChartKind.PIE:
            from briefgen.render.charts.pie_chart import pie_chart

            return pie_chart(chart, style, width)
        case ChartKind.DOT:
            from briefgen.render.charts.rows.dot_chart import dot_chart

            return dot_chart(chart, style, width, beside)
