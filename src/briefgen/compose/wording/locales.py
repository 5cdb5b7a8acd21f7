"""What CLDR knows of a language, looked up once: a table asks for it with every figure."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date
from babel.numbers import get_currency_symbol, get_decimal_symbol, get_group_symbol

from briefgen.model.audience_choices import DateOrder, DecimalSign, GroupSign

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


@cache
def locale_of(language: str) -> Locale:
    """The CLDR locale."""
    return Locale.parse(language, sep="-")


@cache
def signs_of(language: str, decimal: DecimalSign, thousands: GroupSign) -> Mapping[int, str]:
    """The signs of a number as Python writes it → those that are asked for, or else those of the language.

    Where one is asked for that the language has for the other, the other gives way. Every language here groups by
    thousands.
    """
    locale = locale_of(language)
    point = _DECIMALS.get(decimal, get_decimal_symbol(locale))
    group = _GROUPS.get(thousands, get_group_symbol(locale))
    if point == group and thousands:
        point = "," if point == "." else "."
    elif point == group:
        group = _GROUPS[GroupSign.SPACE]
    return {ord("."): point, ord(","): group, ord("-"): "\N{MINUS SIGN}"}


@lru_cache(maxsize=512)
def sign_of_currency(currency: str, language: str) -> str:
    """The sign of a currency, `US$`, or its code where it has none."""
    return get_currency_symbol(currency, locale=locale_of(language))


@lru_cache(maxsize=2048)
def day_in_words(day: dt.date, pattern: str, language: str) -> str:
    """A day as CLDR writes it after a pattern: tables, charts and sentences of a brief say the same ones."""
    return format_date(day, pattern, locale=locale_of(language))


_DECIMALS = {DecimalSign.POINT: ".", DecimalSign.COMMA: ","}
_GROUPS = {
    GroupSign.COMMA: ",", GroupSign.POINT: ".", GroupSign.SPACE: "\N{NARROW NO-BREAK SPACE}", GroupSign.APOSTROPHE: "’",
    GroupSign.NONE: "",
}  # fmt: skip


@cache
def is_month_first(language: str, order: DateOrder) -> bool:
    """Whether a date begins with its month, where nothing else is asked for as CLDR has it for the language."""
    if order is DateOrder.LANGUAGE:
        pattern = str(locale_of(language).date_formats["long"].pattern)
        return pattern.lstrip().startswith("M")
    return order is DateOrder.MONTH_FIRST
