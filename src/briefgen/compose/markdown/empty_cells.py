"""Tables without columns that hold nothing, and with a dash where one cell does: nobody is to wonder at a blank."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.model.document import Cell, TextRun
from briefgen.model.traversal import plain_text

if TYPE_CHECKING:
    from briefgen.model.document import Table

DASH = "\N{EN DASH}"


def without_blanks(table: Table) -> Table:
    """The table without what is empty throughout; the first column stays, and so does a table with joined cells."""
    cells = [cell for row in (table.header, *table.rows) for cell in row]
    if not table.rows or any(cell.columns != 1 or cell.rows != 1 for cell in cells):
        return table
    kept = [place for place in range(len(table.align)) if place == 0 or any(_says(row[place]) for row in table.rows)]
    rows = tuple(tuple(_dashed(row[place]) for place in kept) for row in table.rows)
    header = tuple(table.header[place] for place in kept)
    widths = tuple(table.widths[place] for place in kept) if table.widths else ()
    return replace(table, align=tuple(table.align[place] for place in kept), header=header, rows=rows, widths=widths)


def _says(cell: Cell) -> bool:
    """Whether a cell holds anything, be it a marker of a note alone."""
    return any(not isinstance(inline, TextRun) for inline in cell.inlines) or bool(plain_text(cell.inlines).strip())


def _dashed(cell: Cell) -> Cell:
    return cell if _says(cell) else replace(cell, inlines=(TextRun(DASH),))
