"""Filters that compute figures from others, each with its formula and the origins of all that it was computed from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2.runtime import Undefined

from briefgen.compose.charts.trade_filters import TradeFilters
from briefgen.compose.source.absent_values import ToldText
from briefgen.compose.template.filter_hints import FILTER_HINTS
from briefgen.compose.values.amounts_added_up import sums_of
from briefgen.compose.values.exchange import Unconverted, exchanged, figure_of
from briefgen.compose.values.template_value import named_kind, origins, unwrap
from briefgen.compose.wording.figure_wording import is_currency
from briefgen.model.origin import Origin
from briefgen.model.values.arithmetic import signed_sum
from briefgen.model.values.quantity import Quantity, as_fine_as_known
from briefgen.model.view import Figure, Item

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class DerivedFigures(TradeFilters):
    """The filters of one brief that give figures which nobody entered."""

    def table(self) -> dict[str, Callable[..., object]]:
        """Filter name → function."""
        return {"total": self.total, "sums": self.sums, "converted": self.converted, **super().table()}

    def converted(self, value: object, currency: object, *, others: bool = False) -> object:
        """Money in another currency, at the rate of its very period; nothing, and a warning, where there is none.

        With `others` nothing also of what is stated in that currency.
        """
        if isinstance(value, Undefined):
            return str(value)
        figure, into = figure_of(unwrap(value)), str(unwrap(currency))
        problems = self.brief.problems
        if figure is None or not is_currency(figure.quantity.unit):
            message = f"'converted' cannot convert {named_kind(unwrap(value))}"
            problems.at_current_line("BG404", message, FILTER_HINTS["converted"], "converted")
            return None
        found = exchanged(figure, into, self.brief.view.items.get("rates", ()))
        if isinstance(found, Unconverted):
            period = f" of {self.brief.wording.date(figure.period)}" if figure.period else ""
            message = f"an amount{period} in {figure.quantity.unit} is not converted into {into}: {found.why}"
            problems.report.warning("BG416", problems.here("converted"), message, FILTER_HINTS["rate"])
            return None
        return None if others and not found.conversion else self.brief.shown(found)

    def sums(self, values: Sequence[object], field: object, *, by: object = "") -> object:
        """The sums of an amount, one for each unit and each word of a list: never two currencies, or stages, in one.

        What is superseded is in none; nor is what has no common bound with the others.
        """
        if isinstance(values, Undefined):
            return str(values)
        found = [item for value in values if isinstance(item := unwrap(value), Item)]
        return self.brief.shown(sums_of(found, str(unwrap(field)), str(unwrap(by) or "")))

    def total(self, values: Sequence[object]) -> object:
        """The sum of several quantities of one unit, with the origins of all; nothing where it cannot be computed."""
        quantities = [quantity for value in values if (quantity := quantity_of(unwrap(value)))]
        summed = signed_sum([(1, quantity) for quantity in quantities]) if quantities else None
        if summed is None or len(quantities) != len(list(values)):
            message = "these values have no common total"
            self.brief.problems.at_current_line("BG404", message, FILTER_HINTS["total"], "total")
            return ToldText()
        origin = origins(iter(values))
        return self.brief.shown(as_fine_as_known(summed), Origin(origin.facts, "sum") if origin else None)


def quantity_of(value: object) -> Quantity | None:
    """The number that a figure or a field holds."""
    if isinstance(value, Figure):
        return value.quantity
    return value if isinstance(value, Quantity) else None
