"""Arithmetic on quantities that keeps their doubt."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.model.quantity import Interval, Op, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

_HUNDRED = Decimal(100)
_EXACT = {Op.EQ, Op.ABOUT}


def signed_sum(terms: Sequence[tuple[int, Quantity]]) -> Quantity | None:
    """The sum of quantities with their signs (+1, -1); None where a bound or a unit forbids one value.

    Half-units add up, and one "about" makes the sum "about" (interval arithmetic for sums).
    """
    units = {quantity.unit for _, quantity in terms}
    if len(units) != 1 or any(quantity.op not in _EXACT for _, quantity in terms):
        return None
    scale = min(quantity.scale for _, quantity in terms)
    ratios = [(sign, quantity, Decimal(quantity.scale) / scale) for sign, quantity in terms]
    value = sum((sign * q.value * ratio for sign, q, ratio in ratios), Decimal(0))
    half = sum(((q.half_unit or Decimal(0)) * ratio for _, q, ratio in ratios), Decimal(0))
    about = any(quantity.op is Op.ABOUT for _, quantity in terms)
    return Quantity(value, Op.ABOUT if about else Op.EQ, None, half or None, units.pop(), scale)


def growth(before: Quantity, after: Quantity) -> tuple[Decimal, Interval] | None:
    """Growth in per cent, `(after / before - 1) * 100`, as the estimate and all it can mean.

    Formula: ESCAP handbook of trade indicators (Mikic and Gilbert, 2009). None where a value may be zero,
    negative or unbounded.
    """
    low, high = before.interval, after.interval
    if low.low is None or low.high is None or high.low is None or high.high is None or low.low <= 0 or high.low < 0:
        return None
    estimate = (after.base_value / before.base_value - 1) * _HUNDRED
    return estimate, Interval((high.low / low.high - 1) * _HUNDRED, (high.high / low.low - 1) * _HUNDRED)


def share(part: Quantity, rest: Quantity) -> tuple[Decimal, Interval] | None:
    """Share of a part in part + rest, per cent (WITS, share of market); None where it cannot be computed."""
    one, other = part.interval, rest.interval
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return None
    if one.low < 0 or other.low < 0 or part.base_value + rest.base_value == 0:
        return None
    low = one.low / (one.low + other.high) if one.low + other.high else Decimal(0)
    high = one.high / (one.high + other.low) if one.high + other.low else Decimal(1)
    return part.base_value / (part.base_value + rest.base_value) * _HUNDRED, Interval(low * _HUNDRED, high * _HUNDRED)


def direction(change: Interval) -> str:
    """`up`, `down`, or `unclear` where the interval holds zero."""
    if change.low is not None and change.low > 0:
        return "up"
    if change.high is not None and change.high < 0:
        return "down"
    return "unclear"
