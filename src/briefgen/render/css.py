"""Words inside a style sheet."""

from __future__ import annotations


def css_string(words: str) -> str:
    """A string of CSS, in quotation marks; what is neither letter, digit nor blank is escaped (CSS Syntax 3, 4.3.7)."""
    return "'" + "".join(c if c == " " or (c.isascii() and c.isalnum()) else f"\\{ord(c):06x}" for c in words) + "'"
