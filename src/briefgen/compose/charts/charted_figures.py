"""What a chart shows: rows of figures over periods, whatever they are figures of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.model.charts import ChartKind
from briefgen.model.values.date import Precision, parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.values.date import Date
    from briefgen.model.view import Figure


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

    def newest(self) -> Charted:
        """The last period alone."""
        rows = tuple(replace(row, figures=row.figures[-1:], elsewhere=frozenset()) for row in self.rows)
        return replace(self, periods=self.periods[-1:], rows=rows)

    def without_gaps(self) -> Charted:
        """With every year between the first and the last, so that a line breaks where nothing is known."""
        at = {period.year: place for place, period in enumerate(self.periods) if period.precision is Precision.YEAR}
        numbers = [number for number in at if number is not None]
        if len(numbers) != len(self.periods) or len(numbers) <= 1:
            return self
        every = range(min(numbers), max(numbers) + 1)
        periods = tuple(self.periods[at[n]] if n in at else parse_date(f"{n:04d}") for n in every)
        rows = tuple(
            replace(row, figures=tuple(row.figures[at[n]] if n in at else None for n in every)) for row in self.rows
        )
        return replace(self, periods=periods, rows=rows)

    def by_unit(self, kind: ChartKind) -> Iterator[Charted]:
        """The figures of each unit apart.

        What stands upright keeps every period, so that one is at the same place in each; lying bars keep their own.
        """
        units = self.units
        for unit in units:
            of_unit = (_of_unit(row, unit) for row in self.rows)
            rows = tuple(row for row in of_unit if any(row.figures) or not row.elsewhere)
            held = {place for place in range(len(self.periods)) if any(row.figures[place] for row in rows)}
            apart = {place for place in range(len(self.periods)) if any(row.figures[place] for row in self.rows)} - held
            lying = kind is ChartKind.BAR and len(units) > 1
            kept = sorted(held) if lying else range(len(self.periods))
            yield replace(
                self,
                periods=tuple(self.periods[place] for place in kept),
                rows=tuple(_at(replace(row, elsewhere=row.elsewhere | apart), kept) for row in rows),
            )


def _of_unit(row: ChartedRow, unit: str) -> ChartedRow:
    figures = tuple(figure if figure and figure.quantity.unit == unit else None for figure in row.figures)
    gone = (place for place, (old, new) in enumerate(zip(row.figures, figures, strict=True)) if old and not new)
    return replace(row, figures=figures, elsewhere=frozenset(gone))


def _at(row: ChartedRow, places: Sequence[int]) -> ChartedRow:
    elsewhere = frozenset(new for new, old in enumerate(places) if old in row.elsewhere)
    return replace(row, figures=tuple(row.figures[place] for place in places), elsewhere=elsewhere)
