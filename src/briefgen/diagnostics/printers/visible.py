"""Text that cannot fool a terminal."""

from __future__ import annotations

import unicodedata


def visible(text: str) -> str:
    """Text with control, format and unassigned characters shown as escapes, so that a terminal cannot be fooled."""
    return "".join(c if unicodedata.category(c)[0] != "C" else f"\\u{{{ord(c):04X}}}" for c in text)
