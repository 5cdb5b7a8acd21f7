"""Words for codes: countries, and the names of kinds, roles and states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.values.countries import ALPHA_2, WORLD
from briefgen.model.wording.labels import key_by_field

if TYPE_CHECKING:
    from briefgen.compose.wording.numbers_money_dates import Wording


def label(code: str, wording: Wording, count: int = 1, field: str = "") -> str | None:
    """A country's or currency's name in the brief's language, or the words of an enumeration; else None.

    With a count, the form that stands behind such a number: `three treaties`. With the field that the code is of, its
    words there, where the wording has some of its own for that field.
    """
    if code == WORLD:
        return wording.phrases.world
    if code in ALPHA_2:
        return wording.cldr.territories.get(ALPHA_2[code])
    labels = wording.phrases.labels
    words = labels.get(key_by_field(field, code), labels.get(code))
    if words is None and code in wording.cldr.currencies:
        return wording.cldr.currency(code).many
    return words.format(count=wording.counted(count)) if words else None
