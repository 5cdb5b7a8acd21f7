"""Shares of one whole."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from briefgen.render.charts.drawing_operations import Box, Drawing, Label, Op, Polygon, Polyline
from briefgen.render.charts.lettering import Lettering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.charts import Chart
    from briefgen.model.looks.style import Style

_RADIUS, _TOP, _GAP = 56.0, 6.0, 7.0
_STEP = math.radians(2)
_PAPER = "#ffffff"


def pie_chart(chart: Chart, style: Style, width: float) -> Drawing:
    """Slices clockwise from the top in the order of the categories; names and values in a key beside them."""
    letters = Lettering.of(style)
    middle = (_RADIUS + 2, _TOP + _RADIUS)
    ops = [*_slices(chart, style, middle), *_key(chart, style, letters)]
    rows = (len(chart.categories) + 1) * letters.leading * 1.3
    return Drawing(width, max(_TOP * 2 + _RADIUS * 2, rows + _TOP * 2), tuple(ops))


def slice_colour(style: Style, index: int) -> str:
    """The colour of a slice by its place."""
    return style.palette.series[index % len(style.palette.series)]


def _slices(chart: Chart, style: Style, middle: tuple[float, float]) -> Iterator[Op]:
    values = [float(point.value) if point else 0.0 for point in chart.series[0].points]
    total = sum(values) or 1.0
    start = 0.0
    edges = []
    for index, value in enumerate(values):
        end = start + value / total * math.tau
        yield Polygon((middle, *_arc(middle, start, end)), slice_colour(style, index))
        edges.append(start)
        start = end
    for angle in edges if len(values) > 1 else ():
        yield Polyline((middle, _at(middle, angle)), 1.0, _PAPER)


def _arc(middle: tuple[float, float], start: float, end: float) -> list[tuple[float, float]]:
    steps = max(1, math.ceil((end - start) / _STEP))
    return [_at(middle, start + (end - start) * step / steps) for step in range(steps + 1)]


def _at(middle: tuple[float, float], angle: float) -> tuple[float, float]:
    """A point of the rim; angles run clockwise from the top."""
    return middle[0] + _RADIUS * math.sin(angle), middle[1] - _RADIUS * math.cos(angle)


def _key(chart: Chart, style: Style, letters: Lettering) -> Iterator[Op]:
    """A square, the name and the value of each slice, under the unit."""
    x, leading = _RADIUS * 2 + _GAP * 4, letters.leading * 1.3
    names = max(letters.width(category) for category in chart.categories)
    first = _TOP + max(_RADIUS - len(chart.categories) * leading / 2, letters.size)
    yield Label(x, first, chart.unit, letters.size, letters.muted)
    for index, (category, point) in enumerate(zip(chart.categories, chart.series[0].points, strict=True)):
        y = first + (index + 1) * leading
        yield Box(x, y - letters.size + 1, letters.size - 1, letters.size - 1, slice_colour(style, index))
        yield Label(x + letters.size + _GAP, y, category, letters.size, letters.ink)
        if point:
            value = x + letters.size + names + _GAP * 3
            yield Label(value, y, point.label, letters.size, letters.ink, bold=True)
