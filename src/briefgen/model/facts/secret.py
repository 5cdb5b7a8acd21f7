"""What must not stand in a file: the words of one hidden record, as they are searched for."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import unquote

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass

if TYPE_CHECKING:
    from briefgen.diagnostics import Place

_NEITHER = late_pattern(r"[\W_]+")
"""What is neither letter nor digit."""


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
    plain = unicodedata.normalize("NFKC", unquote(text)).casefold()
    return _NEITHER.sub("", plain)
