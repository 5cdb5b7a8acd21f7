"""One line per series over categories; a gap breaks the line."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.render.charts.drawing_operations import Box, Disc, Drawing, Op, Polyline
from briefgen.render.charts.value_axes import Upright

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.charts import Chart, Point, Series
    from briefgen.model.looks.style import Style


_DENSE = 0.4
"""How large marks are where many stand close, of their usual size."""


def line_chart(chart: Chart, style: Style, width: float, beside: Sequence[Chart]) -> Drawing:
    """Points joined in order, named at the right end."""
    frame = _Lines(chart, style, width, beside)
    ops = [op for series in chart.series for op in frame.line(series)]
    return frame.drawing([*ops, *frame.names(frame.ends())])


class _Lines(Upright):
    def line(self, series: Series) -> Iterator[Op]:
        """The line, then its points on top."""
        colour = self.colour(series)
        for one, other in pairwise(enumerate(series.points)):
            if one[1] and other[1]:
                ends = tuple((self.x(i), self.y(float(p.value))) for i, p in (one, other) if p)
                yield Polyline(ends, 1.4, colour, (4.0, 2.0) if series.colour % 2 else ())
        for index, point in enumerate(series.points):
            if point:
                yield from self._mark(index, point, series, colour)

    def ends(self) -> Iterator[tuple[float, Series, str]]:
        """The height of each series' last point."""
        for series in self.chart.series:
            last = next((p for p in reversed(series.points) if p), None)
            if last:
                yield self.y(float(last.value)), series, self.colour(series)

    def _mark(self, index: int, point: Point, series: Series, colour: str) -> Iterator[Op]:
        x, y = self.x(index), self.y(float(point.value))
        yield from self.whisker(point, x)
        size = _DENSE if self.chart.is_dense else 1.0
        half = 2.4 * size
        yield (
            Box(x - half, y - half, half * 2, half * 2, colour) if series.colour % 2 else Disc(x, y, 2.8 * size, colour)
        )
        if self.chart.prints_labels:
            yield from self.value(point, x, y)

    def colour(self, series: Series) -> str:
        """A series' own colour; one alone is drawn in ink."""
        return self.letters.ink if len(self.chart.series) == 1 else super().colour(series)
