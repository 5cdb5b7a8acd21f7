"""Tables of plain text: columns side by side between two rules, or entry by entry where they have no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Align
from briefgen.render.eml.line_filling import QUOTED, columns_of, filled, hung, indented, padded, parted, units_of
from briefgen.render.eml.mail_text_inlines import text_of
from briefgen.render.table_grid import spots

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.document import Cell, Table
    from briefgen.render.table_grid import PlacedCell

_APART = "  "
_GAP = len(_APART)
_BETWEEN = " | "
"""Between the heads that entries are told by."""
_ENTRIES = "- - - - -"
"""Above and below them."""
_SET_IN = "  "


def table_lines(table: Table, width: int) -> list[str]:
    """The table within some columns; one in off the edge where a row would begin like a quotation."""
    grid = _Grid(table)
    lines = grid.lines(width)
    return indented(grid.lines(width - 1), 1) if any(line.startswith(QUOTED) for line in lines) else lines


class _Grid:
    """The texts of a table's cells, and where they stand."""

    def __init__(self, table: Table) -> None:
        self._align = table.align
        self._head, *self._rows = [_texts(row) for part in ((table.header,), table.rows) for row in spots(part)]

    def lines(self, width: int) -> list[str]:
        """All of them."""
        shares = self._shares(width)
        return self._side_by_side(shares) if shares else self._by_entry(width)

    def _shares(self, width: int) -> list[int]:
        """How wide each column is; nothing where there is one alone, or no room for the longest word of each."""
        rows = (self._head, *self._rows)
        least = self._widths([[(spot, _longest_unit(text)) for spot, text in row] for row in rows])
        wanted = self._widths([[(spot, columns_of(text)) for spot, text in row] for row in rows])
        room = width - _GAP * (len(least) - 1) - sum(least)
        if len(least) == 1 or room < 0:
            return []
        return _shared_out(least, wanted, room)

    def _widths(self, rows: Sequence[Sequence[tuple[PlacedCell, int]]]) -> list[int]:
        """How wide columns are that hold such widths; what joined cells want more, the last of theirs gives."""
        found = [1] * len(self._align)
        placed = [one for row in rows for one in row]
        for spot, width in sorted(placed, key=lambda one: one[0].cell.columns):
            last = spot.column + spot.cell.columns - 1
            before = sum(found[spot.column : last]) + _GAP * (last - spot.column)
            found[last] = max(found[last], width - before)
        return found

    def _side_by_side(self, shares: Sequence[int]) -> list[str]:
        """Rows of cells in columns; where one of them has several lines, they stand apart."""
        rule = _APART.join("-" * share for share in shares)
        rows = [self._row(row, shares) for row in self._rows]
        are_apart = any(len(row) > 1 for row in rows)
        body = parted(rows) if are_apart else [line for row in rows for line in row]
        body += [""] if are_apart and len(rows) == 1 else []  # else its lines would look like rows
        return [*self._row(self._head, shares), rule, *body, rule]

    def _row(self, row: Sequence[tuple[PlacedCell, str]], shares: Sequence[int]) -> list[str]:
        cells = [(spot, filled(text, self._room(spot, shares))) for spot, text in row]
        height = max((len(lines) for _, lines in cells), default=0)
        return [self._line(cells, shares, at).rstrip(" ") for at in range(max(height, 1))]

    def _line(self, cells: Sequence[tuple[PlacedCell, list[str]]], shares: Sequence[int], at: int) -> str:
        line = ""
        for spot, lines in cells:
            start = sum(shares[: spot.column]) + _GAP * spot.column
            said = lines[at] if at < len(lines) else ""
            at_end = spot.cell.columns == 1 and self._align[spot.column] not in {Align.START, Align.CENTRE}
            line = padded(line, start) + padded(said, self._room(spot, shares), at_end=at_end)
        return line

    def _room(self, spot: PlacedCell, shares: Sequence[int]) -> int:
        return sum(shares[spot.column : spot.column + spot.cell.columns]) + _GAP * (spot.cell.columns - 1)

    def _by_entry(self, width: int) -> list[str]:
        """The heads, then each row as lines that begin with them; what is empty is left out."""
        heads = [text.replace("\n", " ") for _, text in self._head]
        entries = [list(self._entry(row, width)) for row in self._rows]
        return [*filled(_BETWEEN.join(heads), width), _ENTRIES, *parted(entries), _ENTRIES]

    def _entry(self, row: Sequence[tuple[PlacedCell, str]], width: int) -> Iterator[str]:
        for spot, text in row:
            said = " ".join(text.split("\n"))
            if not said.strip():
                continue
            if spot.column == 0:
                yield from filled(said, width)
            else:
                head = self._head_over(spot.column)
                label = f"{head}: " if head else ""
                yield from hung(_SET_IN, filled(f"{label}{said}", width - len(_SET_IN)))

    def _head_over(self, column: int) -> str:
        over = [text for spot, text in self._head if spot.column <= column < spot.column + spot.cell.columns]
        return " ".join(over[0].split()) if over else ""


def _texts(row: Sequence[PlacedCell]) -> list[tuple[PlacedCell, str]]:
    return [(spot, _said(spot.cell)) for spot in row]


def _said(cell: Cell) -> str:
    return text_of(cell.inlines).strip()


def _longest_unit(text: str) -> int:
    return max((columns_of(unit) for line in text.split("\n") for unit in units_of(line)), default=0)


def _shared_out(least: Sequence[int], wanted: Sequence[int], room: int) -> list[int]:
    """The columns with what room there is: it goes to those whose longest cell would have the most lines."""
    widths = list(least)
    for _ in range(room):
        wanting = [at for at, width in enumerate(widths) if width < wanted[at]]
        if not wanting:
            break
        widths[max(wanting, key=lambda at: wanted[at] / widths[at])] += 1
    return widths
