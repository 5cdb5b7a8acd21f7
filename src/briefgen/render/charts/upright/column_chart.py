"""Upright bars over categories: side by side, or on top of each other."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from briefgen.model.charts import ChartKind
from briefgen.model.looks.contrast import ink_on
from briefgen.render.charts.drawing_operations import Box, Drawing, Label, Op
from briefgen.render.charts.drawing_parts import ARROW_ROOM, arrow, bar_ends, open_box
from briefgen.render.charts.upright.upright_axes import Upright

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.charts import Chart, Point, Series
    from briefgen.model.looks.style import Style

_WIDEST, _SHARE, _LEAST = 46.0, 0.66, 0.75
"""A bar is never wider than this; a group takes this share of its category's room."""
_APART = 3.0
"""Points between two labels."""


def column_chart(chart: Chart, style: Style, width: float, beside: Sequence[Chart]) -> Drawing:
    """Bars from zero; a gap leaves its room empty. Stacked ones carry their labels inside."""
    if chart.kind is ChartKind.STACKED:
        stacks = _Stacks(chart, style, width, beside)
        return stacks.drawing(stacks.stacks())
    frame = _Columns(chart, style, width, beside)
    return frame.drawing([*frame.groups(), *frame.labels()])


class _Named(Upright):
    """Names stand over the plot where there are several; one of a party is named alone, too."""

    @property
    def named_above(self) -> Sequence[tuple[str, str]]:
        chart = self.chart
        if chart.sides or (len(chart.series) == 1 and not chart.lone_party):
            return ()
        return [(series.name, self.colour(series)) for series in chart.series]


