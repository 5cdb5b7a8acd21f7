"""Where the cells of a table stand when some take several columns or rows."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Cell


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell and its first column."""

    cell: Cell
    column: int


def is_grid(rows: Sequence[Sequence[Cell]], columns: int) -> bool:
    """Whether each row has a cell for each of so many columns, and none takes a second place: as in most tables."""
    joined = any(cell.columns > 1 or cell.rows > 1 for row in rows for cell in row)
    return not joined and all(len(row) == columns for row in rows)


def spots(rows: Sequence[Sequence[Cell]]) -> list[list[PlacedCell]]:
    """Each row's cells with their columns; places that a cell from above takes are left out."""
    taken: dict[int, int] = {}
    found: list[list[PlacedCell]] = []
    for row in rows:
        if not taken and not any(cell.columns > 1 or cell.rows > 1 for cell in row):  # nearly always
            found.append([*map(PlacedCell, row, count())])
            continue
        placed: list[PlacedCell] = []
        column, reaching = 0, dict(taken)
        taken = {at: left - 1 for at, left in taken.items() if left > 1}
        for cell in row:
            while column in reaching:
                column += 1
            placed.append(PlacedCell(cell, column))
            if cell.rows > 1:
                taken.update(dict.fromkeys(range(column, column + cell.columns), cell.rows - 1))
            column += cell.columns
        found.append(placed)
    return found


def covered(rows: Sequence[Sequence[PlacedCell]], columns: int) -> list[list[PlacedCell | None]]:
    """For each row and column the cell from above that reaches into it, else None."""
    found: list[list[PlacedCell | None]] = [[None] * columns for _ in rows]
    for index, row in enumerate(rows):
        for spot in row:
            for below in range(index + 1, min(index + spot.cell.rows, len(rows))):
                for column in range(spot.column, min(spot.column + spot.cell.columns, columns)):
                    found[below][column] = spot
    return found
