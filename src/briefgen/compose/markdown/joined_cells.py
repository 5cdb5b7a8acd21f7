"""Cells of a pipe table that take several places: `<` joins a place to the cell at its left, `^` to the one above.

The signs count only as a template's own text, alone in their cell; a value from the data never joins anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from briefgen.model.document import Cell
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

LEFT, ABOVE = "<", "^"
JOINS = frozenset({LEFT, ABOVE})
Place: TypeAlias = tuple[int, int]
"""Column and row."""


def joined(rows: Sequence[Sequence[Cell | str]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows with joined cells; a sign that has nothing to join to is an empty cell. The first row is the head."""
    if not [cell for row in rows for cell in row if type(cell) is not Cell]:  # nearly always
        return tuple(tuple(row) for row in rows)  # type: ignore[arg-type]  # as was just asked
    owners: list[list[Place]] = []
    for y, row in enumerate(rows):
        above = owners[-1] if y > 1 else []
        owners.append(_owners(row, above, y))
    return tuple(
        tuple(_sized(_own(cell), owners, x, y) for x, cell in enumerate(row) if owners[y][x] == (x, y))
        for y, row in enumerate(rows)
    )


def _owners(row: Sequence[Cell | str], above: Sequence[Place], y: int) -> list[Place]:
    """Column and row of the cell that each place of a row belongs to; what is joined stays a rectangle."""
    found: list[Place] = []
    while len(found) < len(row):
        x = len(found)
        wide = above.count(above[x]) if row[x] == ABOVE and above and above[x][0] == x else 0
        if wide and all(isinstance(sign, str) for sign in row[x : x + wide]):
            found += [above[x]] * wide
        elif row[x] == LEFT and x and found[-1][1] == y:
            found.append(found[-1])
        else:
            found.append((x, y))
    return found


def _own(cell: Cell | str) -> Cell:
    return Cell(()) if isinstance(cell, str) else cell


def _sized(cell: Cell, owners: Sequence[Sequence[Place]], x: int, y: int) -> Cell:
    mine = (x, y)
    columns = next((n for n in range(x, len(owners[y])) if owners[y][n] != mine), len(owners[y])) - x
    rows = next((n for n in range(y, len(owners)) if owners[n][x] != mine), len(owners)) - y
    return replace(cell, columns=columns, rows=rows) if columns * rows > 1 else cell
