"""Bands on top of each other over categories in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.looks.contrast import ink_on
from briefgen.render.charts.drawing_operations import Drawing, Label, Op, Polygon
from briefgen.render.charts.upright.line_ends import GAP, LineEnds, NamedEnd
from briefgen.render.charts.upright.upright_axes import HEIGHT, Upright

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.charts import Chart, Series
    from briefgen.model.looks.style import Style
    from briefgen.render.charts.drawing_operations import Anchor


def area_chart(chart: Chart, style: Style, width: float, beside: Sequence[Chart]) -> Drawing:
    """One band per series, the first at the foot, each named at its right end."""
    frame = _Areas(chart, style, width, beside)
    return frame.drawing([*frame.bands(), *frame.labels(), *frame.names()])


_UNDER = 2.0
"""Points that a name may reach under the plot: categories stand there."""


class _Areas(Upright):
    def __init__(self, chart: Chart, style: Style, width: float, beside: Sequence[Chart]) -> None:
        self.is_named = True
        super().__init__(chart, style, width, beside)
        self.ends = LineEnds([(s.name, "") for s in chart.series], self.letters, width * 0.5 - self.left - GAP, HEIGHT)
        self.is_named = self.ends.fits
        if self.is_named:
            self.right = width - self.ends.width - GAP
        self.headings.clear()
        self.top = self._above()

    @property
    def named_above(self) -> Sequence[tuple[str, str]]:
        """The names, where they find no room at the right end."""
        if self.is_named:
            return ()
        return [(series.name, self.colour(series)) for series in self.chart.series]

    @property
    def room_of_categories(self) -> float:
        """The names at both ends are moved inwards, by up to half of their width."""
        return 0.75

    def x(self, index: int) -> float:
        """Bands run from edge to edge: the first category stands at the left end, the last at the right."""
        count = len(self.chart.categories)
        return self.left + (self.right - self.left) * (index / (count - 1) if count > 1 else 0.5)

    def bands(self) -> Iterator[Op]:
        """Each band between the sums below and with it."""
        for series, lower, upper in self._sums():
            there = [(self.x(i), self.y(value)) for i, value in enumerate(upper)]
            back = [(self.x(i), self.y(value)) for i, value in enumerate(lower)]
            yield Polygon((*there, *reversed(back)), self.colour(series))

    def labels(self) -> Iterator[Op]:
        """Values in the middle of their bands, where those are high enough and none touches another."""
        letters, last = self.letters, len(self.chart.categories) - 1
        room = (self.right - self.left) / max(last, 1) - GAP
        for series, lower, upper in self._sums():
            sizes = [letters.width(point.signed, bold=True) for point in series.points if point]
            if max(sizes, default=0.0) > room:
                continue
            for index in range(last + 1):
                words = self.chart.printed(series, index)
                if words and self.y(lower[index]) - self.y(upper[index]) >= letters.size + 1:
                    y = self.y((lower[index] + upper[index]) / 2) + letters.middle
                    shift = {0: 3.0, last: -3.0}.get(index, 0.0)
                    anchor: Anchor = "start" if index == 0 else "end" if index == last else "middle"
                    ink = ink_on(self.colour(series), letters.ink)
                    yield Label(self.x(index) + shift, y, words, letters.size, ink, bold=True, anchor=anchor)

    def names(self) -> Iterator[Op]:
        """The names, each in the middle of its band at the right end."""
        if self.is_named:
            ends = [NamedEnd(self.y((low[-1] + high[-1]) / 2), n) for n, (_, low, high) in enumerate(self._sums())]
            yield from self.ends.ops(ends, self.right + GAP, self.top - 4, self.bottom + _UNDER)

    def _sums(self) -> Iterator[tuple[Series, list[float], list[float]]]:
        """Each series with the sums below it and with it."""
        lower = [0.0] * len(self.chart.categories)
        for series in self.chart.series:
            values = [float(point.value) if point else 0.0 for point in series.points]
            upper = [base + value for base, value in zip(lower, values, strict=True)]
            yield series, lower, upper
            lower = upper
