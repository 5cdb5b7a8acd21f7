"""Pipe tables: their cells as a Table, and the tables that Markdown would silently drop or bend."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.compose.markdown.decimal_columns import aligned
from briefgen.compose.markdown.joined_cells import JOINS, joined
from briefgen.model.document import Align, Cell, Inline, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.tree import SyntaxTreeNode

    from briefgen.compose.markdown.figure_columns import FigureColumns

_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
MOST_COLUMNS = 500
"""What is wider than a page is turned or told in parts; of so many columns nobody has made a table to be read."""
_ALIGN = {"text-align:right": Align.END, "text-align:center": Align.CENTRE}


def table_of(
    node: SyntaxTreeNode, inlines: Callable[[SyntaxTreeNode], tuple[Inline, ...]], columns: FigureColumns
) -> Table:
    """A parsed pipe table as a bare Table, its figures in their columns."""
    rows = [row for part in node.children for row in part.children]
    typed = [[_written(cell, inlines) for cell in row.children] for row in rows]
    align = tuple(_ALIGN.get(str(cell.attrs.get("style", "")), Align.START) for cell in rows[0].children)
    return table_of_cells(align, typed, columns)


def table_of_cells(align: Sequence[Align], typed: Sequence[Sequence[Cell | str]], columns: FigureColumns) -> Table:
    """A bare Table of cells as they were typed, the head first."""
    sides, parted = columns.parted(align, typed)
    cells = joined(parted)
    return Table("", aligned(sides, cells[1:]), cells[0], cells[1:])


def _written(cell: SyntaxTreeNode, inlines: Callable[[SyntaxTreeNode], tuple[Inline, ...]]) -> Cell | str:
    """A cell, or the sign that its place belongs to a neighbour."""
    sign = cell.children[0].content.strip()
    return sign if sign in JOINS else Cell(inlines(cell.children[0]))


def broken_tables(text: str) -> Iterator[tuple[int, str, str]]:
    """Line (from 0), message and hint for each pipe table that would not come out as written."""
    lines = text.split("\n")
    for start, end in _runs(lines):
        yield from _faults(lines, start, end)


def _runs(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Runs of lines that begin with a pipe."""
    start = None
    for number, line in enumerate([*lines, ""]):
        piped = line.lstrip().startswith("|")
        if piped and start is None:
            start = number
        elif not piped and start is not None:
            yield start, number
            start = None


def _faults(lines: list[str], start: int, end: int) -> Iterator[tuple[int, str, str]]:
    if end - start == 1 or not _DELIMITER.fullmatch(lines[start + 1]):
        hint = "the second line of a table separates the head: | --- | --- |"
        yield min(start + 1, end - 1), "a table without a line under its head", hint
        return
    columns = _cells(lines[start])
    if columns > MOST_COLUMNS:
        yield start, f"this table has {columns} columns: {MOST_COLUMNS} at most are read", "show fewer columns"
        return
    for number in range(start + 1, end):
        found = _cells(lines[number])
        if found != columns:
            hint = "give every line the same number of cells; write \\| for a pipe inside a cell"
            yield number, f"this line of the table has {_count(found)}, its head has {_count(columns)}", hint


def _count(cells: int) -> str:
    return "1 cell" if cells == 1 else f"{cells} cells"


def _cells(line: str) -> int:
    bare = line.strip().replace("\\|", "").removeprefix("|").removesuffix("|")
    return bare.count("|") + 1
