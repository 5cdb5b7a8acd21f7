"""What to do where a filter cannot take what it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.values.exchange import RATE_HINT
from briefgen.compose.wording.wording_styles import (
    ChangeStyle,
    DateStyle,
    MoneyStyle,
    NumberStyle,
    PercentStyle,
    QuantityStyle,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

FILTER_HINTS: Mapping[str, str] = {
    "money": f"give it a figure such as year.turnover; styles: {', '.join(MoneyStyle)}",
    "quantity": f"give it a figure such as value.figure; styles: {', '.join(QuantityStyle)}",
    "number": f"give it a count; styles: {', '.join(NumberStyle)}",
    "percent": f"give it a share such as year.shares[party.id]; styles: {', '.join(PercentStyle)}",
    "measure": "give it one of year.indicators that has a figure",
    "converted": "give it a figure of money such as year.turnover, or a fact with a value and a period",
    "rate": RATE_HINT,
    "total": "give it counts of one unit, without bounds",
    "growth": f"give it a change such as year.changes.turnover; styles: {', '.join(ChangeStyle)}",
    "compared": "give it a change and the earlier period: year.changes.turnover|compared(year.against)",
    "date": f"give it a date; styles: {', '.join(DateStyle)}; test it with {{% if %}} where it may be missing",
    "planned": "give it one of `planned`",
    "title_at": "give it a person and a date",
    "actor": "give it an actor such as visit.visitor",
    "place": "give it a venue; test it with {% if %} where it may be missing",
    "adjective": "give it the id of a party",
    "label": "give it a kind, role or state",
    "field": "give it the name of a field, as inferred lists them",
    "address": "give it the address of a page or a mailbox, such as contact.mail",
}
"""Filter → the next step."""
