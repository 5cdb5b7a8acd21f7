"""Characters that word processors put in the place of typed ones, and what to type instead of them in a tag."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

OPENING_QUOTES = frozenset("“„‟‘‚‛«‹")
QUOTES = OPENING_QUOTES | frozenset("”’»›′″")

_INSTEAD: Mapping[str, str] = {
    **dict.fromkeys("–—−‐‑‒", "type a plain hyphen: -"), "…": "write out what the dots stand for",
    "≠": "write !=", "≤": "write <=", "≥": "write >=", "×": "write *", "÷": "write /", "&": "write 'and'",
    "!": "write 'not', or != for 'is not the same'", "?": "write: {{ one if condition else other }}",
    "\\": "take it out: a line of a tag may end anywhere", "`": "type straight quotes: \"...\" or '...'",
    "´": "type straight quotes: \"...\" or '...'", "#": "write comments outside of the tag: {# ... #}",
    "$": "take it out: names are written as they are", "@": "take it out: names are written as they are",
}  # fmt: skip


def named_character(rest: str) -> str:
    """The character that a text begins with, as a message calls it: itself, or its name where it cannot be seen."""
    character = rest[0]
    category = unicodedata.category(character)
    if category.startswith(("C", "Z", "M")):
        said = unicodedata.name(character, "no name").lower()
        return f"the invisible character U+{ord(character):04X} ({said})"
    return f"'{character}'"


def hint_for(rest: str) -> str:
    """What to type instead of the character that a text begins with."""
    return _INSTEAD.get(rest[0], "delete it, and type the tag anew")
