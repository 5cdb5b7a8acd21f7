"""Arithmetic on quantities that keeps their doubt."""

from __future__ import annotations

import enum
from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.model.values import indicators
from briefgen.model.values.indicators import Refused
from briefgen.model.values.quantity import Interval, Op, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.values.indicators import Result

_STRICT = {Op.MORE_THAN, Op.LESS_THAN}


def signed_sum(terms: Sequence[tuple[int, Quantity]]) -> Quantity | None:
    """The sum of quantities with their signs (+1, -1); None where they differ in unit or have no common bound.

    Half-units add up, and one "about" makes the sum "about". More than 80 and 5 are more than 85; a range makes the
    sum a range (interval arithmetic for sums).
    """
    units = {quantity.unit for _, quantity in terms}
    if len(units) != 1:
        return None
    unit, scale = units.pop(), min(quantity.scale for _, quantity in terms)
    ends = Interval(Decimal(0), Decimal(0))
    for sign, quantity in terms:
        ends += quantity.interval if sign > 0 else -quantity.interval
    ops = {quantity.op for _, quantity in terms}
    if ends.low is None or ends.high is None:
        return _bound(ends, unit, scale, is_strict=bool(ops & _STRICT))
    half = sum(((q.half_unit or Decimal(0)) * q.scale / scale for _, q in terms), Decimal(0))
    if Op.RANGE in ops:
        low, high = (_as_written(end, terms) for end in (ends.low / scale + half, ends.high / scale - half))
        return Quantity(low, Op.RANGE, high, half or None, unit, scale)
    value = sum((sign * q.value * (Decimal(q.scale) / scale) for sign, q in terms), Decimal(0))
    return Quantity(value, Op.ABOUT if Op.ABOUT in ops else Op.EQ, None, half or None, unit, scale)


def _as_written(value: Decimal, terms: Sequence[tuple[int, Quantity]]) -> Decimal:
    """A sum with no more decimals than the finest of its terms has, where none are lost."""
    finest = min(int(quantity.value.as_tuple().exponent) for _, quantity in terms)
    shorter = value.quantize(Decimal(1).scaleb(min(finest, 0)))
    return shorter if shorter == value else value


def _bound(ends: Interval, unit: str, scale: int, *, is_strict: bool) -> Quantity | None:
    """A sum of which one end is known."""
    if ends.low is not None:
        return Quantity(ends.low / scale, Op.MORE_THAN if is_strict else Op.AT_LEAST, unit=unit, scale=scale)
    if ends.high is not None:
        return Quantity(ends.high / scale, Op.LESS_THAN if is_strict else Op.AT_MOST, unit=unit, scale=scale)
    return None


def growth(before: Quantity, after: Quantity) -> tuple[Decimal, Interval] | None:
    """Growth in per cent as the estimate and all it can mean; None where `indicators.growth` has a reason."""
    return _bare(indicators.growth(before, after))


def share(part: Quantity, rest: Quantity) -> tuple[Decimal, Interval] | None:
    """Share of a part in part + rest, per cent; None where `indicators.share` has a reason."""
    return _bare(indicators.share(part, rest))


def _bare(result: Result) -> tuple[Decimal, Interval] | None:
    return None if isinstance(result, Refused) else (result.value, result.interval)


class Direction(enum.StrEnum):
    """Which way a change goes."""

    UP = "up"
    DOWN = "down"
    NONE = "none"
    """Nothing has changed, for certain."""
    UNCLEAR = "unclear"
    """Its interval holds zero, and more."""


def direction(change: Interval) -> Direction:
    """Which way a change goes, where all that it can mean goes that way."""
    if change.low is not None and change.low > 0:
        return Direction.UP
    if change.high is not None and change.high < 0:
        return Direction.DOWN
    if change.low == change.high == 0:
        return Direction.NONE
    return Direction.UNCLEAR
