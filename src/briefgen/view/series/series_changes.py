"""What of a series has changed against an earlier period like it, or why that is not said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.model.comparability import Basis, Observed, are_alike_spans, bars_between
from briefgen.model.facts.controlled_vocabularies import YearBasis
from briefgen.model.values.date import parse_date
from briefgen.model.view import NotCompared
from briefgen.view.changes import change_between

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    """All figures, rising in time, each held against the last one before it that is like it in length and season."""
    ordered = sorted(every, key=lambda one: _end(one.value.period))
    return [_held_against(ordered[:place], one, is_stock=is_stock) for place, one in enumerate(ordered)]


def _end(period: Date) -> tuple[dt.date, dt.date]:
    first, last = period.sort_key
    return last, first


def _held_against(earlier: Sequence[Told], one: Told, *, is_stock: bool) -> Told:
    """A year that has none like it says why it is not held against the last year before it.

    A month has nothing to say, nor has a year that only months come before.
    """
    pairs = [(before, *_periods(before, one, is_stock=is_stock)) for before in reversed(earlier)]
    alike = (pair for pair in pairs if are_alike_spans(*pair[1:]))
    of_one_length = (pair for pair in pairs if _is_as_long(*pair[1:], is_stock=is_stock))
    found = next(alike, None) or next(of_one_length, None)
    if found is None:
        return one
    before, old, new = found
    bars = bars_between(before.observed(old), one.observed(new))
    change = None if bars else change_between(before.value.figure, one.value.figure)
    told = _not_compared(before.value, one.value, bars[0]) if bars else None
    against = before.value.period if change else None
    return replace(one, value=replace(one.value, change=change, against=against, not_compared=told))


def _is_as_long(old: Date, new: Date, *, is_stock: bool) -> bool:
    """Whether a reader may ask how two figures compare: two years, or what there was at two known times."""
    return new.months is not None and old.months == new.months and (is_stock or new.months == _A_YEAR)


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
