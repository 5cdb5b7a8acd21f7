"""The words of a figure in parts, as tables put them: the unit into the head, its interval into a column."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.compose.wording.digits import in_scale, usual_scale
from briefgen.compose.wording.figure_wording import is_currency
from briefgen.compose.wording.locales import sign_of_currency
from briefgen.compose.wording.wording_styles import ChangeStyle, MoneyStyle, QuantityStyle
from briefgen.model.values.arithmetic import Direction
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.compose.wording.numbers_money_dates import Wording
    from briefgen.model.values.quantity import Estimate, Quantity
    from briefgen.model.view import Change

_NBSP = "\u00a0"
_PER_CENT = "%"


@dataclass(frozen=True, slots=True)
class FigureParts:
    """A figure as a table says it."""

    number: str
    """Where the unit stands in the head: `≈ 15.1`."""
    unit: str
    """`US$ million`; empty where the number has none."""
    whole: str
    """Where it does not: `≈ US$15.1 million`."""
    interval: str = ""
    """`15.05–15.15`, or empty."""
    remark: str = ""
    """What is said of it: `converted`, or empty."""
    amount: Quantity | None = None
    """Of an amount: what is printed, in the scale that it is printed in."""
    usual: int = 1
    """Of an amount: the scale that its size asks for where it stands alone."""
    said: Callable[[Quantity], FigureParts] | None = None
    """Of an amount: its parts in another scale."""

    def in_scale(self, scale: int) -> FigureParts:
        """The parts of the same amount in another scale; of anything else, as they are."""
        if self.amount is None or self.said is None or self.amount.scale == scale:
            return self
        return self.said(in_scale(self.amount, scale)).with_remark(self.remark)

    def with_remark(self, remark: str) -> FigureParts:
        """The parts of a figure of which more is said."""
        return replace(self, remark=", ".join(filter(None, (self.remark, remark))))

    @property
    def beside(self) -> str:
        """What stands in the column beside it."""
        return ", ".join(filter(None, (self.interval, self.remark)))


def parts_of_quantity(
    quantity: Quantity, wording: Wording, *, derived: bool = False, signed: str | None = None
) -> FigureParts:
    """The parts of an amount, of money or of anything else; a table may ask for them in another scale.

    `signed` is the amount as a table says it whole, where that has been worded.
    """
    usual = quantity.scale
    number = wording.quantity(quantity, QuantityStyle.BARE, derived=derived)
    if is_currency(quantity.unit):
        interval = wording.interval(quantity, derived=derived)
        whole = signed or wording.money(quantity, MoneyStyle.SIGN, derived=derived)
        usual = usual_scale(wording.as_shown(quantity, derived=derived))
        unit = sign_of_currency(quantity.unit, wording.language)
    else:
        interval = wording.interval(quantity)
        whole = signed or wording.quantity(quantity, QuantityStyle.SIGN, derived=derived)
        unit = wording.unit(replace(quantity, value=Decimal(2), high=None))  # as it stands behind several
    scale = wording.scale(quantity.scale)
    unit = _NBSP.join((unit, scale) if is_currency(quantity.unit) else (scale, unit)).strip(_NBSP)
    return FigureParts(
        number, unit, whole.removesuffix(interval).rstrip(" "), _cut(interval)[1],
        amount=quantity, usual=usual, said=lambda other: parts_of_quantity(other, wording, derived=derived),
    )  # fmt: skip


def parts_of_measure(estimate: Estimate, wording: Wording, *, of_a_whole: bool = False) -> FigureParts:
    """The parts of an indicator."""
    whole, interval = _cut(wording.measure(estimate, of_a_whole=of_a_whole))
    return FigureParts(_without_sign(whole), _PER_CENT if estimate.unit == _PER_CENT else "", whole, interval)


def parts_of_change(change: Change, wording: Wording) -> FigureParts:
    """The parts of a change; one without a direction has no number."""
    whole, interval = _cut(wording.change(change, ChangeStyle.SIGN))
    number = "" if change.direction is Direction.UNCLEAR else _without_sign(whole)
    return FigureParts(number, _PER_CENT, whole, interval)


def _cut(words: str) -> tuple[str, str]:
    """What stands before an interval, and its ends as a span: `42.8–43.2`, `−4.3 to +3.0`."""
    whole, _, span = words.rstrip("]").partition("[")
    low, _, high = (_without_sign(end) for end in span.partition(" … "))
    signed = any(end[:1] in "+−" for end in (low, high) if end)
    interval = f"{low}{_NBSP}to{_NBSP}{high}" if signed else f"{low}–{high}" if high else low
    return whole.rstrip(" "), interval


def _without_sign(number: str) -> str:
    return number.replace(f"{_NBSP}{_PER_CENT}", "").replace(_PER_CENT, "")
