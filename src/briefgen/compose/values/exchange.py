"""Money in another currency, at a rate of that very period which the data state; never at any other."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from briefgen.model.values.conversion import as_fine_as_written, converted
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.model.view import Conversion, Figure, Item
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Sequence


RATE_HINT = "enter the rate of that period with its source in data/rates.csv, or leave the amount as it is stated"
"""The next step where there is no rate."""


@dataclass(frozen=True, slots=True)
class Unconverted:
    """Why an amount stands in no other currency, in words."""

    why: str


def figure_of(value: object) -> Figure | None:
    """A figure of money with its period: as it is, or the value of a fact that has one."""
    if isinstance(value, Figure):
        return value
    if not isinstance(value, Item):
        return None
    amount, period = value.fields.get("value"), value.fields.get("period")
    if not isinstance(amount, Quantity) or not isinstance(period, Date):
        return None
    return Figure(amount, value.origin, period=period)


def exchanged(figure: Figure, into: str, rates: Sequence[Item]) -> Figure | Unconverted:
    """The figure in a currency; where it is in that already, as it is.

    Only a stated rate between the two is used, or its inverse.
    """
    unit, period = figure.quantity.unit, figure.period
    if unit == into:
        return figure
    if period is None:
        return Unconverted("it has no period")
    for inverse in (False, True):
        pair = (into, unit) if inverse else (unit, into)
        found = [rate for rate in rates if _pair(rate) == pair and _is_of(rate, period)]
        if found:
            rate = _chosen(found)
            if rate is None:
                return Unconverted("rates of that period contradict each other, and none is preferred")
            return _at(rate, figure, into, inverse=inverse)
    return Unconverted("there is no rate between the two for that very period")


def _pair(rate: Item) -> tuple[object, object]:
    return rate.fields["currency"], rate.fields["into"]


def _is_of(rate: Item, period: Date) -> bool:
    """Whether a rate is of exactly the same days: of a fiscal year they are known where its beginning is."""
    own = rate.fields["period"]
    if not isinstance(own, Date) or rate.fields["status"] in _GONE:
        return False
    return own.span == period.span and own.has_known_bounds and period.has_known_bounds


_GONE = {"superseded", "retracted"}


def _chosen(rates: Sequence[Item]) -> Item | None:
    """The preferred one, else the first of several that agree."""
    preferred = [rate for rate in rates if rate.fields["status"] == "preferred"]
    if preferred:
        return preferred[0]
    bounds = [as_fine_as_written(_value(rate)).interval for rate in rates]
    agree = all(one.meets(other) for one, other in combinations(bounds, 2))
    return rates[0] if agree else None


def _value(rate: Item) -> Quantity:
    value = rate.fields["rate"]
    if not isinstance(value, Quantity):
        raise TypeError("a rate has a number")
    return value


def _at(rate: Item, figure: Figure, into: str, *, inverse: bool) -> Figure | Unconverted:
    amount = converted(figure.quantity, _value(rate), into, inverse=inverse)
    if amount is None:
        return Unconverted("its rate is only a bound, or may be zero")
    stated = f"({figure.origin.formula})" if figure.origin.formula else "stated amount"
    origin = figure.origin.joined(rate.origin, f"{stated} {'/' if inverse else '×'} rate")
    conversion = Conversion(rate, figure.quantity)
    return replace(
        figure, quantity=amount, origin=origin, derived=True, interval=None, conversion=conversion, least_digits=0
    )
