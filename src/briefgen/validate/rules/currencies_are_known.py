"""Every amount has a currency.

What it checks: the currency of trade figures against CLDR's list of ISO 4217 codes.

Why it matters: an amount without a currency is no amount.

Example: currency `US$`.

How to fix: write the code, such as USD.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale

from briefgen.diagnostics import did_you_mean
from briefgen.model.kinds.trade import TradeObservation
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def currencies_are_known(relation: Relation) -> Iterator[Finding]:
    """BG216 for a currency that is none."""
    known = Locale("en").currencies
    for row in relation.facts:
        if isinstance(row, TradeObservation) and row.value.unit not in known:
            message = f"'{row.value.unit}' is no currency (ISO 4217)"
            hint = did_you_mean(row.value.unit, known) or "write a code such as USD"
            yield error("BG216", row.at("currency"), message, hint, row)
