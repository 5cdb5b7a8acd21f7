"""How many digits a figure is printed in, and how many it takes to tell two figures apart.

Example:
    >>> from decimal import Decimal
    >>> from briefgen.model.values.quantity import Quantity
    >>> digits_apart(Quantity(Decimal("114.584")), Quantity(Decimal("123.211")))
    2
    >>> digits_apart(Quantity(Decimal("117.584")), Quantity(Decimal("123.211")))
    3
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.values.quantity import Quantity


def significant(value: Decimal, digits: int) -> Decimal:
    """The value rounded half up to so many significant digits; never with more digits than it has."""
    step = value.adjusted() - digits + 1
    if not value or step <= int(value.as_tuple().exponent):
        return value
    return value.quantize(Decimal(1).scaleb(step), ROUND_HALF_UP)


def digits_apart(one: Quantity, other: Quantity) -> int | None:
    """The fewest significant digits in which two quantities are not printed alike.

    None where all of their digits are alike: then no number of them tells the two apart.
    """
    if _ends(one) == _ends(other):
        return None
    return next(digits for digits in count(1) if _ends(one, digits) != _ends(other, digits))


def _ends(quantity: Quantity, digits: int | None = None) -> tuple[Decimal, ...]:
    """The number, or the two of a range, in base units; a sign before it tells nothing apart."""
    numbers = (quantity.value, *(() if quantity.high is None else (quantity.high,)))
    return tuple((number if digits is None else significant(number, digits)) * quantity.scale for number in numbers)