class _Columns(_Named):
    are_all_labelled = False

    def labels_all(self, beside: Sequence[Chart]) -> bool:
        """Where none touches another, or a bar beside its own."""
        self.left, self.right, self.top = 0.0, self.width, 0.0
        self.are_all_labelled = not any(one.is_dense for one in beside) and self._labels_stand_apart()
        return self.are_all_labelled

    def _labels_stand_apart(self) -> bool:
        boxes = [self._box(point, x, self.chart.short(point)) for _, _, point, x in self._bars()]
        is_inside = all(left >= -_APART / 2 and right <= self.width + _APART / 2 for left, right, _ in boxes)
        is_apart = not any(self._meet(one, other) for one, other in combinations(boxes, 2))
        return is_inside and is_apart and self._clear(boxes)

    def _box(self, point: Point, x: float, words: str) -> tuple[float, float, float]:
        """Both ends and the height of a label."""
        half = self.letters.width(words, bold=True) / 2 + _APART / 2
        return x - half, x + half, self._label_y(point)

    def _meet(self, one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
        is_level = abs(one[2] - other[2]) < self.letters.leading
        return one[0] < other[1] and other[0] < one[1] and is_level

    def _clear(self, boxes: Sequence[tuple[float, float, float]]) -> bool:
        """Whether no label reaches into a bar beside its own."""
        bar = self._bar_width / 2 - 1
        bars = [(x, *self._reach(point)) for _, _, point, x in self._bars()]
        for number, (left, right, y) in enumerate(boxes):
            for other, (x, top, foot) in enumerate(bars):
                if other != number and left < x + bar and x - bar < right and top < y and y - self.letters.size < foot:
                    return False
        return True

    def _reach(self, point: Point) -> tuple[float, float]:
        """The highest and the lowest place that a bar covers."""
        each = [float(value) for value in (point.value, point.low, point.high) if value is not None]
        return min(self.y(max(each)), self.zero), max(self.y(min(each)), self.zero)

    def groups(self) -> Iterator[Op]:
        """One bar per series, side by side over each category."""
        bar = self._bar_width
        for series, _, point, x in self._bars():
            colour, (solid, free) = self.colour(series, point), bar_ends(point)
            left, size = x - bar / 2 + 0.4, max(bar - 0.8, 0.8)
            top, foot = sorted((self.y(solid), self.zero))
            if foot > top or free is None:
                yield Box(
                    left, min(top, foot - _LEAST) if point.value >= 0 else top, size, max(foot - top, _LEAST), colour
                )
            if free is not None:
                yield from open_box(left, self.y(free[1]), size, self.y(free[0]) - self.y(free[1]), colour)
            if point.is_open:
                end, towards = (self.y(float(point.value)), 1 if point.value >= 0 else -1)
                yield from arrow(x, end - 2 * towards, self.letters.ink, towards=towards, is_upright=True)

    def labels(self) -> Iterator[Op]:
        """A label over each bar, or those of the extremes alone."""
        taken: list[tuple[float, float, float]] = []
        for series, place, point, x in self._bars():
            if not self.are_all_labelled and not self.chart.is_extreme(series, place):
                continue
            words = self.chart.short(point)
            half = self.letters.width(words, bold=True) / 2
            middle, y = min(max(x, half), self.width - half), self._label_y(point)
            is_free = all(
                middle + half + _APART <= left or right + _APART <= middle - half or abs(y - at) >= self.letters.leading
                for left, right, at in taken
            )
            if is_free:
                taken.append((middle - half, middle + half, y))
                yield Label(middle, y, words, self.letters.size, self.letters.ink, True, "middle")  # noqa: FBT003 - named in the class

    @property
    def room_below(self) -> float:
        """Labels of values below zero stand under their bars."""
        has_below = any(p.value < 0 for series in self.chart.series for p in series.points if p)
        return self.letters.leading if has_below else 0.0

    def _bars(self) -> Iterator[tuple[Series, int, Point, float]]:
        bar, count = self._bar_width, len(self.chart.series)
        for place in range(len(self.chart.categories)):
            for number, series in enumerate(self.chart.series):
                point = series.points[place]
                if point:
                    yield series, place, point, self.x(place) + bar * (number + 0.5 - count / 2)

    @property
    def _bar_width(self) -> float:
        return min(self.step * _SHARE / len(self.chart.series), _WIDEST)

    def _label_y(self, point: Point) -> float:
        """The line of a label: over a bar, its open part and its arrow, or under one below zero."""
        reach = ARROW_ROOM if point.is_open else 0.0
        if point.value < 0:
            low = point.value if point.low is None else min(point.low, point.value)
            return self.y(float(low)) + self.letters.size + 1 + reach
        high = point.value if point.high is None else max(point.high, point.value)
        return self.y(float(high)) - 3 - reach


class _Stacks(_Named):
    def stacks(self) -> Iterator[Op]:
        """The series on top of each other, the first one at the foot."""
        bar = min(self.step * _SHARE, _WIDEST)
        for index in range(len(self.chart.categories)):
            base, free = 0.0, self.bottom + self.letters.leading * 2
            for one in self.chart.series:
                point = one.points[index]
                if point:
                    top, foot = self.y(base + float(point.value)), self.y(base)
                    yield Box(self.x(index) - bar / 2, top, bar, max(foot - top, 0.5), self.colour(one))
                    for label in self._label(self.chart.printed(one, index), (self.x(index), top, foot), bar, one):
                        if label.y <= free - self.letters.size * 0.95:
                            yield label
                            free = label.y
                    base += float(point.value)

    def _label(self, words: str, part: tuple[float, float, float], bar: float, series: Series) -> Iterator[Label]:
        """A label in its part, or beside it where the part is too low; none where that has no room."""
        letters, (x, top, foot) = self.letters, part
        baseline, size = (top + foot) / 2 + letters.middle, letters.width(words, bold=True)
        colour = self.colour(series)
        if words and foot - top >= letters.size + 1 and size <= bar - 2:
            yield Label(x, baseline, words, letters.size, ink_on(colour, letters.ink), True, "middle")  # noqa: FBT003 - named in the class
        elif words and size + 4 <= self.step - bar and x + bar / 2 + 3 + size <= self.width:
            yield Label(x + bar / 2 + 3, baseline, words, letters.size, letters.ink, bold=True)
