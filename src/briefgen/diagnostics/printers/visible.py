"""Text that cannot fool a terminal."""

from __future__ import annotations

import unicodedata


def visible(text: str) -> str:
    """Text with control, format, unassigned and line-breaking characters as escapes: no terminal can be fooled."""
    return "".join(f"\\u{{{ord(c):04X}}}" if _is_hidden(unicodedata.category(c)) else c for c in text)


def _is_hidden(category: str) -> bool:
    return category[0] == "C" or category in {"Zl", "Zp"}
