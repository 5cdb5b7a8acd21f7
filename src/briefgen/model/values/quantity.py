"""Quantities that keep their doubt: about, bounds, ranges, and the half-unit of the last digit written."""

from __future__ import annotations

import enum
import re
from decimal import ROUND_HALF_EVEN, Decimal

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass, replace

_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SCALED = late_pattern(rf"(?P<scale>{'|'.join(_SCALES)})\s+(?P<currency>[A-Z]{{3}})")
"""The unit of money in larger steps; `million people` is a unit like any other."""


_MOST_DIGITS = 18
"""More than any count or sum of money has; products of two such numbers still fit decimal arithmetic's 28 digits."""


class Op(enum.StrEnum):
    """How a value is meant."""

    EQ = "eq"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    RANGE = "range"


SIGNS = {
    "": Op.EQ, "about": Op.ABOUT, "~": Op.ABOUT, "≈": Op.ABOUT,
    "more than": Op.MORE_THAN, "over": Op.MORE_THAN, ">": Op.MORE_THAN,
    "at least": Op.AT_LEAST, ">=": Op.AT_LEAST, "≥": Op.AT_LEAST,
    "less than": Op.LESS_THAN, "<": Op.LESS_THAN,
    "at most": Op.AT_MOST, "up to": Op.AT_MOST, "<=": Op.AT_MOST, "≤": Op.AT_MOST,
}  # fmt: skip
"""What stands before a number in a file, and how the number is then meant."""
ANY_SIGN = "|".join(sorted(SIGNS, key=len, reverse=True))
"""The pattern of one, none among them; no sign is special in a pattern."""
_WRITTEN = late_pattern(
    rf"(?P<op>{ANY_SIGN})\s*(?P<low>-?\d+(?:\.\d+)?)"
    r"(?:\s*\.\.\s*(?P<high>-?\d+(?:\.\d+)?))?(?:\s+(?P<unit>\S.*))?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Interval:
    """All values a quantity can have, in base units; None is unbounded."""

    low: Decimal | None
    high: Decimal | None

    def __add__(self, other: Interval) -> Interval:
        return Interval(_plus(self.low, other.low), _plus(self.high, other.high))

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def meets(self, other: Interval) -> bool:
        """Whether the two share a value."""
        below = self.high is None or other.low is None or other.low <= self.high
        above = self.low is None or other.high is None or self.low <= other.high
        return below and above

    def holds(self, value: Decimal) -> bool:
        """Whether the value lies within, ends included."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)


@dataclass(frozen=True, slots=True)
class Estimate:
    """The number behind printed words, with everything it can mean, in base units."""

    value: Decimal
    interval: Interval
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as somebody stated it.

    Example:
        >>> more = parse_quantity("> 80 documents")
        >>> more.op, more.value, more.unit
        (<Op.MORE_THAN: 'more_than'>, Decimal('80'), 'documents')
        >>> more.interval
        Interval(low=Decimal('80'), high=None)
        >>> parse_quantity("about 2.5 %").interval
        Interval(low=Decimal('2.45'), high=Decimal('2.55'))
    """

    value: Decimal
    """In `scale` units; of a range, its low end."""
    op: Op = Op.EQ
    high: Decimal | None = None
    """The high end of a range, else None."""
    half_unit: Decimal | None = None
    """Half of the last digit written, in `scale` units; None where the number is a count and taken as written."""
    unit: str = ""
    """What is counted: `sessions`, `documents`, `%`; or a currency code (ISO 4217)."""
    scale: int = 1

    @property
    def interval(self) -> Interval:
        """Every value it can mean, in base units."""
        half = self.half_unit or Decimal(0)
        low: Decimal | None = self.value - half
        high: Decimal | None = (self.high if self.high is not None else self.value) + half
        if self.op in {Op.MORE_THAN, Op.AT_LEAST}:
            low, high = self.value, None
        elif self.op in {Op.LESS_THAN, Op.AT_MOST}:
            low, high = None, self.value
        return Interval(
            None if low is None else low * self.scale,
            None if high is None else high * self.scale,
        )

    @property
    def base_value(self) -> Decimal:
        """The stated value in base units."""
        return self.value * self.scale

    @property
    def estimate(self) -> Estimate:
        """The stated value with its interval."""
        return Estimate(self.base_value, self.interval, self.unit)


def parse_decimal(text: str) -> Decimal:
    """Read a plain decimal number: digits, one point, an optional minus sign.

    Raises:
        ValueError: for anything else (`1,5`, `1e3`, `nan`, `1_000`), and for more digits than can be reckoned with.
    """
    if not re.fullmatch(r"-?\d+(\.\d+)?", text, re.ASCII):
        raise ValueError("not a plain number such as 50.2")
    if sum(map(str.isdigit, text)) > _MOST_DIGITS:
        raise ValueError(f"a number has at most {_MOST_DIGITS} digits")
    return Decimal(text)


def half_unit_of(text: str) -> Decimal:
    """Half of the last digit written: 0.05 for `50.2`, 0.5 for `52`."""
    exponent = Decimal(text).as_tuple().exponent
    return Decimal(5).scaleb(int(exponent) - 1)


def half_unit_of_count(text: str, op: Op) -> Decimal | None:
    """None for a count that is taken as written; of one that is meant about, half of its last digit but zeros.

    Nobody counts "about 1,900" to the last of them: it is 1,850 to 1,950. Else two such counts would be said to be
    the same.
    """
    if op is not Op.ABOUT:
        return None
    written = Decimal(text)
    step = int(written.normalize().as_tuple().exponent) if written else 0
    return Decimal(5).scaleb(step - 1) + 0


def place_known(half_unit: Decimal) -> int:
    """The place of the last digit that a doubt leaves: -1 of ±0.05, 0 of ±0.5 and of ±0.55."""
    return (2 * half_unit).adjusted()


def as_fine_as_known(quantity: Quantity) -> Quantity:
    """A quantity without the digits that its doubt makes idle: 9,900.25 ± 0.505 is about 9,900."""
    if not quantity.half_unit or quantity.op not in {Op.EQ, Op.ABOUT}:
        return quantity
    step = Decimal(1).scaleb(place_known(quantity.half_unit))
    value = (quantity.value / step).to_integral_value(ROUND_HALF_EVEN) * step
    if value == quantity.value:
        return quantity
    return replace(quantity, value=value.quantize(Decimal(1).scaleb(min(step.adjusted(), 0))), op=Op.ABOUT)


def parse_quantity(text: str) -> Quantity:
    """Read the short form: an optional sign (one of `SIGNS`), a number or `a..b`, and a unit.

    `5 sessions`, `> 80 documents`, `more than 80 documents`, `about 25 years`, `2..4 groups`. A count is taken as
    written, unless it is about (`half_unit_of_count`); a number with decimals keeps the half-unit of its last digit. So
    does money in thousands, millions or billions: `about 200 million USD`.

    Raises:
        ValueError: with a message for the user.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if not found:
        raise ValueError("not a quantity such as '5 sessions', 'more than 80 documents' or 'about 2.5 %'")
    low = parse_decimal(found["low"])
    money = _SCALED.fullmatch(found["unit"] or "")
    op, is_count = SIGNS[found["op"]], "." not in found["low"] and not money
    half = half_unit_of_count(found["low"], op) if is_count else half_unit_of(found["low"])
    unit, scale = (money["currency"], _SCALES[money["scale"]]) if money else (found["unit"] or "", 1)
    quantity = Quantity(low, op, None, half, unit, scale)
    if found["high"] is None:
        return quantity
    high = parse_decimal(found["high"])
    if found["op"] or high < low:
        raise ValueError("a range is written low..high, without a sign before it")
    return replace(quantity, op=Op.RANGE, high=high)


def _plus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a + b
