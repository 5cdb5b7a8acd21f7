"""What CLDR knows of a language, looked up once: a table asks for it with every figure."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from briefgen.compose.values.kept_cldr_words import cldr_words
from briefgen.model.audience_choices import DateOrder, DecimalSign, GroupSign

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


@cache
def signs_of(language: str, decimal: DecimalSign, thousands: GroupSign) -> Mapping[int, str]:
    """The signs of a number as Python writes it → those that are asked for, or else those of the language.

    Where one is asked for that the language has for the other, the other gives way. Every language here groups by
    thousands.
    """
    words = cldr_words(language)
    point = _DECIMALS.get(decimal, words.decimal)
    group = _GROUPS.get(thousands, words.group)
    if point == group and thousands:
        point = "," if point == "." else "."
    elif point == group:
        group = _GROUPS[GroupSign.SPACE]
    return {ord("."): point, ord(","): group, ord("-"): "\N{MINUS SIGN}"}


@lru_cache(maxsize=512)
def sign_of_currency(currency: str, language: str) -> str:
    """The sign of a currency, `US$`, or its code where it has none."""
    return cldr_words(language).currency(currency).sign


def day_in_words(day: dt.date, pattern: str, language: str) -> str:
    """A day after a pattern of `d`, `MMM`, `MMMM` and `y`, with CLDR's names of months.

    A long table asks for as many days as it has rows, so what has those parts alone is put together here.
    """
    months = cldr_words(language).months
    said = {"d": str(day.day), "y": str(day.year)}
    said |= {"MMM": months.abbreviated[day.month - 1], "MMMM": months.wide[day.month - 1]}
    return _PART_OF_DAY.sub(lambda found: said[found[0]], pattern)


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
        return cldr_words(language).long_date.lstrip().startswith("M")
    return order is DateOrder.MONTH_FIRST
