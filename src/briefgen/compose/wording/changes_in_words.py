"""A change in words that name a direction only where it is certain, or short, as tables have it."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from briefgen.compose.wording.wording_styles import PercentStyle
from briefgen.model.values.arithmetic import Direction
from briefgen.model.values.quantity import Interval, Op

if TYPE_CHECKING:
    from briefgen.compose.wording.numbers_money_dates import Wording
    from briefgen.model.view import Change

_NBSP = "\u00a0"
_TENTH, _ALL = Decimal("0.1"), Decimal(100)
"""The step that changes are rounded to, and all there was, in per cent."""


def change_in_words(change: Change, wording: Wording, style: PercentStyle = PercentStyle.WORDS) -> str:
    """`rose by about 5.7% (5.6% to 5.8%)`; in a table `≈ +5.7% [+5.6% … +5.8%]`.

    What rose or fell is not said to have done so by nothing, and what left something not to have fallen by all of it.
    """
    low, high = _bounds(change.interval)
    if style is PercentStyle.SIGN:
        return _in_signs(change, low, high, wording)
    phrases = wording.phrases
    if change.direction is Direction.UNCLEAR:
        if low == high == 0:
            return phrases.unchanged
        return phrases.unclear.format(low=wording.percent(low, signed=True), high=wording.percent(high, signed=True))
    is_up = change.direction is Direction.UP
    exactly = phrases.up_exactly if is_up else phrases.down_exactly
    least, most = sorted((abs(low), abs(high)))
    if _is_nearly_all(low, high):
        return exactly.format(estimate=f"{phrases.edges[Op.MORE_THAN.value]}{wording.percent(_ALL - _TENTH)}")
    if _is_nearly_nothing(change):
        return exactly.format(estimate=f"{phrases.edges[Op.LESS_THAN.value]}{wording.percent(_above(most))}")
    ends = wording.percent(least), wording.percent(most)
    if ends[0] == ends[1]:
        return exactly.format(estimate=ends[0])
    words = phrases.up if is_up else phrases.down
    estimate = abs(_not_all_gone(change.estimate.quantity.value))
    return words.format(estimate=wording.percent(estimate), low=ends[0], high=ends[1])


def _in_signs(change: Change, low: Decimal, high: Decimal, wording: Wording) -> str:
    ends = wording.percent(low, signed=True), wording.percent(high, signed=True)
    is_clear = change.direction is not Direction.UNCLEAR
    if _is_nearly_all(low, high):
        return f"{wording.operator(Op.LESS_THAN, signed=True)}{wording.percent(_TENTH - _ALL)}"
    if is_clear and _is_nearly_nothing(change):
        is_up = change.direction is Direction.UP
        edge = _above(high) if is_up else -_above(-low)
        sign = wording.operator(Op.LESS_THAN if is_up else Op.MORE_THAN, signed=True)
        return f"{sign}{wording.percent(edge, signed=True)}"
    if ends[0] == ends[1]:
        return ends[0]
    span = f"[{ends[0]} … {ends[1]}]"
    estimate = _not_all_gone(change.estimate.quantity.value)
    return f"≈{_NBSP}{wording.percent(estimate, signed=True)} {span}" if is_clear else span


def _bounds(interval: Interval) -> tuple[Decimal, Decimal]:
    if interval.low is None or interval.high is None:
        raise ValueError("a change has both bounds")
    return interval.low, interval.high


def _is_nearly_all(low: Decimal, high: Decimal) -> bool:
    """Whether all that it can mean rounds to a fall by all there was, and leaves something."""
    return _rounded(low) == _rounded(high) == -_ALL and high > -_ALL


def _is_nearly_nothing(change: Change) -> bool:
    return _rounded(change.estimate.quantity.value) == 0


def _rounded(change: Decimal) -> Decimal:
    return change.quantize(_TENTH, ROUND_HALF_UP)


def _above(change: Decimal) -> Decimal:
    """The first step above what it is at most."""
    step = change.quantize(_TENTH, ROUND_CEILING)
    return step if step > change else step + _TENTH


def _not_all_gone(change: Decimal) -> Decimal:
    """A fall that rounds to all of it, and leaves something, as the largest that does not."""
    return _TENTH - _ALL if change > -_ALL and _rounded(change) == -_ALL else change
