"""Words for codes: countries, and the names of kinds, roles and states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.values.countries import ALPHA_2, WORLD

if TYPE_CHECKING:
    from briefgen.compose.wording.numbers_money_dates import Wording

_ENGLISH = {
    WORLD: "the world",
    "1y": "within a year",
    "tradeobservation": "trade figure",
    "3y": "within three years",
    "long": "long term",
    "monthly": "every month",
    "quarterly": "every quarter",
    "half_yearly": "twice a year",
    "yearly": "once a year",
    "two_yearly": "every two years",
    "irregular": "at no fixed times",
    "in_force": "in force",
    "intra_industry_trade": "intra-industry trade",
    "mou": "memorandum of understanding",
    "fdi": "foreign direct investment",
    "portfolio": "portfolio investment",
    "payment": "payment rules",
    "visa": "visa rules",
    "chamber": "chamber of commerce",
    "yes": "binding",
    "no": "not binding",
    "unknown": "not stated",
    "open": "not stated",
}


def label(code: str, wording: Wording) -> str | None:
    """A country's name in the brief's language, or the words of an enumeration (`joint_commission`); else None."""
    if code in ALPHA_2:
        name = wording.locale.territories.get(ALPHA_2[code])
        return str(name) if name else None
    if code in _ENGLISH:
        return _ENGLISH[code]
    return code.replace("_", " ") if code.replace("_", "").isalpha() and code.islower() else None
