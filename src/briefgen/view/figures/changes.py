"""The change between two figures, of trade or of any series."""

from __future__ import annotations

from briefgen.model.facts.declared_indicators import PER_CENT
from briefgen.model.values.arithmetic import direction, growth
from briefgen.model.values.quantity import Op, Quantity
from briefgen.model.view import Change, Figure


def change_between(before: Figure, after: Figure) -> Change | None:
    """The change between two figures that may be compared, where it can be computed.

    Of a share in per cent none is named: "rose by 5 %" would leave open of what.
    """
    found = growth(before.quantity, after.quantity)
    if found is None or after.quantity.unit == PER_CENT:
        return None
    estimate, interval = found
    origin = after.origin.joined(before.origin, "later / earlier - 1")
    contested = before.contested or after.contested
    quantity = Quantity(estimate, Op.ABOUT, unit="%")
    figure = Figure(quantity, origin, derived=True, period=after.period, contested=contested)
    return Change(interval, figure, direction(interval))
