"""Grouped horizontal bars with direct labels and whiskers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.charts.drawing_operations import Box, Drawing, Label, LineStroke, Op
from briefgen.render.charts.lettering import Lettering
from briefgen.render.charts.name_key import NameKey

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.charts import Chart, Point
    from briefgen.model.looks.style import Style

_BAR, _BETWEEN, _GROUP_GAP = 14.0, 4.0, 13.0
_GAP = 7.0
_TOP = 4.0


_LEAST_PLOT = 0.3
"""A plot that would be left with less of the width has its names in a key below."""


def bar_chart(chart: Chart, style: Style, width: float, beside: Sequence[Chart]) -> Drawing:
    """One group per category, one bar per series; a gap leaves its room empty."""
    frame = _Frame(chart, style, width, beside)
    bottom = _TOP + len(chart.categories) * (frame.group + _GROUP_GAP)
    ops = [*frame.grid(bottom), *frame.groups()]
    height = bottom + frame.letters.leading * (2 + len(frame.told)) + 4
    if frame.names_fit:
        return Drawing(width, height, tuple(ops))
    key = NameKey(tuple((one.name, frame.colour(one.colour)) for one in chart.series), width, frame.letters)
    return Drawing(width, height + key.height, (*ops, *key.ops(height - _GAP)))


class _Frame:
    def __init__(self, chart: Chart, style: Style, width: float, beside: Sequence[Chart]) -> None:
        self.chart, self.style = chart, style
        self.letters = letters = Lettering.of(style)
        categories = max((letters.width(c, bold=True) for one in beside for c in one.categories), default=0.0)
        names = max((letters.width(s.name) for one in beside for s in one.series), default=0.0)
        points = [p for one in beside for s in one.series for p in s.points if p]
        values = max((letters.width(point.label, bold=True) for point in points), default=0.0)
        right = width - values - _GAP * 2
        left = categories + _GAP * 2
        self.names_fit = right - (left + names + _GAP) >= width * _LEAST_PLOT
        self.left = left + names + _GAP if self.names_fit else left
        self.right = max(right, self.left + 20)
        self.group = len(chart.series) * (_BAR + _BETWEEN) - _BETWEEN
        self.low, self.high = float(chart.ticks[0]), float(chart.ticks[-1])
        self.told = letters.wrapped(chart.sides, width) if chart.sides else []

    def x(self, value: float) -> float:
        """Where a value stands."""
        span = self.high - self.low or 1.0
        return self.left + (value - self.low) / span * (self.right - self.left)

    def grid(self, bottom: float) -> Iterator[Op]:
        for tick, label in zip(self.chart.ticks, self.chart.tick_labels, strict=True):
            x = self.x(float(tick))
            is_zero = not tick and self.low < 0
            colour = self.letters.muted if is_zero else self.style.palette.hairline
            yield LineStroke(x, _TOP, x, bottom - 4, 0.5, colour)
            yield Label(
                x, bottom + self.letters.leading - 3, label, self.letters.size, self.letters.muted, anchor="middle"
            )
        middle = (self.left + self.right) / 2
        baseline = bottom + self.letters.leading * 2 - 2
        yield Label(middle, baseline, self.chart.unit, self.letters.size, self.letters.muted, anchor="middle")
        for row, words in enumerate(self.told, 1):
            yield Label(0, baseline + row * self.letters.leading, words, self.letters.size, self.letters.muted)

    def groups(self) -> Iterator[Op]:
        letters = self.letters
        for index, category in enumerate(self.chart.categories):
            top = _TOP + index * (self.group + _GROUP_GAP) + _GROUP_GAP / 2
            yield Label(0, top + self.group / 2 + letters.size * 0.35, category, letters.size, letters.ink, bold=True)
            for row, series in enumerate(self.chart.series):
                y = top + row * (_BAR + _BETWEEN)
                baseline = y + _BAR / 2 + letters.size * 0.35
                if self.names_fit:
                    yield Label(self.left - _GAP, baseline, series.name, letters.size, letters.muted, anchor="end")
                point = series.points[index]
                if point:
                    yield from self._bar(point, y, self.colour(series.colour))

    def _bar(self, point: Point, y: float, colour: str) -> Iterator[Op]:
        start, end = sorted((self.x(max(0.0, self.low)), self.x(float(point.value))))
        yield Box(start, y, max(end - start, 0.5), _BAR, colour)
        furthest = end
        if point.low is not None and point.high is not None:
            low, high, middle = self.x(float(point.low)), self.x(float(point.high)), y + _BAR / 2
            furthest = max(end, high)
            for x1, y1, x2, y2 in ((low, middle, high, middle), *((x, middle - 3, x, middle + 3) for x in (low, high))):
                yield LineStroke(x1, y1, x2, y2, 0.9, self.letters.ink)
        baseline = y + _BAR / 2 + self.letters.size * 0.35
        yield Label(furthest + _GAP * 0.7, baseline, point.label, self.letters.size, self.letters.ink, bold=True)

    def colour(self, index: int) -> str:
        """A series' own colour."""
        colours = self.style.palette.series
        return colours[index % len(colours)]
