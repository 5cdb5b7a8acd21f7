"""Points of charts: a figure as it is drawn, with what it can mean, and as it is printed beside that."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.compose.charts.one_axis import on_scale
from briefgen.model.charts import Doubt, Point
from briefgen.model.values.quantity import Op
from briefgen.records import replace

if TYPE_CHECKING:
    from briefgen.compose.brief_state import Brief
    from briefgen.compose.charts.charted_figures import Charted
    from briefgen.model.values.quantity import Quantity
    from briefgen.model.view import Figure

_WORTH_DRAWING = Decimal("0.015")
"""A doubt under this share of the axis is thinner than the line that would show it."""
_FLIPPED = {
    Op.AT_LEAST: Op.AT_MOST, Op.AT_MOST: Op.AT_LEAST, Op.MORE_THAN: Op.LESS_THAN, Op.LESS_THAN: Op.MORE_THAN,
}  # fmt: skip
"""What a bound below zero says of the surplus on that side."""
_DOUBTS = {
    Op.ABOUT: Doubt.ABOUT, Op.RANGE: Doubt.BETWEEN, Op.AT_LEAST: Doubt.AT_LEAST, Op.MORE_THAN: Doubt.AT_LEAST,
    Op.LESS_THAN: Doubt.AT_MOST, Op.AT_MOST: Doubt.AT_MOST, Op.EQ: Doubt.NONE,
}  # fmt: skip


def ends(figure: Figure, charted: Charted) -> tuple[Decimal, Decimal]:
    """The lowest and the highest that a figure can be; its value, where an end is open away from zero."""
    value, bounds = figure.quantity.base_value, figure.quantity.interval
    nearest = value if charted.below_zero else min(value, Decimal(0))
    low = nearest if bounds.low is None else bounds.low
    if value >= 0 and not charted.below_zero:
        low = max(low, Decimal(0))  # goods, people and money do not flow backwards
    return low, value if bounds.high is None else bounds.high


def charted_point(figure: Figure | None, scale: int, span: Decimal, charted: Charted, brief: Brief) -> Point | None:
    """A point on an axis of a scale and a length; its value is the one that is printed."""
    figure = on_scale(figure, scale)
    if figure is None:
        return None
    wording, is_sided = brief.wording_of(figure), charted.sides is not None
    shown = wording.as_shown(figure.quantity, derived=figure.derived)
    printed = _of_its_side(shown) if is_sided else shown
    label, sign = (wording.beside(printed, signed=signed) for signed in (False, True))
    if figure.contested:
        label, sign = wording.contested(label), wording.contested(sign)
    low, high = (end / scale for end in ends(figure, charted))
    low, high = min(low, shown.value), max(high, shown.value)
    is_drawn = high - low > span * _WORTH_DRAWING
    return Point(
        shown.value, low if is_drawn else None, high if is_drawn else None, label, figure.origin, sign,
        Doubt.CONTESTED if figure.contested else _DOUBTS[printed.op], rivals_on(figure, scale),
    )  # fmt: skip


def rivals_on(figure: Figure, scale: int) -> tuple[Decimal, ...]:
    """What other sources say of a figure, on its axis; what is in another unit has no place there."""
    same = (rival for rival in figure.rivals if rival.unit == figure.quantity.unit)
    return tuple(dict.fromkeys(rival.base_value / scale for rival in same))


def _of_its_side(quantity: Quantity) -> Quantity:
    """A balance below zero as the surplus that it is of the other side; what spans zero keeps its sign."""
    high = quantity.value if quantity.high is None else quantity.high
    if quantity.value >= 0 or high > 0:
        return quantity
    far = -quantity.value
    return replace(
        quantity,
        value=-high,
        high=None if quantity.high is None else far,
        op=_FLIPPED.get(quantity.op, quantity.op),
    )
