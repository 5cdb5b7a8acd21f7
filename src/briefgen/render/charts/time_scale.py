"""Time to points, with empty stretches folded."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_EMPTY_YEARS = 5
"""A stretch without events that is longer than this is folded."""
_FOLD = 22.0
_FOR_YEARS = 0.4
"""The share of the width that goes by years alone; the rest goes to where things happened."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Years that are drawn to scale, from the first of January to the first of January."""

    first: int
    last: int
    left: float
    right: float

    def x(self, day: dt.date) -> float:
        """Where a day stands."""
        start, end = dt.date(self.first, 1, 1).toordinal(), dt.date(self.last, 1, 1).toordinal()
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


def time_scale(days: Sequence[dt.date], left: float, right: float) -> TimeScale:
    """A scale over the days, to the width between left and right."""
    years = sorted({day.year for day in days})
    runs: list[tuple[int, int]] = [(years[0], years[0] + 1)]
    for year in years[1:]:
        if year - runs[-1][1] > _EMPTY_YEARS:
            runs.append((year, year + 1))
        else:
            runs[-1] = (runs[-1][0], year + 1)
    room = right - left - _FOLD * (len(runs) - 1)
    shares = [_share(first, last, days, sum(last - first for first, last in runs)) for first, last in runs]
    stretches: list[Stretch] = []
    at = left
    for (first, last), share in zip(runs, shares, strict=True):
        width = room * share / sum(shares)
        stretches.append(Stretch(first, last, at, at + width))
        at += width + _FOLD
    return TimeScale(tuple(stretches))


def _share(first: int, last: int, days: Sequence[dt.date], years: int) -> float:
    """What a stretch wants of the width: for its years, and more for what happened in them."""
    happened = sum(first <= day.year < last for day in days)
    return (last - first) / years * _FOR_YEARS + happened / len(days) * (1 - _FOR_YEARS)
