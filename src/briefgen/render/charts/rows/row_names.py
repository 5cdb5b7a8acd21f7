"""The names of a chart's rows: beside what they name where that leaves the plot half of the width, else above it.

Names wrap at blanks, flush right, in two lines of 42 mm; they are never turned. One that has more words than that is
shortened, and stands whole under the chart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.model.charts import Chart
    from briefgen.render.charts.lettering import Lettering

GAP = 7.0
_LEAST_PLOT = 0.5
_WIDEST = 42 / 25.4 * 72
_NARROWEST = 30.0


@dataclass(frozen=True, slots=True)
class RowNames:
    """Where names stand, and what is left for the plot."""

    left: float
    """Where the plot begins."""
    right: float
    """Where it ends."""
    groups: float
    """The width of the column of groups; 0 where these stand above their rows, or there are none."""
    names: float
    """The width of the column of names; 0 where these stand above their bars."""


def row_names(charts: Sequence[Chart], letters: Lettering, width: float, beyond: float) -> RowNames:
    """The first way of placing names that leaves the plot its half; `beyond` is the room that labels need behind it."""
    groups = max((letters.width(name, bold=True) for name in _groups(charts)), default=0.0)
    names = [*_names(charts)]
    right = width - beyond
    for column in (groups, 0.0) if groups else (0.0,):
        start = column + (GAP * 1.5 if column else 0.0)
        room = min(_WIDEST, right - width * _LEAST_PLOT - start - GAP)
        if room >= _NARROWEST and all(letters.fitted(name, room).is_whole for name in names):
            widest = max(letters.width(line) for name in names for line in letters.fitted(name, room).lines)
            return RowNames(start + widest + GAP, right, column, widest)
    return RowNames(0.0, max(right, width * _LEAST_PLOT), 0.0, 0.0)


def _groups(charts: Iterable[Chart]) -> Iterable[str]:
    """The heads of groups: categories, where each has several rows."""
    return (name for chart in charts if len(chart.series) > 1 for name in chart.categories)


def _names(charts: Iterable[Chart]) -> Iterable[str]:
    for chart in charts:
        yield from (series.name for series in chart.series) if len(chart.series) > 1 else chart.categories
