"""How many digits a figure is printed in, and how many it takes to tell two figures apart, and by how much.

Example:
    >>> from decimal import Decimal
    >>> from briefgen.model.values.quantity import Quantity
    >>> digits_apart(Quantity(Decimal("114.584")), Quantity(Decimal("123.211")))
    2
    >>> digits_apart(Quantity(Decimal("117.584")), Quantity(Decimal("123.211")))
    3
    >>> digits_apart(Quantity(Decimal("112.9")), Quantity(Decimal("120.0")))
    3
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.values.quantity import Quantity


_QUARTERS = 4


def significant(value: Decimal, digits: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    """The value rounded to so many significant digits, usually half up; never with more digits than it has."""
    step = value.adjusted() - digits + 1
    if not value or step <= int(value.as_tuple().exponent):
        return value
    return value.quantize(Decimal(1).scaleb(step), rounding)


def digits_apart(one: Quantity, other: Quantity) -> int | None:
    """The fewest significant digits in which two quantities are not printed alike, and are about as far apart as are.

    So that "fell by about 6%" does not stand between 120 and 110, which are 112.9. None where all of their digits are
    alike: then no number of them tells the two apart.
    """
    if _ends(one) == _ends(other):
        return None
    return next(digits for digits in count(1) if _tell(one, other, digits))


def _tell(one: Quantity, other: Quantity, digits: int) -> bool:
    """Whether two quantities are apart in so many digits, and by what they are but for a quarter of it."""
    shown, shown_other = _ends(one, digits), _ends(other, digits)
    apart, shown_apart = _ends(one)[0] - _ends(other)[0], shown[0] - shown_other[0]
    return shown != shown_other and abs(shown_apart - apart) * _QUARTERS <= abs(apart)


def _ends(quantity: Quantity, digits: int | None = None) -> tuple[Decimal, ...]:
    """The number, or the two of a range, in base units; a sign before it tells nothing apart."""
    numbers = (quantity.value, *(() if quantity.high is None else (quantity.high,)))
    return tuple((number if digits is None else significant(number, digits)) * quantity.scale for number in numbers)
