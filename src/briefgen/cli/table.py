"""A table as lines: within the width of a terminal, or elsewhere a line for each row."""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING

import click

from briefgen.cli.terminal import cells, columns, is_watched, longest_piece, wrapped
from briefgen.diagnostics import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Row = Sequence[str]

_GAP = 2
_NARROWEST = 10
"""Words are divided down to columns of so many cells; what had to be narrower could not be read."""


def print_table(heads: Row, rows: Sequence[Row]) -> None:
    """Rows under bold heads where somebody watches, plain lines of any width where nobody does."""
    watched = is_watched(sys.stdout)
    heads, *rows = [[visible(cell) for cell in row] for row in (heads, *rows)]
    for line, is_bold in table(heads, rows, columns() if watched else math.inf):
        click.echo(click.style(line, bold=True) if watched and is_bold else line)


def table(heads: Row, rows: Sequence[Row], room: float) -> Iterator[tuple[str, bool]]:
    """The lines of a table, and whether each is one to look for first.

    In a `room` that is too narrow for so many columns, each row becomes a list of its cells under the first.
    """
    widths = _widths([heads, *rows], room)
    if widths is None:
        for row in rows:
            yield from _list(heads, row, room)
        return
    for row in (heads, *rows):
        for line in _lines(row, widths):
            yield line, row is heads


def _widths(rows: Sequence[Row], room: float) -> list[int] | None:
    """The width of each column; None where the room is too narrow for them."""
    by_column = list(zip(*rows, strict=True))
    natural = [max(map(cells, column)) for column in by_column]
    whole_words = [max(map(longest_piece, column)) for column in by_column]
    divided_words = [min(width, _NARROWEST) for width in whole_words]
    room -= _GAP * (len(natural) - 1)
    return _narrowed(natural, whole_words, room) or _narrowed(whole_words, divided_words, room)


def _narrowed(natural: list[int], least: list[int], room: float) -> list[int] | None:
    """The widths less what is too much, taken from the widest; None where that would go below the `least`."""
    widths = list(natural)
    while sum(widths) > room:
        narrower = [n for n, width in enumerate(widths) if width > least[n]]
        if not narrower:
            return None
        widths[max(narrower, key=lambda n: widths[n])] -= 1
    return widths


def _lines(row: Row, widths: Sequence[int]) -> Iterator[str]:
    parts = [wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
    for n in range(max(map(len, parts))):
        line = ""
        for part, width in zip(parts, widths, strict=True):
            text = part[n] if n < len(part) else ""
            line += text + " " * (width - cells(text) + _GAP)
        yield line.rstrip()


def _list(heads: Row, row: Row, room: float) -> Iterator[tuple[str, bool]]:
    for line in wrapped(row[0], room):
        yield line, True
    for head, cell in zip(heads[1:], row[1:], strict=True):
        for n, line in enumerate(wrapped(f"{head}: {cell}", max(room - 2 * _GAP, 1))):
            yield " " * (2 * _GAP if n else _GAP) + line, False
