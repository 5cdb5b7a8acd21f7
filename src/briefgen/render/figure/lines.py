"""One line per series over categories; a gap breaks the line."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.render.figure.lettering import Lettering
from briefgen.render.figure.ops import Box, Disc, Drawing, Label, Op, Polyline, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.figure import Chart, Point, Series
    from briefgen.model.style import Style

_HEIGHT, _TOP, _GAP = 120.0, 16.0, 7.0
_FEW = 8
"""Up to so many points print their values."""


def line_chart(chart: Chart, style: Style, width: float) -> Drawing:
    """Points joined in order, named at the right end."""
    letters = Lettering.of(style)
    left = max(letters.width(label) for label in chart.tick_labels) + _GAP
    name = max(letters.width(series.name) for series in chart.series)
    frame = _Frame(chart, style, letters, left, width - name - _GAP * 3)
    ops = [*frame.grid(), *frame.axis(), *(op for series in chart.series for op in frame.line(series)), *frame.names()]
    return Drawing(width, _TOP + _HEIGHT + letters.leading + 6, tuple(ops))


class _Frame:
    def __init__(self, chart: Chart, style: Style, letters: Lettering, left: float, right: float) -> None:
        self.chart, self.style, self.letters, self.left, self.right = chart, style, letters, left, right
        self.low, self.high = float(chart.ticks[0]), float(chart.ticks[-1])

    def x(self, index: int) -> float:
        count = len(self.chart.categories)
        inner = self.right - self.left
        return self.left + inner * (index + 0.5) / count

    def y(self, value: float) -> float:
        return _TOP + _HEIGHT * (1 - (value - self.low) / (self.high - self.low or 1.0))

    def grid(self) -> Iterator[Op]:
        letters = self.letters
        yield Label(0, letters.size, self.chart.unit, letters.size, letters.muted)
        for tick, label in zip(self.chart.ticks, self.chart.tick_labels, strict=True):
            y = self.y(float(tick))
            yield Rule(self.left, y, self.right, y, 0.5, self.style.palette.hairline)
            yield Label(self.left - _GAP, y + letters.size * 0.35, label, letters.size, letters.muted, anchor="end")

    def axis(self) -> Iterator[Op]:
        """Category labels, as many as fit without touching."""
        letters = self.letters
        widest = max(letters.width(c) for c in self.chart.categories) + _GAP
        step = max(1, -(-int(widest) * len(self.chart.categories) // max(1, int(self.right - self.left))))
        for index, category in enumerate(self.chart.categories):
            if index % step == 0:
                baseline = _TOP + _HEIGHT + letters.leading
                yield Label(self.x(index), baseline, category, letters.size, letters.muted, anchor="middle")

    def line(self, series: Series) -> Iterator[Op]:
        colour = self._colour(series)
        for one, other in pairwise(enumerate(series.points)):
            if one[1] and other[1]:
                ends = tuple((self.x(i), self.y(float(p.value))) for i, p in (one, other) if p)
                yield Polyline(ends, 1.4, colour, (4.0, 2.0) if series.colour % 2 else ())
        for index, point in enumerate(series.points):
            if point:
                yield from self._mark(index, point, series, colour)

    def _mark(self, index: int, point: Point, series: Series, colour: str) -> Iterator[Op]:
        x, y = self.x(index), self.y(float(point.value))
        if point.low is not None and point.high is not None:
            yield Rule(x, self.y(float(point.low)), x, self.y(float(point.high)), 0.9, self.letters.ink)
        yield Box(x - 2.4, y - 2.4, 4.8, 4.8, colour) if series.colour % 2 else Disc(x, y, 2.8, colour)
        if len(self.chart.series) == 1 and len(series.points) <= _FEW:
            above = self.y(float(point.high)) if point.high is not None else y
            yield Label(x, above - 5, point.label, self.letters.size, self.letters.ink, bold=True, anchor="middle")

    def names(self) -> Iterator[Op]:
        """Each series' name at its last point, moved apart where they would touch."""
        ends = [(self._end(series), series) for series in self.chart.series]
        last = -self.letters.leading
        for y, series in sorted((end for end in ends if end[0] is not None), key=lambda end: end[0] or 0.0):
            last = max(y or 0.0, last + self.letters.leading)
            baseline = last + self.letters.size * 0.35
            yield Label(self.right + _GAP, baseline, series.name, self.letters.size, self._colour(series), bold=True)

    def _end(self, series: Series) -> float | None:
        return next((self.y(float(p.value)) for p in reversed(series.points) if p), None)

    def _colour(self, series: Series) -> str:
        colours = self.style.palette.series
        return self.letters.ink if len(self.chart.series) == 1 else colours[series.colour % len(colours)]
