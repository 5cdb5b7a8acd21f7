"""What charts with an upright value axis share: the frame, its grid, categories below, names at the right end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.charts.drawing_operations import Drawing, Label, LineStroke, Op
from briefgen.render.charts.lettering import Lettering
from briefgen.render.charts.name_key import NameKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.model.charts import Chart, Point, Series
    from briefgen.model.looks.style import Style

HEIGHT, TOP, GAP = 120.0, 16.0, 7.0


_LEAST_PLOT = 0.4
"""A plot that would be left with less of the width has its names in a key below."""


class Upright:
    """The frame of one chart: from categories and values to points on the page."""

    def __init__(self, chart: Chart, style: Style, width: float, beside: Sequence[Chart]) -> None:
        self.chart, self.style, self.width = chart, style, width
        self.letters = letters = Lettering.of(style)
        self.left = max(letters.width(label) for one in beside for label in one.tick_labels) + GAP
        names = max(letters.width(series.name, bold=True) for one in beside for series in one.series)
        self.right = width - names - GAP * 3
        self.names_fit = self.right - self.left >= width * _LEAST_PLOT
        if not self.names_fit:
            widest = max(letters.width(category) for one in beside for category in one.categories)
            self.right = width - max(GAP, widest / 2)
        self.low, self.high = float(chart.ticks[0]), float(chart.ticks[-1])
        self.told = letters.wrapped(chart.sides, width) if chart.sides else []
        self.top = TOP + (letters.leading * len(self.told) + GAP if self.told else 0.0)

    @property
    def key_below(self) -> NameKey | None:
        """The names of the series, where they have no room at the right end."""
        if self.names_fit:
            return None
        named = tuple((series.name, self.colour(series)) for series in self.chart.series)
        return NameKey(named, self.width, self.letters)

    @property
    def height(self) -> float:
        """What the chart takes."""
        key = self.key_below
        return self.top + HEIGHT + self.letters.leading + 6 + (key.height if key else 0.0)

    @property
    def step(self) -> float:
        """The room of one category."""
        return (self.right - self.left) / len(self.chart.categories)

    def x(self, index: int) -> float:
        """The middle of a category."""
        return self.left + self.step * (index + 0.5)

    def y(self, value: float) -> float:
        """Where a value stands."""
        return self.top + HEIGHT * (1 - (value - self.low) / (self.high - self.low or 1.0))

    @property
    def zero(self) -> float:
        """Where bars and bands stand: at zero, or at the end of the axis that is next to it."""
        return self.y(min(max(0.0, self.low), self.high))

    def drawing(self, ops: Iterable[Op]) -> Drawing:
        """The drawing: grid, then what the chart shows, then categories."""
        key = self.key_below
        below = key.ops(self.top + HEIGHT + self.letters.leading) if key else ()
        made = (*self._grid(), *ops, *self._categories(), *below)
        return Drawing(self.width, self.height, made)

    def colour(self, series: Series) -> str:
        """A series' own colour."""
        colours = self.style.palette.series
        return colours[series.colour % len(colours)]

    def whisker(self, point: Point, x: float) -> Iterator[Op]:
        """The interval of a point, where it is worth showing."""
        if point.low is not None and point.high is not None:
            low, high = self.y(float(point.low)), self.y(float(point.high))
            yield LineStroke(x, low, x, high, 0.9, self.letters.ink)
            for y in () if self.chart.is_dense else (low, high):  # ends that lay upon each other would be a hedge
                yield LineStroke(x - 3, y, x + 3, y, 0.9, self.letters.ink)

    def value(self, point: Point, x: float, y: float) -> Iterator[Op]:
        """A point's label above it, clear of its whisker."""
        above = min(y, self.y(float(point.high))) if point.high is not None else y
        yield Label(x, above - 5, point.label, self.letters.size, self.letters.ink, bold=True, anchor="middle")

    def names(self, ends: Iterable[tuple[float, Series, str]]) -> Iterator[Op]:
        """Each series' name at its height, moved apart where two would touch."""
        if not self.names_fit:
            return
        last = -self.letters.leading
        for y, series, colour in sorted(ends, key=lambda end: end[0]):
            last = max(y, last + self.letters.leading)
            baseline = last + self.letters.size * 0.35
            yield Label(self.right + GAP, baseline, series.name, self.letters.size, colour, bold=True)

    def _grid(self) -> Iterator[Op]:
        letters = self.letters
        for row, words in enumerate((self.chart.unit, *self.told)):
            yield Label(0, letters.size + row * letters.leading, words, letters.size, letters.muted)
        for tick, label in zip(self.chart.ticks, self.chart.tick_labels, strict=True):
            y = self.y(float(tick))
            is_zero = not tick and self.low < 0
            colour = self.letters.muted if is_zero else self.style.palette.hairline
            yield LineStroke(self.left, y, self.right, y, 0.5, colour)
            yield Label(self.left - GAP, y + letters.size * 0.35, label, letters.size, letters.muted, anchor="end")

    def _categories(self) -> Iterator[Op]:
        """Category labels, as many as fit without touching."""
        letters = self.letters
        widest = max(letters.width(c) for c in self.chart.categories) + GAP
        every = max(1, -(-int(widest) * len(self.chart.categories) // max(1, int(self.right - self.left))))
        for index, category in enumerate(self.chart.categories):
            if index % every == 0:
                baseline = self.top + HEIGHT + letters.leading
                yield Label(self.x(index), baseline, category, letters.size, letters.muted, anchor="middle")
