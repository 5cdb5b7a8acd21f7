"""What charts with an upright value axis share: the frame, its grid, categories below, breaks and gaps."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.render.charts.drawing_operations import Box, Drawing, Label, LineStroke, Op, PlotArea
from briefgen.render.charts.drawing_parts import dashed
from briefgen.render.charts.lettering import Lettering
from briefgen.render.charts.name_key import NameKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.model.charts import Break, Chart, Point, Series
    from briefgen.model.looks.style import Style
    from briefgen.render.charts.drawing_operations import Anchor

HEIGHT, GAP = 98.0, 6.0
_LABEL = 4.0
"""Points between a mark and its label."""
_MOST_LINES, _MOST_BREAKS = 3, 2


class Upright:
    """The frame of one chart: from categories and values to points on the page."""

    has_grid = True
    """Whether there are ticks; a chart that labels every mark has none."""

    def __init__(self, chart: Chart, style: Style, width: float, beside: Sequence[Chart]) -> None:
        self.chart, self.style, self.width = chart, style, width
        self.letters = letters = Lettering.of(style)
        self.low, self.high = float(chart.ticks[0]), float(chart.ticks[-1])
        self.has_grid = not self.labels_all(beside)
        ticks = max(letters.width(label) for one in beside for label in one.tick_labels) if self.has_grid else 0.0
        self.left = ticks + GAP if self.has_grid else 0.0
        self.right = width
        self.headings: list[Op] = []
        self.top = self._above()

    def labels_all(self, beside: Sequence[Chart]) -> bool:  # noqa: ARG002 - asked of those that can
        """Whether every mark of these charts has its label beside it."""
        return False

    @property
    def named_above(self) -> Sequence[tuple[str, str]]:
        """Names and colours that stand over the plot."""
        return ()

    @property
    def bottom(self) -> float:
        """Where the plot ends."""
        return self.top + HEIGHT

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

    def colour(self, series: Series, point: Point | None = None) -> str:
        """A series' own colour, or that of the side which a point speaks for."""
        return self.style.palette.of_series(self.chart.colour(series, point))

    def drawing(self, ops: Iterable[Op]) -> Drawing:
        """The drawing: grid, then what the chart shows, then categories."""
        below, end = self._below()
        made = (*self._gaps(), *self._grid(), *self._breaks(), *ops, *self.headings, *below)
        return Drawing(
            self.width, end + 3, made, (PlotArea(self.left, self.right - self.left, self.width, self.top, HEIGHT),)
        )

    # ------------------------------------------------------------ over and under the plot

    def _above(self) -> float:
        """What stands over the plot: the side above zero, names, the words of breaks. Gives where the plot begins."""
        letters, y = self.letters, 0.0
        if self.named_above:
            key = NameKey(tuple(self.named_above), self.width, letters)
            self.headings += key.ops(y)
            y += key.height + 2
        if self.chart.sides:
            y = self._words(self.chart.sides[0], y)
        lone = [one.words for one in self.chart.breaks if not one.is_gap]
        if len(set(lone)) == 1 and len(lone) <= _MOST_BREAKS:
            at = next(one for one in self.chart.breaks if not one.is_gap)
            y = self._over(lone[0], self._break_x(at), y)
        for one in self.chart.breaks:
            if one.is_gap:
                y = self._over(one.words, self._break_x(one), y)
        return y + letters.leading + 2

    def _words(self, words: str, y: float) -> float:
        letters = self.letters
        for line in letters.fitted(words, self.width - self.left, bold=True).lines:
            y += letters.leading
            self.headings.append(Label(self.left, y - 3, line, letters.size, letters.ink, bold=True))
        return y

    def _over(self, words: str, x: float, y: float) -> float:
        """Words in a line of their own, in the middle of a place or as near to it as they have room."""
        letters = self.letters
        for line in letters.broken(words, self.width):
            half = letters.width(line) / 2
            y += letters.leading
            middle = min(max(x, half), self.width - half)
            self.headings.append(Label(middle, y - 3, line, letters.size, letters.muted, anchor="middle"))
        return y

    def _below(self) -> tuple[list[Op], float]:
        """The side under zero and the categories; gives where they end."""
        letters, y, found = self.letters, self.bottom + self.room_below, []
        if self.chart.sides:
            for line in letters.fitted(self.chart.sides[1], self.width - self.left, bold=True).lines:
                y += letters.leading
                found.append(Label(self.left, y - 2, line, letters.size, letters.ink, True))  # noqa: FBT003 - named in the class
        placed = self._categories(y)
        ends = [op.y for op in placed if isinstance(op, Label)]
        return [*found, *placed], max(ends, default=y)

    @property
    def room_of_categories(self) -> float:
        """How much of its room the name of a category may take, so that none touches another."""
        return 1.0

    @property
    def room_below(self) -> float:
        """What labels under the plot take."""
        return 0.0

    def _categories(self, y: float) -> list[Op]:
        """All categories in lines of their room where they find it, else as many as do not touch, with the last."""
        letters, each = self.letters, self.chart.categories
        room = self.step * self.room_of_categories - GAP
        fitted = [letters.wrapped(category, room) for category in each]
        is_whole = all(letters.width(line) <= room for lines in fitted for line in lines)
        if is_whole and max(len(lines) for lines in fitted) <= _MOST_LINES:
            rows = ((n, row, line) for n, lines in enumerate(fitted) for row, line in enumerate(lines, 1))
            return [
                self._category(self._middle_of(n, line), y + row * letters.leading + _LABEL / 2, line)
                for n, row, line in rows
            ]
        return [*self._few_categories(y + letters.leading + _LABEL / 2)]

    def _few_categories(self, baseline: float) -> Iterator[Op]:
        letters, each = self.letters, self.chart.categories
        boxes = [self._clamped(n) for n in range(len(each))]
        last = len(each) - 1
        every = next((s for s in (1, 2, 5, 10, 20, 50, 100) if self._stand_apart(boxes, [*range(0, len(each), s)])), 0)
        wanted = [*range(0, len(each), every)] if every else [0]
        while len(wanted) > 1 and wanted[-1] != last and boxes[wanted[-1]][1] + GAP > boxes[last][0]:
            wanted.pop()
        if wanted[-1] != last and boxes[wanted[-1]][1] + GAP <= boxes[last][0]:
            wanted.append(last)
        for index in wanted:
            left, right = boxes[index]
            yield self._category((left + right) / 2, baseline, letters.fitted(each[index], self.width, 1).lines[0])

    def _category(self, middle: float, baseline: float, words: str) -> Label:
        return Label(middle, baseline, words, self.letters.size, self.letters.muted, anchor="middle")

    def _clamped(self, index: int) -> tuple[float, float]:
        """Where the name of a category stands under its middle, within the drawing."""
        half = min(self.letters.width(self.chart.categories[index]), self.width) / 2
        middle = self._middle_of(index, self.chart.categories[index])
        return middle - half, middle + half

    def _middle_of(self, index: int, words: str) -> float:
        """The middle of a category, or as near to it as words find room."""
        half = min(self.letters.width(words), self.width) / 2
        return min(max(self.x(index), half), self.width - half)

    def _stand_apart(self, boxes: Sequence[tuple[float, float]], wanted: Sequence[int]) -> bool:
        return all(boxes[a][1] + GAP <= boxes[b][0] for a, b in pairwise(wanted))

    # ------------------------------------------------------------ in the plot

    def _grid(self) -> Iterator[Op]:
        letters = self.letters
        for tick, label in zip(self.chart.ticks, self.chart.tick_labels, strict=True) if self.has_grid else ():
            y = self.y(float(tick))
            yield LineStroke(self.left, y, self.right, y, 0.5, self.style.palette.hairline)
            yield Label(self.left - GAP, y + letters.middle, label, letters.size, letters.muted, anchor="end")
        colour = letters.ink if self.low < 0 else self.style.palette.edge
        yield LineStroke(self.left, self.zero, self.right, self.zero, 0.9 if self.low < 0 else 0.75, colour)

    def _breaks(self) -> Iterator[Op]:
        for one in self.chart.breaks:
            x = self._break_x(one)
            yield dashed(((x, self.top), (x, self.bottom)), self.style.palette.edge)

    def _break_x(self, one: Break) -> float:
        """Half way between the categories on both sides."""
        return (self.x(one.before - 1) + self.x(one.before)) / 2

    def _gaps(self) -> Iterator[Op]:
        """A light band where nothing is known, with words where they have room."""
        empty = [not any(series.points[n] for series in self.chart.series) for n in range(len(self.chart.categories))]
        start = None
        for index, is_empty in enumerate((*empty, False)):
            if is_empty and start is None:
                start = index
            elif not is_empty and start is not None:
                yield from self._gap(start, index - 1)
                start = None

    def _gap(self, first: int, last: int) -> Iterator[Op]:
        letters = self.letters
        shift = self.step / 2 - 1
        left, right = max(self.x(first) - shift, self.left), min(self.x(last) + shift, self.right)
        yield Box(left, self.top, right - left, HEIGHT, self.style.palette.tint)
        if letters.width(self.chart.gap) <= right - left - 4:
            middle = (left + right) / 2
            baseline = self.top + letters.leading
            yield Label(middle, baseline, self.chart.gap, letters.size, letters.muted, anchor="middle")

    def above(self, x: float, y: float, words: str, *, bold: bool = True, anchor: Anchor = "middle") -> Label:
        """A label over a place."""
        return Label(x, y - _LABEL, words, self.letters.size, self.letters.ink, bold, anchor)
