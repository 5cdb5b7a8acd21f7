"""What CLDR knows of a language, looked up once: a table asks for it with every figure."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from babel import Locale
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


def day_in_words(day: dt.date, pattern: str, language: str) -> str:
    """A day after a pattern of `d`, `MMM`, `MMMM` and `y`, with CLDR's names of months.

    A long table asks for as many days as it has rows, so what has those parts alone is put together here.
    """
    said = {"d": str(day.day), "y": str(day.year), **_names_of_month(day.month, language)}
    return _PART_OF_DAY.sub(lambda found: said[found[0]], pattern)


@cache
def _names_of_month(month: int, language: str) -> Mapping[str, str]:
    names = locale_of(language).months["format"]
    return {"MMM": str(names["abbreviated"][month]), "MMMM": str(names["wide"][month])}


_PART_OF_DAY = re.compile("MMMM|MMM|d|y")


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
