"""What of a series has changed against an earlier period like it, or why that is not said."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from briefgen.model.comparability import Basis, Observed, bars_between
from briefgen.model.facts.controlled_vocabularies import YearBasis
from briefgen.model.values.arithmetic import Direction
from briefgen.model.values.date import parse_date
from briefgen.model.view import NotCompared
from briefgen.records import dataclass, replace
from briefgen.view.figures.changes import change_between

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from briefgen.model.comparability import Bar
    from briefgen.model.values.date import Date
    from briefgen.model.view import SeriesValue

_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of a series with what it rests on."""

    value: SeriesValue

    @property
    def basis(self) -> Basis | None:
        """How the figure is measured."""
        return self.value.figure.basis

    def observed(self, period: Date) -> Observed:
        """As comparisons take it."""
        return Observed(period, self.value.figure.quantity, self.basis)


def with_changes(every: Sequence[Told], *, is_stock: bool) -> list[Told]:
    """All figures, rising in time, each held against the last one before it that is like it in length and season.

    A year that has none like it says why it is not held against the last year before it, and what there was at a known
    time why not against another: a reader may ask. A month has nothing to say, nor has a year that only months come
    before.
    """
    ordered = sorted(every, key=lambda one: _end(one.value.period))
    alike, as_long = _Earlier(_season), _Earlier(_length)
    told: list[Told] = []
    held: list[tuple[int, int]] = []
    for place, one in enumerate(ordered):
        end = _month_that_ends(one) if is_stock else None
        found = alike.last_like(one, end)
        may_be_asked = is_stock or one.value.period.months == _A_YEAR
        if found is None and may_be_asked:
            found = as_long.last_like(one, end)
        told.append(one if found is None else _held_against(ordered[found], one, is_stock=is_stock))
        held += [] if found is None else [(found, place)]
        for earlier in (alike, as_long):
            earlier.add(place, one, end)
    return _levels_apart(told, held)


def _levels_apart(told: list[Told], held: Sequence[tuple[int, int]]) -> list[Told]:
    """The figures in digits that tell apart those between which a change is named; `held` are the places of pairs."""
    for earlier, later in held:
        before, after = told[earlier].value, told[later].value
        if after.change and after.change.direction is not Direction.UNCLEAR:
            told[earlier] = Told(replace(before, figure=before.figure.apart_from(after.figure)))
            told[later] = Told(replace(after, figure=after.figure.apart_from(before.figure)))
    return told


class _Earlier:
    """Which of the figures so far was the last of a kind: asked for each of a series, so nothing is gone through.

    Of stocks the months are compared that end with their periods, where both are known; else the periods.
    """

    def __init__(self, kind: Callable[[Date], Hashable | None]) -> None:
        self._kind = kind
        self._by_end: dict[Hashable, int] = {}
        self._without_end: dict[Hashable, int] = {}
        self._by_period: dict[Hashable, int] = {}

    def add(self, place: int, one: Told, end: Date | None) -> None:
        """Note a figure by its place."""
        if (kind := self._kind(one.value.period)) is not None:
            self._by_period[kind] = place
            if end is None:
                self._without_end[kind] = place
        if end is not None:
            self._by_end[self._kind(end)] = place

    def last_like(self, one: Told, end: Date | None) -> int | None:
        """The place of the last that is like another; None where there is none."""
        kind = self._kind(one.value.period)
        if end is None:
            return self._by_period.get(kind)
        found = (self._by_end.get(self._kind(end)), self._without_end.get(kind))
        return max((place for place in found if place is not None), default=None)


def _season(period: Date) -> Hashable | None:
    """What spans of one length and season have in common (`are_alike_spans`)."""
    return None if period.months is None else (period.months, period.season)


def _length(period: Date) -> Hashable | None:
    return period.months


def _end(period: Date) -> tuple[dt.date, dt.date]:
    first, last = period.sort_key
    return last, first


def _held_against(before: Told, one: Told, *, is_stock: bool) -> Told:
    old, new = _periods(before, one, is_stock=is_stock)
    bars = bars_between(before.observed(old), one.observed(new))
    change = None if bars else change_between(before.value.figure, one.value.figure)
    told = _not_compared(before.value, one.value, bars[0]) if bars else None
    against = before.value.period if change else None
    return replace(one, value=replace(one.value, change=change, against=against, not_compared=told))


def _not_compared(before: SeriesValue, after: SeriesValue, why: Bar) -> NotCompared:
    return NotCompared(why, before.period, after.period, (), after.figure.origin.joined(before.figure.origin))


def _periods(before: Told, after: Told, *, is_stock: bool) -> tuple[Date, Date]:
    """What two figures are compared by: of stocks the months that end with their periods, where both are known.

    So the end of 2022 and 31 December 2023 are a year apart, whichever way they are written.
    """
    old, new = before.value.period, after.value.period
    if not is_stock:
        return old, new
    ends = _month_that_ends(before), _month_that_ends(after)
    return (ends[0], ends[1]) if ends[0] and ends[1] else (old, new)


def _month_that_ends(one: Told) -> Date | None:
    """The month whose last day is that of a period; None where it is another day, or nobody knows which."""
    period, last = one.value.period, one.value.period.upper
    if last is None or not period.has_known_bounds or (last + dt.timedelta(days=1)).day != 1:
        return None
    if period.is_in_years and (one.basis is None or one.basis.year is not YearBasis.CALENDAR):
        return None
    return parse_date(f"{last.year:04d}-{last.month:02d}")
