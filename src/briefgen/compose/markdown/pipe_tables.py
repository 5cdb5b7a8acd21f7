"""Pipe tables: their cells as a Table, and the tables that Markdown would silently drop or bend."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from briefgen.compose.markdown.decimal_columns import aligned
from briefgen.compose.markdown.joined_cells import JOINS, joined
from briefgen.compose.values.placeholders import ABSENT
from briefgen.late_patterns import late_pattern
from briefgen.model.document import Align, Cell, Inline, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefgen.compose.markdown.figure_columns import FigureColumns
    from briefgen.compose.markdown.markdown_tree import MarkdownNode

_DELIMITER = late_pattern(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_ITEM = late_pattern(r"\s*(?:[-*+]|\d{1,9}[.)])\s+(?=\|)")
"""What makes an item of a list of a line that begins a table."""
_CODE = frozenset({"fence", "code_block"})
MOST_COLUMNS = 500
"""What is wider than a page is turned or told in parts; of so many columns nobody has made a table to be read."""
_ALIGN = {"text-align:right": Align.END, "text-align:center": Align.CENTRE}


def table_of(
    node: MarkdownNode, inlines: Callable[[MarkdownNode], tuple[Inline, ...]], columns: FigureColumns
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


def _written(cell: MarkdownNode, inlines: Callable[[MarkdownNode], tuple[Inline, ...]]) -> Cell | str:
    """A cell, or the sign that its place belongs to a neighbour."""
    sign = cell.children[0].content.strip()
    return sign if sign in JOINS else Cell(inlines(cell.children[0]))


class TableFault(NamedTuple):
    """A line (from 0) of a table that would not come out as written, what is wrong with it, and the next step."""

    line: int
    message: str
    hint: str


def broken_tables(text: str, root: MarkdownNode) -> Iterator[TableFault]:
    """What is wrong with the pipe tables of a text, as it was typed and as it was read; code is none of them."""
    if "|" not in text:
        return
    lines = text.split("\n")
    code = {line for node in root.walk() if node.type in _CODE and node.map for line in range(*node.map)}
    runs = [run for run in _runs(lines) if run[0] not in code]
    parted = {after for before, after in pairwise(runs) if _are_parted(lines, before, after)}
    for start, end in runs:
        if (start, end) not in parted:
            yield from _faults(
                lines, start, end, is_parted=any(_are_parted(lines, (start, end), run) for run in parted)
            )
    yield from _bent(lines, root, runs)


def _runs(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Runs of lines that begin with a pipe; the first may be that of an item of a list."""
    start = None
    for number, line in enumerate([*lines, ""]):
        begins = bool(_ITEM.match(line))
        piped = begins or line.lstrip().startswith("|")
        if start is not None and (begins or not piped):
            yield start, number
            start = None
        if piped and start is None:
            start = number


def _are_parted(lines: list[str], before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether two runs are the head of a table and what stands under it, with blank lines between."""
    is_head = before[1] - before[0] == 1 and not any(line.strip() for line in lines[before[1] : after[0]])
    return is_head and bool(_DELIMITER.fullmatch(lines[after[0]]))


def _bent(lines: list[str], root: MarkdownNode, runs: Sequence[tuple[int, int]]) -> Iterator[TableFault]:
    """Words right behind a table, which Markdown takes for a row of it."""
    behind = {end: start for start, end in runs}
    for first, after in (node.map for node in root.walk() if node.type == "table" and node.map):
        number = next((end for end in behind if first < end < after), None)
        # A row that a template printed in vain was told there.
        if (
            number is not None
            and ABSENT not in lines[number]
            and _cells(lines[number]) != _cells(lines[behind[number]])
        ):
            message = "this line stands right behind a table, and is taken for a row of it"
            yield TableFault(number, message, "put a blank line before it")


def _faults(lines: list[str], start: int, end: int, *, is_parted: bool) -> Iterator[TableFault]:
    if is_parted:
        yield TableFault(end, "a blank line stands between the head of a table and the line under it", "take it out")
        return
    if end - start == 1 or not _DELIMITER.fullmatch(lines[start + 1]):
        hint = "the second line of a table separates the head: | --- | --- |"
        yield TableFault(min(start + 1, end - 1), "a table without a line under its head", hint)
        return
    columns = _cells(lines[start])
    if columns > MOST_COLUMNS:
        message = f"this table has {columns} columns: {MOST_COLUMNS} at most are read"
        yield TableFault(start, message, "show fewer columns")
        return
    for number in range(start + 1, end):
        found = _cells(lines[number])
        if found != columns and ABSENT not in lines[number]:
            hint = "give every line the same number of cells; write \\| for a pipe inside a cell"
            message = f"this line of the table has {_count(found)}, its head has {_count(columns)}"
            yield TableFault(number, message, hint)


def _count(cells: int) -> str:
    return "1 cell" if cells == 1 else f"{cells} cells"


def _cells(line: str) -> int:
    bare = _ITEM.sub("", line).strip().replace("\\|", "").removeprefix("|").removesuffix("|")
    return bare.count("|") + 1
