"""Bands on top of each other over categories in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.looks.contrast import ink_on
from briefgen.render.charts.drawing_operations import Drawing, Label, Op, Polygon
from briefgen.render.charts.value_axes import Upright

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.charts import Chart, Series
    from briefgen.model.looks.style import Style
    from briefgen.render.charts.drawing_operations import Anchor


def area_chart(chart: Chart, style: Style, width: float, beside: Sequence[Chart]) -> Drawing:
    """One band per series, the first at the foot, each named at its right end."""
    frame = _Areas(chart, style, width, beside)
    return frame.drawing([*frame.bands(), *frame.labels(), *frame.names(frame.ends())])


class _Areas(Upright):
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
        """Values in the middle of their bands, where they are few."""
        letters, last = self.letters, len(self.chart.categories) - 1
        for series, lower, upper in self._sums():
            for index, point in enumerate(series.points):
                if point and self.chart.prints_label(series, index):
                    y = self.y((lower[index] + upper[index]) / 2) + letters.size * 0.35
                    shift = {0: 3.0, last: -3.0}.get(index, 0.0)
                    anchor: Anchor = "start" if index == 0 else "end" if index == last else "middle"
                    ink = ink_on(self.colour(series), letters.ink)
                    yield Label(self.x(index) + shift, y, point.label, letters.size, ink, bold=True, anchor=anchor)

    def ends(self) -> Iterator[tuple[float, Series, str]]:
        """The middle of each band at the right end."""
        for series, lower, upper in self._sums():
            yield self.y((lower[-1] + upper[-1]) / 2), series, self.colour(series)

    def _sums(self) -> Iterator[tuple[Series, list[float], list[float]]]:
        """Each series with the sums below it and with it."""
        lower = [0.0] * len(self.chart.categories)
        for series in self.chart.series:
            values = [float(point.value) if point else 0.0 for point in series.points]
            upper = [base + value for base, value in zip(lower, values, strict=True)]
            yield series, lower, upper
            lower = upper
