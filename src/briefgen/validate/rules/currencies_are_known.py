"""Every amount has a currency.

What it checks: the currency of every amount of money, and both of every rate, against CLDR's list of ISO 4217 codes.

Why it matters: an amount without a currency is no amount.

Example: currency `US$`.

How to fix: write the code, such as USD.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import did_you_mean
from briefgen.model.facts.currencies import currency_codes, is_currency
from briefgen.model.facts.currency_signs import meant_currency
from briefgen.model.facts.declarations import values_with
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.relation import every_fact
from briefgen.model.kinds import kind_of
from briefgen.model.kinds.rates import Rate
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def currencies_are_known(relation: Relation) -> Iterator[Finding]:
    """BG216 for a currency that is none."""
    for fact in every_fact(relation):
        kind = kind_of(fact)
        for name, code in (("currency", fact.currency), ("into", fact.into)) if isinstance(fact, Rate) else ():
            if not is_currency(code):
                yield error("BG216", fact.at(name), f"'{code}' is no currency (ISO 4217)", _hint(code), fact)
        for field, amount in values_with(fact, FieldRole.MONEY):
            if amount is not None and not is_currency(amount.unit):
                place = fact.at("currency" if kind and kind.is_table else field.name)
                said = f"'{amount.unit}' is no currency (ISO 4217)" if amount.unit else "the amount has no currency"
                yield error("BG216", place, said, _hint(amount.unit), fact)


def _hint(written: str) -> str:
    """The code that was meant, also where words stand before it, as in `40 million euros`."""
    last = written.rpartition(" ")[2]
    if meant := meant_currency(last):
        return f"write {meant} in the place of '{last}'"
    return did_you_mean(written, currency_codes()) or "write a code such as USD"
