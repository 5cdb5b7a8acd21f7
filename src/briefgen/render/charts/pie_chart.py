"""Shares of one whole."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from briefgen.render.charts.drawing_operations import Box, Drawing, Label, Op, Polygon, Polyline
from briefgen.render.charts.lettering import Lettering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.charts import Chart, Point
    from briefgen.model.looks.style import Style

_RADIUS, _TOP, _GAP = 56.0, 6.0, 7.0
_STEP = math.radians(2)
_PAPER = "#ffffff"
_BETWEEN, _LEAST_NAME = 4.0, 60.0


def pie_chart(chart: Chart, style: Style, width: float) -> Drawing:
    """Slices clockwise from the top in the order of the categories; names and values in a key beside them."""
    middle = (_RADIUS + 2, _TOP + _RADIUS)
    key = _Key(chart, style, width)
    ops = [*_slices(chart, style, middle), *key.ops()]
    return Drawing(width, key.bottom, tuple(ops))


def slice_colour(style: Style, index: int) -> str:
    """The colour of a slice by its place."""
    return style.palette.of_series(index)


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
    """A square, the name and the value of each slice: beside the pie, or under it where that leaves no room."""

    def __init__(self, chart: Chart, style: Style, width: float) -> None:
        self.chart, self.style, self.letters = chart, style, Lettering.of(style)
        values = max((self._value_width(point) for point in chart.series[0].points), default=0.0)
        beside = _RADIUS * 2 + _GAP * 4
        self.indent = self.letters.size + _GAP
        self.is_beside = width - beside - self.indent - _GAP * 2 - values >= _LEAST_NAME
        self.left = beside if self.is_beside else 0.0
        room = width - self.left - self.indent - _GAP * 2 - values
        self.names = [self.letters.fitted(category, max(room, _LEAST_NAME), 3).lines for category in chart.categories]
        self.lines = sum(len(lines) for lines in self.names) * self.letters.leading + len(self.names) * _BETWEEN

    @property
    def bottom(self) -> float:
        """Where pie and names end."""
        pie = _TOP * 2 + _RADIUS * 2
        return max(pie, self.lines + _TOP * 2) if self.is_beside else pie + self.lines

    def ops(self) -> Iterator[Op]:
        """The key, in the middle of the pie's height or under it."""
        letters, x = self.letters, self.left
        y = max(_TOP + _RADIUS - self.lines / 2, 0.0) if self.is_beside else _TOP * 2 + _RADIUS * 2
        widest = max(letters.width(line) for lines in self.names for line in lines)
        for index, (lines, point) in enumerate(zip(self.names, self.chart.series[0].points, strict=True)):
            side = letters.size - 1.5
            yield Box(x, y + letters.size - side + 0.5, side, side, slice_colour(self.style, index))
            if point:
                value = x + self.indent + widest + _GAP * 2
                yield Label(value, y + letters.size, point.label, letters.size, letters.ink, bold=True)
            for line in lines:
                yield Label(x + self.indent, y + letters.size, line, letters.size, letters.ink)
                y += letters.leading
            y += _BETWEEN

    def _value_width(self, point: Point | None) -> float:
        return self.letters.width(point.label, bold=True) if point else 0.0
