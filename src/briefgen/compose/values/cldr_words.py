"""What CLDR has of a language, as far as briefs print it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from babel.plural import PluralRule


class CurrencyWords(NamedTuple):
    """What a currency is called."""

    one: str
    """`US dollar`."""
    many: str
    sign: str
    """`US$`, or its code where it has none."""


class Months(NamedTuple):
    """The names of the twelve months, from January on."""

    wide: Sequence[str]
    """As they stand in a date: `September`, `сентября`."""
    abbreviated: Sequence[str]
    """The same in short: `Sept`."""
    alone: Sequence[str]
    """As they stand by themselves: `сентябрь`."""
    letters: Sequence[str]
    """By themselves, each in a letter or so."""


@dataclass(frozen=True, slots=True)
class CldrWords:
    """Of one language."""

    decimal: str
    """What stands before the decimals of a number."""
    group: str
    """What stands between its thousands."""
    per_cent: str
    """The pattern of a share: `#,##0%`."""
    long_date: str
    """The pattern of a day: `d MMMM y`."""
    months: Months
    plural: PluralRule
    """Which form of a word stands beside a count."""
    ordinal: PluralRule
    """Which ending a place in a row has."""
    territories: Mapping[str, str]
    """Names of countries by ISO 3166-1 alpha-2."""
    currencies: Mapping[str, CurrencyWords]

    def currency(self, code: str) -> CurrencyWords:
        """Its words; the code itself where CLDR knows none."""
        return self.currencies.get(code) or CurrencyWords(code, code, code)
