"""One line per series over categories: it stops at gaps and breaks, and joins no fewer than three points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.charts import Doubt
from briefgen.render.charts.drawing_operations import Disc, Drawing, Op, Polyline
from briefgen.render.charts.drawing_parts import arrow, error_line
from briefgen.render.charts.upright.line_ends import GAP, LineEnds, NamedEnd
from briefgen.render.charts.upright.upright_axes import HEIGHT, Upright

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.charts import Chart, Point, Series
    from briefgen.model.looks.style import Style

_FEWEST = 3
_DOT, _SMALL, _UNDER = 2.2, 1.0, 2.0
_DASHES = ((), (5.0, 2.0), (1.5, 2.0))
"""Of the lines that are neither party's, which share a few greys."""


def line_chart(chart: Chart, style: Style, width: float, beside: Sequence[Chart]) -> Drawing:
    """Points joined in order, named at the right end."""
    frame = _Lines(chart, style, width, beside)
    return frame.drawing([*(op for series in chart.series for op in frame.line(series)), *frame.names()])


class _Lines(Upright):
    def __init__(self, chart: Chart, style: Style, width: float, beside: Sequence[Chart]) -> None:
        self.is_named = True
        super().__init__(chart, style, width, beside)
        room = width * 0.5 - self.left - GAP
        made = [LineEnds(_named(one), self.letters, room, HEIGHT) for one in beside]
        self.is_named = all(one.fits for one in made)
        if not self.is_named:
            made = [LineEnds([("", value) for _, value in _named(one)], self.letters, room, HEIGHT) for one in beside]
        self.ends = made[[*beside].index(chart)]
        self.has_values = all(one.fits for one in made)
        column = max(one.width for one in made) + GAP if self.has_values else _DOT
        self.right = width - column - _DOT
        self.headings.clear()
        self.top = self._above()

    @property
    def named_above(self) -> Sequence[tuple[str, str]]:
        """The names, where they find no room at the right end."""
        if self.is_named or self.chart.sides or not any(name for name, _ in _named(self.chart)):
            return ()
        return [(series.name, self.colour(series)) for series in self.chart.series]

    @property
    def room_of_categories(self) -> float:
        """The names at both ends are moved inwards, by up to half of their width."""
        return 0.75

    def x(self, index: int) -> float:
        """Lines run from edge to edge: the first category stands at the left end, the last at the right."""
        count = len(self.chart.categories)
        return self.left + _DOT + (self.right - self.left - _DOT) * (index / (count - 1) if count > 1 else 0.5)

    def line(self, series: Series) -> Iterator[Op]:
        """The stretches of the line, then its points on top."""
        colour = self.colour(series)
        for stretch in self._stretches(series):
            if len(stretch) >= _FEWEST:
                path = tuple((self.x(index), self.y(float(point.value))) for index, point in stretch)
                dash = _DASHES[(series.colour - 2) % len(_DASHES)] if series.colour > 1 else ()
                yield Polyline(path, 1.6, colour, dash)
            for index, point in stretch:
                is_end = len(stretch) < _FEWEST or index in {stretch[0][0], stretch[-1][0]}
                yield from self._mark(index, point, series, is_end=is_end)

    def names(self) -> Iterator[Op]:
        """Each line's name and newest value."""
        if self.has_values:
            points = [_newest(series) for series in self.chart.series]
            ends = [NamedEnd(self.y(float(point.value)), n) for n, point in enumerate(points) if point]
            yield from self.ends.ops(ends, self.right + GAP, self.top - 4, self.bottom + _UNDER)

    def _stretches(self, series: Series) -> Iterator[list[tuple[int, Point]]]:
        """Points that follow each other without a gap or a break."""
        broken = {one.before for one in self.chart.breaks}
        found: list[tuple[int, Point]] = []
        for index, point in enumerate(series.points):
            if found and (point is None or index in broken):
                yield found
                found = []
            if point is not None:
                found.append((index, point))
        if found:
            yield found

    def _mark(self, index: int, point: Point, series: Series, *, is_end: bool) -> Iterator[Op]:
        """A dot at the ends of a stretch, or a small one within it; with its doubt."""
        x, y, colour = self.x(index), self.y(float(point.value)), self.colour(series, point)
        if point.low is not None and point.high is not None:
            low, high = self.y(float(point.low)), self.y(float(point.high))
            yield from error_line(x, low, high, self.letters.ink, has_ends=point.doubt is Doubt.BETWEEN)
        if point.is_open:
            towards = 1 if point.value >= 0 else -1
            yield from arrow(x, y - 3 * towards, self.letters.ink, towards=towards, is_upright=True)
        if is_end or not self.chart.is_dense:
            yield Disc(x, y, _DOT if is_end else _SMALL, colour)

    def colour(self, series: Series, point: Point | None = None) -> str:
        """A series' own colour; one alone that is no party's is drawn in ink."""
        is_ink = len(self.chart.series) == 1 and series.colour > 1 and not (self.chart.sides and point)
        return self.letters.ink if is_ink else super().colour(series, point)


def _newest(series: Series) -> Point | None:
    return next((point for point in reversed(series.points) if point), None)


def _named(chart: Chart) -> list[tuple[str, str]]:
    """Name and newest value of each series; one alone that is no party's needs no name."""
    found = []
    for series in chart.series:
        point = _newest(series)
        name = "" if len(chart.series) == 1 and series.colour > 1 else series.name
        found.append((name, point.label if point else ""))
    return found
