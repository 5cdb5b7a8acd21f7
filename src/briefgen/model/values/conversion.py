"""An amount of money in another currency, with the doubt of the amount and of the rate.

Example:
    >>> from decimal import Decimal
    >>> from briefgen.model.values.quantity import Quantity, parse_quantity
    >>> rupees = parse_quantity("about 320 million PKR")
    >>> converted(rupees, parse_quantity("160"), "USD", inverse=True).interval.holds(Decimal(2_000_000))
    True
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from briefgen.model.values.quantity import Interval, Op, Quantity, half_unit_of
from briefgen.records import replace

_DIGITS = 18
_DOWN, _UP = Context(prec=_DIGITS, rounding=ROUND_FLOOR), Context(prec=_DIGITS, rounding=ROUND_CEILING)
_SCALES = (1_000_000_000, 1_000_000, 1_000, 1)
_STRICT = {Op.MORE_THAN, Op.LESS_THAN}


def as_fine_as_written(rate: Quantity) -> Quantity:
    """A rate with the half-unit of its last digit: unlike a count, 83 is no number without a doubt."""
    if rate.half_unit is not None:
        return rate
    return replace(rate, half_unit=half_unit_of(f"{rate.value:f}"))


def converted(amount: Quantity, rate: Quantity, into: str, *, inverse: bool) -> Quantity | None:
    """The amount times the rate, or divided by it; None where the rate has no bounds above zero.

    Its doubt holds every product of what both can mean, rounded outwards.
    """
    fine = as_fine_as_written(rate)
    low, high = fine.interval.low, fine.interval.high
    if low is None or high is None or low <= 0:
        return None
    factors = (_DOWN.divide(Decimal(1), high), _UP.divide(Decimal(1), low)) if inverse else (low, high)
    middle = (fine.value + (fine.high if fine.high is not None else fine.value)) / 2
    ends = amount.interval
    bounds = Interval(_lowest(ends.low, factors), _highest(ends.high, factors))
    value = _DOWN.divide(amount.base_value, middle) if inverse else _DOWN.multiply(amount.base_value, middle)
    return _quantity(value, bounds, amount, into)


def _lowest(end: Decimal | None, factors: tuple[Decimal, Decimal]) -> Decimal | None:
    return None if end is None else min(_DOWN.multiply(end, factor) for factor in factors)


def _highest(end: Decimal | None, factors: tuple[Decimal, Decimal]) -> Decimal | None:
    return None if end is None else max(_UP.multiply(end, factor) for factor in factors)


def _quantity(value: Decimal, bounds: Interval, amount: Quantity, into: str) -> Quantity:
    """Such a value with such bounds, in steps that its size asks for."""
    is_strict = amount.op in _STRICT
    if bounds.low is None and bounds.high is None:
        raise ValueError("an amount has a bound")
    if bounds.low is None or bounds.high is None:
        end = bounds.high if bounds.low is None else bounds.low
        upwards = Op.MORE_THAN if is_strict else Op.AT_LEAST
        downwards = Op.LESS_THAN if is_strict else Op.AT_MOST
        op = downwards if bounds.low is None else upwards
        scale = _scale_of(end or Decimal(0))
        return Quantity(_short(end or Decimal(0), scale), op, unit=into, scale=scale)
    scale = _scale_of(value)
    if amount.op is Op.RANGE:
        return Quantity(_short(bounds.low, scale), Op.RANGE, _short(bounds.high, scale), None, into, scale)
    half = _UP.divide(max(bounds.high - value, value - bounds.low), Decimal(scale))
    told = _as_fine(value / scale, half)
    doubt = max(_UP.divide(bounds.high, Decimal(scale)) - told, told - _DOWN.divide(bounds.low, Decimal(scale)))
    return Quantity(told, Op.ABOUT, None, doubt, into, scale)


def _as_fine(value: Decimal, half: Decimal) -> Decimal:
    """The value with no digit that its doubt makes idle: 1.9975 ± 0.0038 is 2.00."""
    if not half:
        return value
    place = (2 * half).adjusted() + (half.scaleb(-(2 * half).adjusted()) >= 1)
    rounded = value.quantize(Decimal(1).scaleb(place))
    return rounded.quantize(Decimal(1)) if place > 0 else rounded


def _scale_of(value: Decimal) -> int:
    return next((scale for scale in _SCALES if abs(value) >= scale), 1)


def _short(value: Decimal, scale: int) -> Decimal:
    """A bound to three digits: more of them say nothing."""
    return Context(prec=3).divide(value, Decimal(scale))
