"""The terminal a command writes to: whether there is one, how wide it is, and how wide a text is on it."""

from __future__ import annotations

import os
import shutil
import unicodedata
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from typing import TextIO

_NO_WIDTH = {"Mn", "Me", "Cf"}
"""Categories of characters that share the cell of the one before them."""
_TWO_CELLS = {"W", "F"}
"""East Asian widths of characters that take two cells."""
_PIECE = late_pattern(r"[^\s-]+-*|-+|\s+")
"""A line may end after a blank or a hyphen."""


def is_watched(stream: TextIO) -> bool:
    """Whether a stream goes to a terminal that can write over a line and show bold letters."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def is_coloured(stream: TextIO) -> bool:
    """Whether colours help: not where nobody watches, and not where NO_COLOR says so (no-color.org)."""
    return is_watched(stream) and not os.environ.get("NO_COLOR")


def columns() -> int:
    """The cells of a line that may be filled; the last one is left, as some terminals begin a new line after it."""
    return max(shutil.get_terminal_size().columns - 1, 1)


def cells(text: str) -> int:
    """How many cells a text takes: a Chinese character two, a combining mark none."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _TWO_CELLS else 1


def beginning(text: str, room: float) -> str:
    """As much of a text as `room` cells hold; of a text that is not empty at least one character."""
    end = taken = 0
    for character in text:
        taken += _cells(character)
        if taken > room and end:
            break
        end += 1
    return text[:end]


def wrapped(text: str, room: float) -> list[str]:
    """A text as lines of at most `room` cells; a word is divided only where it is longer than a line."""
    lines, line = [], ""
    for piece in _PIECE.findall(text):
        if line and cells(line + piece.rstrip()) > room:
            lines += [line.rstrip()] if line.strip() else []
            line = ""
        line += piece
        while cells(line.rstrip()) > room and (start := beginning(line, room)) != line:
            lines.append(start)
            line = line[len(start) :]
    return [*lines, line.rstrip()]


def longest_piece(text: str) -> int:
    """The cells of the longest part that `wrapped` keeps whole."""
    return max((cells(piece.rstrip()) for piece in _PIECE.findall(text)), default=0)
