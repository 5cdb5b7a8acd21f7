"""What a chart shows: rows of figures over periods, whatever they are figures of."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from briefgen.model.charts import ChartKind
from briefgen.model.values.date import Precision
from briefgen.model.values.period import periods_between
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.values.date import Date
    from briefgen.model.view import Figure

MOST_FILLED = 400
"""Periods of a line with those where nothing is known; with more, the gaps are left out."""


@dataclass(frozen=True, slots=True)
class ChartedRow:
    """One series: a name, its colour, and a figure for each period."""

    name: str
    colour: int
    """Index into the style's series colours; 2 is neither party's."""
    figures: tuple[Figure | None, ...]
    elsewhere: frozenset[int] = frozenset()
    """Places of figures that another panel shows, since they are in another unit."""


@dataclass(frozen=True, slots=True)
class Charted:
    """Rows over periods."""

    periods: tuple[Date, ...]
    rows: tuple[ChartedRow, ...]
    below_zero: bool = False
    """Whether values can be under zero, so that a doubt may reach there too."""
    of_stocks: bool = False
    """Whether each figure is of the end of its period, so that it does not matter how long that is."""
    sides: tuple[str, str] | None = None
    """What values above and below zero are."""

    @property
    def figures(self) -> list[Figure]:
        """Every figure that there is."""
        return [figure for row in self.rows for figure in row.figures if figure]

    @property
    def units(self) -> list[str]:
        """The units in which the figures stand, in order of time."""
        by_period = zip(*(row.figures for row in self.rows), strict=True)
        return [*dict.fromkeys(figure.quantity.unit for at in by_period for figure in at if figure)]

    def told_apart(self) -> Charted:
        """With the first and the last figure of each row in digits that tell them apart: a course is named between."""
        return replace(self, rows=tuple(map(_told_apart, self.rows)))

    def newest(self) -> Charted:
        """The last period alone."""
        rows = tuple(replace(row, figures=row.figures[-1:], elsewhere=frozenset()) for row in self.rows)
        return replace(self, periods=self.periods[-1:], rows=rows)

    def without_gaps(self) -> Charted:
        """With every period between the first and the last, so that a line breaks where nothing is known."""
        filled = [*islice(self._with_gaps(), MOST_FILLED + 1)]
        if len(filled) > MOST_FILLED:
            return self
        periods = tuple(period for period, _ in filled)
        rows = tuple(
            replace(
                row,
                figures=tuple(None if at is None else row.figures[at] for _, at in filled),
                elsewhere=frozenset(place for place, (_, at) in enumerate(filled) if at in row.elsewhere),
            )
            for row in self.rows
        )
        return replace(self, periods=periods, rows=rows)

    def _with_gaps(self) -> Iterator[tuple[Date, int | None]]:
        """Each period with its place, and those between that have none."""
        for place, (one, other) in enumerate(pairwise(self.periods)):
            yield one, place
            yield from ((missing, None) for missing in periods_between(one, other))
        yield from ((period, len(self.periods) - 1) for period in self.periods[-1:])

    def by_unit(self, kind: ChartKind) -> Iterator[Charted]:
        """The figures of each unit apart.

        What stands upright keeps every period, so that one is at the same place in each; lying bars keep their own, and
        so does each unit where years stand beside months or other spans.
        """
        units = self.units
        for unit in units:
            of_unit = (_of_unit(row, unit) for row in self.rows)
            rows = tuple(row for row in of_unit if any(row.figures) or not row.elsewhere)
            held = {place for place in range(len(self.periods)) if any(row.figures[place] for row in rows)}
            apart = {place for place in range(len(self.periods)) if any(row.figures[place] for row in self.rows)} - held
            own = len(units) > 1 and (kind in {ChartKind.BAR, ChartKind.DOT} or not self._are_alike)
            kept = sorted(held) if own else range(len(self.periods))
            part = replace(
                self,
                periods=tuple(self.periods[place] for place in kept),
                rows=tuple(_at(replace(row, elsewhere=row.elsewhere | apart), kept) for row in rows),
            )
            yield part.without_gaps() if own and kind in {ChartKind.LINE, ChartKind.AREA} else part

    @property
    def _are_alike(self) -> bool:
        """Whether all periods are years, or all months, or other spans of one kind."""
        spans = {(p.precision, p.months if p.precision is Precision.INTERVAL else None) for p in self.periods}
        return len(spans) == 1


def _told_apart(row: ChartedRow) -> ChartedRow:
    known = [place for place, figure in enumerate(row.figures) if figure]
    first, last = (row.figures[known[end]] if known else None for end in (0, -1))
    if first is None or last is None or first.quantity.interval.meets(last.quantity.interval) or first.bars_to(last):
        return row
    figures = list(row.figures)
    figures[known[0]], figures[known[-1]] = first.apart_from(last), last.apart_from(first)
    return replace(row, figures=tuple(figures))


def _of_unit(row: ChartedRow, unit: str) -> ChartedRow:
    figures = tuple(figure if figure and figure.quantity.unit == unit else None for figure in row.figures)
    gone = (place for place, (old, new) in enumerate(zip(row.figures, figures, strict=True)) if old and not new)
    return replace(row, figures=figures, elsewhere=frozenset(gone))


def _at(row: ChartedRow, places: Sequence[int]) -> ChartedRow:
    elsewhere = frozenset(new for new, old in enumerate(places) if old in row.elsewhere)
    return replace(row, figures=tuple(row.figures[place] for place in places), elsewhere=elsewhere)
