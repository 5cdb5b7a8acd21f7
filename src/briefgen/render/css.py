"""Words inside a style sheet."""

from __future__ import annotations


def css_string(words: str) -> str:
    """A string of CSS, in quotation marks; what is neither letter nor digit is escaped (CSS Syntax 3, 4.3.7).

    Blanks too: one behind an escape would count as its end.
    """
    return "'" + "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in words) + "'"
