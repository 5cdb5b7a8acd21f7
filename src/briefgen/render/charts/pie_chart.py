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
    middle = (_RADIUS + 2, _TOP + _RADIUS)
    key = _Key(chart, style, width)
    ops = [*_slices(chart, style, middle), *key.ops()]
    return Drawing(width, max(_TOP * 2 + _RADIUS * 2, key.height + _TOP * 2), tuple(ops))


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


class _Key:
    """A square, the name and the value of each slice, under the unit; a long name goes on below."""

    def __init__(self, chart: Chart, style: Style, width: float) -> None:
        self.chart, self.style, self.letters = chart, style, Lettering.of(style)
        self.left = _RADIUS * 2 + _GAP * 4
        labels = [point.label for point in chart.series[0].points if point]
        values = max((self.letters.width(label, bold=True) for label in labels), default=0.0)
        self.room = width - self.left - self.letters.size - _GAP * 3 - values
        self.names = [self.letters.wrapped(category, self.room) for category in chart.categories]
        self.leading = self.letters.leading * 1.3

    @property
    def height(self) -> float:
        """What unit and names take."""
        further = sum(len(lines) - 1 for lines in self.names)
        return (len(self.names) + 1) * self.leading + further * self.letters.leading

    def ops(self) -> Iterator[Op]:
        """The key, in the middle of the pie's height."""
        letters, x = self.letters, self.left
        y = max(_TOP + _RADIUS - (self.height - self.leading) / 2, letters.size)
        widest = max(letters.width(line) for lines in self.names for line in lines)
        yield Label(x, y, self.chart.unit, letters.size, letters.muted)
        for index, (lines, point) in enumerate(zip(self.names, self.chart.series[0].points, strict=True)):
            y += self.leading
            yield Box(x, y - letters.size + 1, letters.size - 1, letters.size - 1, slice_colour(self.style, index))
            yield Label(x + letters.size + _GAP, y, lines[0], letters.size, letters.ink)
            if point:
                value = x + letters.size + widest + _GAP * 3
                yield Label(value, y, point.label, letters.size, letters.ink, bold=True)
            for line in lines[1:]:
                y += letters.leading
                yield Label(x + letters.size + _GAP, y, line, letters.size, letters.ink)
