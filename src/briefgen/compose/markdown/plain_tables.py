"""Pipe tables without any markup in their cells, as long tables of figures are: read without a reader of Markdown.

What is read here is read as the reader of Markdown would: one table and nothing else, every line with the same number
of cells, and in them words and tokens alone. All else is left to it, as are tables that are too wide to be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.compose.markdown.pipe_tables import MOST_COLUMNS
from briefgen.late_patterns import late_pattern
from briefgen.model.document import Align

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE = late_pattern(r" {0,3}\|(?:[^\\`*_\[\]!<>&^~{}\s]| )*")
"""A line of a table with no sign in it that could be markup, or that is told where it is none, and no other blanks."""
_UNDER_HEAD = late_pattern(r" {0,3}\|? *:?-+:? *(\| *:?-+:? *)*\|? *")


class PlainTable(NamedTuple):
    """A table as it is written."""

    align: tuple[Align, ...]
    rows: list[tuple[int, Sequence[str]]]
    """The line of each, from 0, and its cells; the head first."""


def plain_table(text: str) -> PlainTable | None:
    """The table that a text consists of; None of any other text, and of a table that asks for more."""
    lines = text.split("\n")
    written = [number for number, line in enumerate(lines) if line.strip(" ")]
    if len(written) < len(("head", "line under it")) or written[-1] - written[0] >= len(written):
        return None
    first, second, *others = written
    if not _UNDER_HEAD.fullmatch(lines[second]) or not all(_LINE.fullmatch(lines[at]) for at in (first, *others)):
        return None
    rows = [(number, _cells(lines[number])) for number in (first, *others)]
    under = _cells(lines[second])
    if len(under) > MOST_COLUMNS or any(len(cells) != len(under) for _, cells in rows):
        return None
    return PlainTable(tuple(map(_align, under)), rows)


def _cells(line: str) -> Sequence[str]:
    return [cell.strip(" ") for cell in line.strip(" ").removeprefix("|").removesuffix("|").split("|")]


def _align(mark: str) -> Align:
    if not mark.endswith(":"):
        return Align.START
    return Align.CENTRE if mark.startswith(":") else Align.END
