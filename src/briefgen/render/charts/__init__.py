"""Charts and timelines laid out once, for every format to paint."""

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
from briefgen.render.charts.locator_map import locator_map
from briefgen.render.charts.panels import joined_drawings, panel_widths
from briefgen.render.charts.pie_chart import pie_chart
from briefgen.render.charts.rows.bar_chart import bar_chart
from briefgen.render.charts.rows.dot_chart import dot_chart
from briefgen.render.charts.svg import drawing_svg
from briefgen.render.charts.timelines import timeline_drawing
from briefgen.render.charts.upright.area_chart import area_chart
from briefgen.render.charts.upright.column_chart import column_chart
from briefgen.render.charts.upright.line_chart import line_chart

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
    "drawing_svg",
    "panel_widths",
]


def drawing_of(graphic: Graphic, style: Style, width: float) -> Drawing:
    """A chart or timeline drawn to a width in points; its height follows from what it holds."""
    match graphic:
        case Timeline():
            return timeline_drawing(graphic, style, width)
        case LocatorMap():
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
            return bar_chart(chart, style, width, beside)
        case ChartKind.COLUMN | ChartKind.STACKED:
            return column_chart(chart, style, width, beside)
        case ChartKind.LINE:
            return line_chart(chart, style, width, beside)
        case ChartKind.AREA:
            return area_chart(chart, style, width, beside)
        case ChartKind.PIE:
            return pie_chart(chart, style, width)
        case ChartKind.DOT:
            return dot_chart(chart, style, width, beside)
