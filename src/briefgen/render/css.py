"""Words inside a style sheet."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"[^A-Za-z0-9 ][^A-Za-z0-9]*")
"""From a sign to the next letter or digit: a blank after an escape would be taken as its end (CSS Syntax 3, 4.3.7)."""


def css_string(words: str) -> str:
    """A string of CSS, in quotation marks; every sign in it, and the blanks after signs, are escaped."""
    return "'" + _ESCAPED.sub(lambda run: "".join(f"\\{ord(c):06x}" for c in run[0]), words) + "'"
