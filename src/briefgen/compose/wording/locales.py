"""What CLDR knows of a language, looked up once: a table asks for it with every figure."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.numbers import get_decimal_symbol, get_group_symbol

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def locale_of(language: str) -> Locale:
    """The CLDR locale."""
    return Locale.parse(language, sep="-")


@cache
def signs_of(language: str) -> Mapping[int, str]:
    """The signs of a number as Python writes it → those of a language; every language here groups by thousands."""
    locale = locale_of(language)
    return {ord(","): get_group_symbol(locale), ord("."): get_decimal_symbol(locale), ord("-"): "\N{MINUS SIGN}"}
