"""How names are written in their scripts: initials and commas are habits of scripts that have capitals."""

from __future__ import annotations

import unicodedata

_WHOLE = ("CJK UNIFIED", "CJK COMPATIBILITY", "HANGUL", "HIRAGANA", "KATAKANA", "IDEOGRAPHIC", "BOPOMOFO")
_FOREIGN = "KATAKANA"
"""The script in which Japanese writes names of others, in the order of their languages."""


def is_written_whole(family: str, given: str) -> bool:
    """Whether a name is written in one piece, the family name first: 王小明."""
    named = [unicodedata.name(c, "") for c in family + given if c.isalpha()]
    own = any(not name.startswith(_FOREIGN) for name in named)
    return bool(family and given) and own and all(name.startswith(_WHOLE) for name in named)


def takes_initials(given: str) -> bool:
    """Whether a given name is written with a capital, of which an initial can be made."""
    return any(c.isupper() or c.istitle() for c in given)
