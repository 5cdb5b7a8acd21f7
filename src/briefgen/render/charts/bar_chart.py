"""Grouped horizontal bars with direct labels and whiskers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.charts.drawing_operations import Box, Drawing, Label, LineStroke, Op
from briefgen.render.charts.lettering import Lettering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.charts import Chart, Point
    from briefgen.model.looks.style import Style

_BAR, _BETWEEN, _GROUP_GAP = 14.0, 4.0, 13.0
_GAP = 7.0
_TOP = 4.0


def bar_chart(chart: Chart, style: Style, width: float) -> Drawing:
    """One group per category, one bar per series; a gap leaves its room empty."""
    letters = Lettering.of(style)
    categories = max((letters.width(c, bold=True) for c in chart.categories), default=0.0)
    names = max((letters.width(s.name) for s in chart.series), default=0.0)
    values = max((letters.width(p.label, bold=True) for s in chart.series for p in s.points if p), default=0.0)
    left = categories + _GAP * 2 + names + _GAP
    right = width - values - _GAP * 2
    group = len(chart.series) * (_BAR + _BETWEEN) - _BETWEEN
    bottom = _TOP + len(chart.categories) * (group + _GROUP_GAP)
    frame = _Frame(chart, style, letters, left, max(right, left + 20), group)
    ops = [*frame.grid(bottom), *frame.groups()]
    return Drawing(width, bottom + letters.leading * 2 + 4, tuple(ops))


class _Frame:
    def __init__(self, chart: Chart, style: Style, letters: Lettering, left: float, right: float, group: float) -> None:
        self.chart, self.style, self.letters = chart, style, letters
        self.left, self.right, self.group = left, right, group
        self.low, self.high = float(chart.ticks[0]), float(chart.ticks[-1])

    def x(self, value: float) -> float:
        """Where a value stands."""
        span = self.high - self.low or 1.0
        return self.left + (value - self.low) / span * (self.right - self.left)

    def grid(self, bottom: float) -> Iterator[Op]:
        for tick, label in zip(self.chart.ticks, self.chart.tick_labels, strict=True):
            x = self.x(float(tick))
            yield LineStroke(x, _TOP, x, bottom - 4, 0.5, self.style.palette.hairline)
            yield Label(
                x, bottom + self.letters.leading - 3, label, self.letters.size, self.letters.muted, anchor="middle"
            )
        middle = (self.left + self.right) / 2
        baseline = bottom + self.letters.leading * 2 - 2
        yield Label(middle, baseline, self.chart.unit, self.letters.size, self.letters.muted, anchor="middle")

    def groups(self) -> Iterator[Op]:
        letters = self.letters
        for index, category in enumerate(self.chart.categories):
            top = _TOP + index * (self.group + _GROUP_GAP) + _GROUP_GAP / 2
            yield Label(0, top + self.group / 2 + letters.size * 0.35, category, letters.size, letters.ink, bold=True)
            for row, series in enumerate(self.chart.series):
                y = top + row * (_BAR + _BETWEEN)
                baseline = y + _BAR / 2 + letters.size * 0.35
                yield Label(self.left - _GAP, baseline, series.name, letters.size, letters.muted, anchor="end")
                point = series.points[index]
                if point:
                    yield from self._bar(point, y, self._colour(series.colour))

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

    def _colour(self, index: int) -> str:
        colours = self.style.palette.series
        return colours[index % len(colours)]
