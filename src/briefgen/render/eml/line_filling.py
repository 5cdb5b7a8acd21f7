"""Words put into lines of plain text: no line is wider than a mail is, unless one word of it is.

Lines break at plain blanks alone, so that a figure stays beside its unit; none begins with what readers or programs
would take for the mark of an item.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH = 72
"""Columns of a line: room for a quotation or two of it within the 78 of RFC 5322, 2.1.1."""
QUOTED = ">"
"""At the start of a line programs take it for somebody else's words."""
_NONE, _TWO = frozenset({"Mn", "Me", "Cf"}), frozenset("WF")
_MARK = late_pattern(r"[-*+>#|=~_]+|\d{1,9}[.)]|\[\w+\]")
"""Words that stay on the line of the word before them."""


def columns_of(text: str) -> int:
    """How many columns a text takes where each letter takes one, or as many as terminals give it."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(letter) in _NONE else 1 + (unicodedata.east_asian_width(letter) in _TWO)
        for letter in text
    )


def filled(text: str, width: int) -> list[str]:
    """The lines of a text, each forced one begun anew; none where it says nothing."""
    return [line for forced in text.split("\n") for line in _broken(units_of(forced), width)]


def units_of(text: str) -> list[str]:
    """The pieces of a line that no line end parts."""
    units: list[str] = []
    for word in text.split(" "):
        if word and units and _MARK.fullmatch(word):
            units[-1] += f" {word}"
        elif word:
            units.append(word)
    return units


def _broken(units: Sequence[str], width: int) -> Iterator[str]:
    line, taken = "", 0
    for unit in units:
        columns = columns_of(unit)
        if line and taken + 1 + columns > width:
            yield line
            line, taken = unit, columns
        else:
            line, taken = (f"{line} {unit}", taken + 1 + columns) if line else (unit, columns)
    if line:
        yield line


def padded(text: str, width: int, *, at_end: bool = False) -> str:
    """The text with blanks up to a width, behind it or before it."""
    room = " " * (width - columns_of(text))
    return f"{room}{text}" if at_end else f"{text}{room}"


def hung(mark: str, lines: Sequence[str]) -> list[str]:
    """Lines behind a mark, and under the first of them."""
    first, *others = lines or [""]
    return [f"{mark}{first}".rstrip(" "), *indented(others, len(mark))]


def indented(lines: Sequence[str], by: int) -> list[str]:
    """Lines some columns further in."""
    return [f"{' ' * by}{line}".rstrip(" ") for line in lines]


def underlined(lines: Sequence[str], sign: str) -> list[str]:
    """A heading, with a line of a sign under it that is as wide."""
    return [*lines, sign * min(WIDTH, max(map(columns_of, lines)))] if lines else []


def parted(parts: Sequence[Sequence[str]]) -> list[str]:
    """The lines of some parts with an empty one between; what has no lines is left out."""
    lines: list[str] = []
    for part in filter(None, parts):
        lines += ["", *part] if lines else part
    return lines
