"""What must not stand in a file: the words of one hidden record, as they are searched for."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass

if TYPE_CHECKING:
    import re

    from briefgen.diagnostics import Place

_NEITHER = late_pattern(r"[\W_]+")
"""What is neither letter nor digit."""
_ESCAPED = late_pattern("%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*")
_BEYOND_ASCII = late_pattern("[^\x00-\x7f]+(?:[\x00-\x40]+[^\x00-\x7f]+)*")
"""What is not ASCII, with the blanks and the like between."""
_ACCENTS = late_pattern("[\u0300-\u036f]")
"""Marks that become one character with an ASCII letter before them (UAX #15); no others do."""
_MOST_KEPT = 1_024
_ASCII_ALIKE = bytes(range(256)).lower()
_ASCII_NEITHER = bytes(code for code in range(0x80) if not chr(code).isalnum())


@dataclass(frozen=True, slots=True)
class Secret:
    """A run of letters and digits that belongs to a hidden record."""

    item: str
    """The record's id."""
    place: Place
    probe: str
    """Its words, squeezed."""


def squeezed(text: str) -> str:
    """A text's letters and digits alone, in compatible form (NFKC) and folded case.

    Blanks, hyphens of line breaks, zero-width characters and escapes of addresses cannot hide words from a search.
    """
    if "%" in text:
        text = _ESCAPED.sub(_unescaped, text)
    if not text.isascii():
        if _ACCENTS.search(text):
            return _bare(text)
        text = _BEYOND_ASCII.sub(_bare_again, text)
    # What is left of ASCII is taken out of the bytes, of which it is one each: that takes a tenth of the time.
    return text.encode().translate(_ASCII_ALIKE, _ASCII_NEITHER).decode()


def _unescaped(found: re.Match[str]) -> str:
    return unquote(found[0])


def _bare(text: str) -> str:
    return _NEITHER.sub("", unicodedata.normalize("NFKC", text).casefold())


_bare_before = lru_cache(maxsize=_MOST_KEPT)(_bare)
"""Of dashes, quotes and the like, which are most of what is not ASCII."""


def _bare_again(found: re.Match[str]) -> str:
    return _bare_before(found[0])
