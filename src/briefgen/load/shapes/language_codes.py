"""Codes of languages as files and settings have them: `ru`, without a region."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from briefgen.late_patterns import late_pattern

LANGUAGE = late_pattern(r"[a-z]{2,3}", re.ASCII)


@cache
def _names() -> frozenset[str]:
    return frozenset(Locale("en").languages)


def is_language(code: str) -> bool:
    """Whether it is the code of a language that CLDR has a name for.

    Example:
        >>> is_language("ru"), is_language("old"), is_language("RU"), is_language("en-GB")
        (True, False, False, False)
    """
    return bool(LANGUAGE.fullmatch(code)) and code in _names()
