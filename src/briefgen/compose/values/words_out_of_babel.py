"""What briefs need of a language, out of all that Babel has of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from babel import Locale
from babel.numbers import get_currency_name, get_currency_symbol, get_decimal_symbol, get_group_symbol

from briefgen.compose.values.cldr_words import CldrWords, CurrencyWords, Months
from briefgen.model.values.countries import ALPHA_2

if TYPE_CHECKING:
    from collections.abc import Sequence


def words_out_of_babel(language: str) -> CldrWords:
    """Of a BCP 47 tag; raises ValueError or UnknownLocaleError where there is no such language."""
    locale = Locale.parse(language, sep="-")
    names = locale.territories
    return CldrWords(
        decimal=get_decimal_symbol(locale),
        group=get_group_symbol(locale),
        per_cent=str(locale.percent_formats[None].pattern),
        long_date=str(locale.date_formats["long"].pattern),
        months=Months(
            _months(locale, "format", "wide"), _months(locale, "format", "abbreviated"),
            _months(locale, "stand-alone", "wide"), _months(locale, "stand-alone", "narrow"),
        ),
        plural=locale.plural_form,
        ordinal=locale.ordinal_form,
        territories={code: str(names[code]) for code in ALPHA_2.values() if names.get(code)},
        currencies=_Currencies(locale),
    )  # fmt: skip


def _months(locale: Locale, use: str, width: str) -> Sequence[str]:
    names = locale.months[use][width]
    return [str(names[month]) for month in range(1, 13)]


class _Currencies(Mapping[str, CurrencyWords]):
    """All of them, each looked up when it is asked for: a brief prints a few of three hundred."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale

    def __getitem__(self, code: str) -> CurrencyWords:
        if code not in self._locale.currencies:
            raise KeyError(code)
        one, many = (get_currency_name(code, count=count, locale=self._locale) for count in (1, 2))
        return CurrencyWords(one, many, get_currency_symbol(code, locale=self._locale))

    def __iter__(self) -> Iterator[str]:
        return iter(self._locale.currencies)

    def __len__(self) -> int:
        return len(self._locale.currencies)
