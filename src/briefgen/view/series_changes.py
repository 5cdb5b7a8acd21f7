"""What of a series has changed against an earlier period like it, or why that is not said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.model.comparability import Basis, Observed, are_alike_spans, bar_between
from briefgen.model.facts.controlled_vocabularies import YearBasis
from briefgen.model.facts.declared_indicators import PER_CENT
from briefgen.model.values.arithmetic import direction, growth
from briefgen.model.values.date import parse_date
from briefgen.model.values.quantity import Op, Quantity
from briefgen.model.view import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.values.date import Date
    from briefgen.model.view import Figure, SeriesValue

_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of a series with what it rests on."""

    value: SeriesValue
    basis: Basis | None

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
    """A year that has none like it says why it is not held against the last before it; a month has nothing to say."""
    pairs = ((before, *_periods(before, one, is_stock=is_stock)) for before in reversed(earlier))
    found = next(((before, old, new) for before, old, new in pairs if are_alike_spans(old, new)), None)
    if found is None:
        if not earlier or not (is_stock or one.value.period.months == _A_YEAR):
            return one
        found = (earlier[-1], *_periods(earlier[-1], one, is_stock=is_stock))
    before, old, new = found
    bar = bar_between(before.observed(old), one.observed(new))
    change = None if bar else change_between(before.value.figure, one.value.figure)
    return replace(one, value=replace(one.value, change=change, against=before.value.period, bar=bar))


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


def change_between(before: Figure, after: Figure) -> Change | None:
    """The change between two figures that may be compared, where it can be computed.

    Of a share in per cent none is named: "rose by 5 %" would leave open of what.
    """
    found = growth(before.quantity, after.quantity)
    if found is None or after.quantity.unit == PER_CENT:
        return None
    estimate, interval = found
    origin = after.origin.joined(before.origin, "later / earlier - 1")
    contested = before.contested or after.contested
    quantity = Quantity(estimate, Op.ABOUT, unit="%")
    figure = type(after)(quantity, origin, derived=True, period=after.period, contested=contested)
    return Change(interval, figure, direction(interval))
