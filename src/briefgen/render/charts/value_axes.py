"""What charts with an upright value axis share: the frame, its grid, categories below, names at the right end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.charts.drawing_operations import Drawing, Label, LineStroke, Op
from briefgen.render.charts.lettering import Lettering

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.model.charts import Chart, Point, Series
    from briefgen.model.looks.style import Style

HEIGHT, TOP, GAP = 120.0, 16.0, 7.0


def upright_height(style: Style) -> float:
    """The height of every chart with an upright value axis."""
    return TOP + HEIGHT + style.text["figure"].leading + 6


class Upright:
    """The frame of one chart: from categories and values to points on the page."""

    def __init__(self, chart: Chart, style: Style, width: float) -> None:
        self.chart, self.style, self.width = chart, style, width
        self.letters = letters = Lettering.of(style)
        self.left = max(letters.width(label) for label in chart.tick_labels) + GAP
        self.right = width - max(letters.width(series.name, bold=True) for series in chart.series) - GAP * 3
        self.low, self.high = float(chart.ticks[0]), float(chart.ticks[-1])

    @property
    def step(self) -> float:
        """The room of one category."""
        return (self.right - self.left) / len(self.chart.categories)

    def x(self, index: int) -> float:
        """The middle of a category."""
        return self.left + self.step * (index + 0.5)

    def y(self, value: float) -> float:
        """Where a value stands."""
        return TOP + HEIGHT * (1 - (value - self.low) / (self.high - self.low or 1.0))

    @property
    def zero(self) -> float:
        """Where bars and bands stand: at zero, or at the end of the axis that is next to it."""
        return self.y(min(max(0.0, self.low), self.high))

    def drawing(self, ops: Iterable[Op]) -> Drawing:
        """The drawing: grid, then what the chart shows, then categories."""
        made = (*self._grid(), *ops, *self._categories())
        return Drawing(self.width, upright_height(self.style), made)

    def colour(self, series: Series) -> str:
        """A series' own colour."""
        colours = self.style.palette.series
        return colours[series.colour % len(colours)]

    def whisker(self, point: Point, x: float) -> Iterator[Op]:
        """The interval of a point, where it is worth showing."""
        if point.low is not None and point.high is not None:
            low, high = self.y(float(point.low)), self.y(float(point.high))
            yield LineStroke(x, low, x, high, 0.9, self.letters.ink)
            for y in (low, high):
                yield LineStroke(x - 3, y, x + 3, y, 0.9, self.letters.ink)

    def value(self, point: Point, x: float, y: float) -> Iterator[Op]:
        """A point's label above it, clear of its whisker."""
        above = min(y, self.y(float(point.high))) if point.high is not None else y
        yield Label(x, above - 5, point.label, self.letters.size, self.letters.ink, bold=True, anchor="middle")

    def names(self, ends: Iterable[tuple[float, Series, str]]) -> Iterator[Op]:
        """Each series' name at its height, moved apart where two would touch."""
        last = -self.letters.leading
        for y, series, colour in sorted(ends, key=lambda end: end[0]):
            last = max(y, last + self.letters.leading)
            baseline = last + self.letters.size * 0.35
            yield Label(self.right + GAP, baseline, series.name, self.letters.size, colour, bold=True)

    def _grid(self) -> Iterator[Op]:
        letters = self.letters
        yield Label(0, letters.size, self.chart.unit, letters.size, letters.muted)
        for tick, label in zip(self.chart.ticks, self.chart.tick_labels, strict=True):
            y = self.y(float(tick))
            yield LineStroke(self.left, y, self.right, y, 0.5, self.style.palette.hairline)
            yield Label(self.left - GAP, y + letters.size * 0.35, label, letters.size, letters.muted, anchor="end")

    def _categories(self) -> Iterator[Op]:
        """Category labels, as many as fit without touching."""
        letters = self.letters
        widest = max(letters.width(c) for c in self.chart.categories) + GAP
        every = max(1, -(-int(widest) * len(self.chart.categories) // max(1, int(self.right - self.left))))
        for index, category in enumerate(self.chart.categories):
            if index % every == 0:
                baseline = TOP + HEIGHT + letters.leading
                yield Label(self.x(index), baseline, category, letters.size, letters.muted, anchor="middle")
