"""Signs that people write for a currency, where files have its code."""

from __future__ import annotations

from types import MappingProxyType

from briefgen.model.facts.currencies import is_currency

CURRENCY_SIGNS = MappingProxyType(
    {
        "US$": "USD",
        "$": "USD",
        "€": "EUR",
        "£": "GBP",
        "Euro": "EUR",
        "Euros": "EUR",
        "euro": "EUR",
        "euros": "EUR",
    }
)
"""The code of each. A bare dollar is most often that of the United States; whoever is told so can see whether it is."""


def meant_currency(written: str) -> str | None:
    """The code that stands behind a sign, small letters or a word; None where that is not known."""
    code = CURRENCY_SIGNS.get(written, written.upper())
    return code if code != written and is_currency(code) else None
