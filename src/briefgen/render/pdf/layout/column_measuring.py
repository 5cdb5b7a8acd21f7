"""The columns of a table: how wide they are, and where the cells of a row stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Align
from briefgen.records import dataclass
from briefgen.render.pdf.layout.boxes import TextLine
from briefgen.render.pdf.text.decimal_alignment import Reach, reach_of
from briefgen.render.table_letters import FIGURES, GAP, MOST_GAPS, shared_widths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Table
    from briefgen.render.pdf.layout.boxes import Column
    from briefgen.render.pdf.text.inline_layout import Setting
    from briefgen.render.pdf.text.line_breaking import Line

_SHARES = {Align.START: 0.0, Align.CENTRE: 0.5, Align.END: 1.0, Align.DECIMAL: 1.0, Align.INTERVAL: 1.0}
_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell, set but not yet broken into lines."""

    setting: Setting
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """Left edge, width and alignment of each column."""

    lefts: list[float]
    widths: list[float]
    align: tuple[Align, ...]
    reaches: dict[int, Reach]

    def width(self, cell: SetCell) -> float:
        """The width of a cell, gaps between its columns included."""
        if cell.columns == 1:
            return self.widths[cell.column]
        last = min(cell.column + cell.columns, len(self.widths)) - 1
        return self.lefts[last] + self.widths[last] - self.lefts[cell.column]

    def item(self, cell: SetCell, line: Line, y: float, *, figure: bool = False) -> TextLine:
        """A line of a cell, aligned; a `figure` in a column of figures at its decimal point."""
        left = self.lefts[cell.column]
        if cell.columns > 1:
            return TextLine(line, left, y)
        width, reach = self.widths[cell.column], self.reaches.get(cell.column)
        if figure and reach and reach.left + reach.right <= width + _TOLERANCE:
            point = reach.points.get(line.setting)
            if point is not None:
                return TextLine(line, left + width - reach.right - point, y)
        return TextLine(line, left + (width - line.width) * _SHARES[self.align[cell.column]], y)


def grid(table: Table, rows: Sequence[Sequence[SetCell]], column: Column, mark: str, between: float = GAP) -> Grid:
    """The columns of a table whose first row is its head; `mark` stands before the decimals of figures."""
    count = len(table.align)
    gap = min(between, column.width * MOST_GAPS / max(count, 1))
    room = column.width - gap * (count - 1)
    shares = table.widths if len(table.widths) == count and all(share > 0 for share in table.widths) else ()
    reached = _reaches(table, rows[1:], mark)
    widths = _relative(shares, room) if shares else _by_content(rows, room, table.align, reached)
    lefts, x = [], column.x
    for width in widths:
        lefts.append(x)
        x += width + gap
    return Grid(lefts, widths, table.align, reached)


def _reaches(table: Table, rows: Sequence[Sequence[SetCell]], mark: str) -> dict[int, Reach]:
    found: dict[int, Reach] = {}
    for column in (index for index, side in enumerate(table.align) if side is Align.DECIMAL):
        cells = [cell.setting for row in rows for cell in row if cell.column == column and cell.columns == 1]
        if reach := reach_of(cells, mark):
            found[column] = reach
    return found


def _relative(shares: Sequence[int], room: float) -> list[float]:
    """Widths in a given proportion."""
    return [room * share / sum(shares) for share in shares]


def _by_content(
    rows: Sequence[Sequence[SetCell]], room: float, align: Sequence[Align], reached: dict[int, Reach]
) -> list[float]:
    """Widths between the least that breaks no word and what the cells take on one line.

    Where there is not room for all, heads of figures are the first to take several lines: their figures are short.
    """
    least, most, bare = _wanted(rows, len(align))
    for index, reach in reached.items():
        most[index], bare[index] = (max(wide[index], reach.left + reach.right) for wide in (most, bare))
    if sum(most) > room:
        most = [
            max(bare[n], least[n]) if side in FIGURES else wide
            for n, (side, wide) in enumerate(zip(align, most, strict=True))
        ]
    if sum(most) <= room:
        return [wide + (room - sum(most)) * wide / sum(most) for wide in most]
    if sum(least) <= room:
        return shared_widths(least, most, room)
    return _squeezed(least, room)


def _wanted(rows: Sequence[Sequence[SetCell]], count: int) -> tuple[list[float], list[float], list[float]]:
    """What each column takes so that no word breaks, so that no line does, and so that no line below the head does."""
    head, body = (_of_single_cells(part, count) for part in (rows[:1], rows[1:]))
    least, most = ([*map(max, *both)] for both in zip(head, body, strict=True))
    bare = body[1]
    for cell in _joined(rows):
        _widen(most, cell, cell.setting.full_width)
        _widen(least, cell, cell.setting.widest_piece)
    for cell in _joined(rows[1:]):
        _widen(bare, cell, cell.setting.full_width)
    return least, most, bare


def _joined(rows: Sequence[Sequence[SetCell]]) -> list[SetCell]:
    return [cell for row in rows for cell in row if cell.columns > 1]


def _of_single_cells(rows: Sequence[Sequence[SetCell]], count: int) -> tuple[list[float], list[float]]:
    """What each column takes so that no word breaks, and so that no line does, joined cells aside."""
    least, most = [1.0] * count, [1.0] * count
    for row in rows:
        for cell in row:
            if cell.columns == 1:
                index, full = cell.column, cell.setting.full_width
                most[index] = max(most[index], full)
                if full > least[index]:
                    least[index] = max(least[index], cell.setting.widest_piece)
    return least, most


def _widen(widths: list[float], cell: SetCell, wanted: float) -> None:
    """Let the columns of a joined cell share what it wants beyond their own cells."""
    columns = range(cell.column, min(cell.column + cell.columns, len(widths)))
    lacking = (wanted - sum(widths[index] for index in columns)) / len(columns)
    for index in columns if lacking > 0 else ():
        widths[index] += lacking


def _squeezed(least: list[float], room: float) -> list[float]:
    """Narrow columns keep their width; the wide ones share what is left."""
    widths = dict(enumerate(least))
    open_columns = sorted(widths, key=lambda index: (least[index], index))
    while open_columns:
        share = room / len(open_columns)
        narrowest = open_columns[0]
        if least[narrowest] > share:
            return [share if index in open_columns else widths[index] for index in range(len(least))]
        room -= least[narrowest]
        open_columns.pop(0)
    return list(least)
