"""The digits of a number, what stands before them, and the forms of a unit behind them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

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


def significant(value: Decimal, digits: int) -> Decimal:
    """The value rounded half up to so many significant digits; never with more digits than it has."""
    step = value.adjusted() - digits + 1
    if not value or step <= int(value.as_tuple().exponent):
        return value
    return value.quantize(Decimal(1).scaleb(step), ROUND_HALF_UP)
