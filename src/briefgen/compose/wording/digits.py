"""The digits of a number, what stands before them, and the forms of a unit behind them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.values.quantity import Quantity

MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class UnitForms:
    """A unit behind one, and behind several."""

    one: str
    many: str


def before(symbol: str, digits: str) -> str:
    """An amount with the sign of its currency, which a minus stands before: −US$2.4."""
    bare = digits.removeprefix(MINUS)
    return f"{digits[: len(digits) - len(bare)]}{symbol}{bare}"


def plain(value: Decimal) -> Decimal:
    """Without an exponent; zeros behind the point were written and stay."""
    return value.quantize(Decimal(1)) if int(value.as_tuple().exponent) > 0 else value


THOUSAND = 1_000
_STEPS = (1_000_000_000, 1_000_000)
_MOST_PLACES = 3


def usual_scale(amount: Quantity) -> int:
    """The scale that an amount is told in where its source has a smaller one: 1,470,000 thousand is 1.47 billion.

    None that takes more than three decimals, none for what is told in single units, and none for the ends of a range,
    which are told as they are. Thousands are single units: 950 thousand is 950,000.
    """
    own = 1 if amount.scale == THOUSAND else amount.scale
    if amount.scale == 1 or amount.high is not None:
        return own
    larger = (scale for scale in _STEPS if scale > amount.scale)
    return next((scale for scale in larger if _is_told_in(amount, scale)), own)


def _is_told_in(amount: Quantity, scale: int) -> bool:
    size = amount.base_value / scale
    return abs(size) >= 1 and -int(size.normalize().as_tuple().exponent) <= _MOST_PLACES


_STEP, _MOST_STEPS, _LARGEST = 1_000, 100_000, 1_000_000_000


def common_scale(amounts: Sequence[Quantity]) -> int:
    """The scale that amounts are told in side by side: the largest that a source used and the largest amount fills.

    No amount is told in more zeros than need be: where the largest has six digits in that scale, it is a larger one,
    so that 868,470 thousand is told in millions.
    """
    scales = sorted({amount.scale for amount in amounts})
    largest = max(abs(amount.base_value) for amount in amounts)
    told = max((scale for scale in scales if scale <= largest), default=scales[0])
    while largest >= told * _MOST_STEPS and told < _LARGEST:
        told *= _STEP
    return told


def column_scale(amounts: Sequence[Quantity]) -> int:
    """The same for a column, or a larger one in which each of them would be told if it stood alone (`usual_scale`)."""
    told = common_scale(amounts)
    larger = (scale for scale in _STEPS if scale > told > 1)
    return next((scale for scale in larger if all(_is_told_in(amount, scale) for amount in amounts)), told)


def in_scale(amount: Quantity, scale: int) -> Quantity:
    """The same amount in another scale, without zeros at its end; as it is where that is its own."""
    if scale == amount.scale:
        return amount
    value, high, half = (
        None if part is None else plain((part * amount.scale / scale).normalize())
        for part in (amount.value, amount.high, amount.half_unit)
    )
    return replace(amount, value=value or Decimal(0), high=high, half_unit=half, scale=scale)
