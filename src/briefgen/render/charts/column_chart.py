"""Upright bars over categories: side by side, or on top of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.charts import ChartKind
from briefgen.model.looks.contrast import ink_on
from briefgen.render.charts.drawing_operations import Box, Drawing, Label, Op
from briefgen.render.charts.value_axes import Upright

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.charts import Chart
    from briefgen.model.looks.style import Style

_WIDEST, _SHARE = 34.0, 0.62
"""A bar is never wider than this; a group takes this share of its category's room."""
_LEAST = 11.0
"""A part of a stack that is lower than this has no room for its label inside."""


def column_chart(chart: Chart, style: Style, width: float, beside: Sequence[Chart]) -> Drawing:
    """Bars from zero; a gap leaves its room empty. Stacked ones carry their labels inside."""
    frame = _Columns(chart, style, width, beside)
    stacked = chart.kind is ChartKind.STACKED
    return frame.drawing([*(frame.stacks() if stacked else frame.groups()), *frame.key()])


class _Columns(Upright):
    def groups(self) -> Iterator[Op]:
        """One bar per series, side by side over each category."""
        series = self.chart.series
        bar = min(self.step * _SHARE / len(series), _WIDEST)
        for index in range(len(self.chart.categories)):
            left = self.x(index) - bar * len(series) / 2
            for place, one in enumerate(series):
                point = one.points[index]
                if point:
                    middle, y = left + bar * (place + 0.5), self.y(float(point.value))
                    top, bottom = sorted((y, self.zero))
                    yield Box(middle - bar / 2 + 0.5, top, bar - 1, max(bottom - top, 0.5), self.colour(one))
                    yield from self.whisker(point, middle)
                    if self.chart.prints_labels:
                        yield from self.value(point, middle, top)

    def stacks(self) -> Iterator[Op]:
        """The series on top of each other, the first one at the foot."""
        bar = min(self.step * _SHARE, _WIDEST * 1.6)
        for index in range(len(self.chart.categories)):
            base = 0.0
            for one in self.chart.series:
                point = one.points[index]
                if point:
                    top, bottom = self.y(base + float(point.value)), self.y(base)
                    yield Box(self.x(index) - bar / 2, top, bar, max(bottom - top, 0.5), self.colour(one))
                    if self.chart.prints_label(one, index):
                        yield from self._inside(point.label, (self.x(index), top, bottom), bar, self.colour(one))
                    base += float(point.value)

    def key(self) -> Iterator[Op]:
        """Names at the right, in the order of the bars; a stack's first one lowest."""
        letters, series = self.letters, self.chart.series
        shown = series[::-1] if self.chart.kind is ChartKind.STACKED else series
        top = self.y(self.high)
        yield from self.names((top + row * letters.leading, one, self.colour(one)) for row, one in enumerate(shown))

    def _inside(self, label: str, part: tuple[float, float, float], bar: float, colour: str) -> Iterator[Op]:
        """A label in its part, or beside it where the part is too low."""
        letters, (x, top, bottom) = self.letters, part
        baseline = (top + bottom) / 2 + letters.size * 0.35
        if bottom - top >= _LEAST and letters.width(label, bold=True) <= bar - 2:
            yield Label(x, baseline, label, letters.size, ink_on(colour, letters.ink), True, "middle")  # noqa: FBT003 - named in the class
        else:
            yield Label(x + bar / 2 + 3, baseline, label, letters.size, letters.ink, bold=True)
