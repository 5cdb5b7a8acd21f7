"""Words inside a style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.looks.style import Family

_LIKE = {
    "sans-serif": ("Fira Sans", "Segoe UI", "Roboto", "Helvetica Neue", "Arial"),
    "serif": ("Source Serif Pro", "Cambria", "Georgia", "Times New Roman"),
}
"""Families of Windows, Android and macOS that stand in for a sans and a serif one, the most alike first."""


def css_string(words: str) -> str:
    """A string of CSS, in quotation marks; what is neither letter nor digit is escaped (CSS Syntax 3, 4.3.7).

    Blanks too: one behind an escape would count as its end.
    """
    return "'" + "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in words) + "'"


def font_stack(family: Family) -> str:
    """A family and those that stand in for it, down to whatever the browser has."""
    names = (family.name, *_LIKE.get(family.fallback, ()))
    return ",".join((*map(css_string, names), family.fallback))
