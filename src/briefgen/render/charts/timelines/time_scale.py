"""Time to points, at one scale throughout; stretches in which nothing is shown are folded."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

_EMPTY_YEARS = 3
"""A stretch without events that is longer than this is folded."""
FOLD = 30.0
_LEAST_SHARE = 0.5
"""The share of the width that folds leave at the least; more of them are not folded."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Years from the first of January to the first of January."""

    first: int
    last: int
    left: float
    right: float

    def x(self, day: dt.date) -> float:
        """Where a day stands."""
        start, end = dt.date(self.first, 1, 1).toordinal(), _new_year(self.last)
        return self.left + (day.toordinal() - start) / (end - start) * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Stretches with folds between them."""

    stretches: tuple[Stretch, ...]

    def x(self, day: dt.date) -> float:
        """Where a day stands."""
        holding = next((s for s in self.stretches if s.first <= day.year < s.last), self.stretches[-1])
        return holding.x(day)

    @property
    def folds(self) -> list[float]:
        """The middles of the folds."""
        return [(one.right + other.left) / 2 for one, other in pairwise(self.stretches)]


def time_scale(spans: Sequence[tuple[dt.date, dt.date]], left: float, right: float) -> TimeScale:
    """A scale over some spans of time, to the width between left and right."""
    runs = _runs(sorted((first.year, last.year + 1) for first, last in spans), _EMPTY_YEARS)
    if FOLD * (len(runs) - 1) > (right - left) * _LEAST_SHARE:
        runs = [(runs[0][0], runs[-1][1])]
    per_year = (right - left - FOLD * (len(runs) - 1)) / sum(last - first for first, last in runs)
    stretches: list[Stretch] = []
    at = left
    for first, last in runs:
        stretches.append(Stretch(first, last, at, at + (last - first) * per_year))
        at += (last - first) * per_year + FOLD
    return TimeScale(tuple(stretches))


def _runs(years: Sequence[tuple[int, int]], most: int) -> list[tuple[int, int]]:
    """Years that are drawn, those apart that are further from each other than so many."""
    runs = [years[0]]
    for first, last in years[1:]:
        if first - runs[-1][1] > most:
            runs.append((first, last))
        else:
            runs[-1] = (runs[-1][0], max(runs[-1][1], last))
    return runs


def _new_year(year: int) -> int:
    """The first of January as a number of days, of the year after the last that has one too."""
    return dt.date(year, 1, 1).toordinal() if year <= dt.MAXYEAR else dt.date.max.toordinal() + 1
