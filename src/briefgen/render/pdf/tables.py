"""Tables: column widths from the content, rows as slices, a rule under the head and hairlines between rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.model.document import Align
from briefgen.render.pdf.breaking import Line, lines
from briefgen.render.pdf.decimals import Reach, point_of, reaches
from briefgen.render.pdf.slices import Item, Rule, Slice, TextLine
from briefgen.render.pdf.tags import COLUMN_SCOPE, ROW_SCOPE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Cell, Table
    from briefgen.render.pdf.setting import Manner, Setting
    from briefgen.render.pdf.slices import Column
    from briefgen.render.pdf.tags import Tag
    from briefgen.render.pdf.workshop import Workshop

_SHARES = {Align.START: 0.0, Align.CENTRE: 0.5, Align.END: 1.0, Align.DECIMAL: 1.0}
_TOLERANCE = 0.01
_GAP, _MOST_GAPS = 9.0, 0.25
"""Between columns; and the share of a table's width that gaps may take."""
_ABOVE, _BELOW = 3.0, 3.0
"""Within a row."""
_HEAD_RULE, _HAIRLINE = 0.9, 0.4
_FEW_LINES = 4
"""Rows up to so many lines keep a neighbour at the ends of a table."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Left edge, width and alignment of each column."""

    lefts: list[float]
    widths: list[float]
    align: tuple[Align, ...]
    reaches: dict[int, Reach]
    mark: str

    def item(self, column: int, line: Line, y: float, *, figure: bool = False) -> TextLine:
        """A line of a cell, aligned; a `figure` in a column of figures at its decimal point."""
        slack = self.widths[column] - line.width
        left, reach = self.lefts[column], self.reaches.get(column)
        if figure and reach and reach.left + reach.right <= self.widths[column] + _TOLERANCE:
            point = point_of(line.setting, self.mark)
            if point is not None:
                return TextLine(line, left + self.widths[column] - reach.right - point, y)
        return TextLine(line, left + slack * _SHARES[self.align[column]], y)


def table_slices(table: Table, column: Column, tag: Tag, workshop: Workshop, mark: str) -> list[Slice]:
    """The head and the rows of a table under its element; `mark` stands before the decimals of figures."""
    head_look, look = workshop.manner("table_head", tabular=True), workshop.manner("table", tabular=True)
    head = _head(table, tag, head_look, workshop)
    rows = _rows(table, tag, look, workshop)
    grid = _grid(table, head, rows, column, mark)
    header = _head_slice(head, grid, head_look, column, workshop)
    slices = [header]
    for row in rows:
        slices.extend(_row_slices(row, grid, look, column, workshop, header))
    _keep_ends(slices, look.leading)
    return slices


def _head(table: Table, tag: Tag, look: Manner, workshop: Workshop) -> list[Setting]:
    # A head without a body is no table to a validator.
    row = (tag.add("THead") if table.rows else tag).add("TR")
    settings = []
    for cell in table.header:
        heading = row.add("TH")
        heading.attributes = COLUMN_SCOPE
        settings.append(workshop.typesetter.set(cell.inlines, look, heading))
    return settings


def _rows(table: Table, tag: Tag, look: Manner, workshop: Workshop) -> list[list[Setting]]:
    if not table.rows:
        return []
    body = tag.add("TBody")
    return [_row(cells, body.add("TR"), look, workshop, named=table.row_header) for cells in table.rows]


def _row(cells: tuple[Cell, ...], row: Tag, look: Manner, workshop: Workshop, *, named: bool) -> list[Setting]:
    settings = []
    for index, cell in enumerate(cells):
        heading = named and not index
        tag = row.add("TH" if heading else "TD")
        if heading:
            tag.attributes = ROW_SCOPE
        settings.append(workshop.typesetter.set(cell.inlines, look, tag))
    return settings


def _relative(shares: Sequence[int], room: float) -> list[float]:
    """Widths in a given proportion."""
    return [room * share / sum(shares) for share in shares]


def _by_content(rows: list[list[Setting]], room: float, count: int, reached: dict[int, Reach]) -> list[float]:
    """Widths between the least that breaks no word and what the cells take on one line."""
    least, most = [1.0] * count, [1.0] * count
    for row in rows:
        for index, setting in enumerate(row):
            full = setting.full_width
            most[index] = max(most[index], full)
            if full > least[index]:
                least[index] = max(least[index], setting.widest_piece)
    for index, reach in reached.items():
        most[index] = max(most[index], reach.left + reach.right)
    if sum(most) <= room:
        return [wide + (room - sum(most)) * wide / sum(most) for wide in most]
    if sum(least) <= room:
        slack = (room - sum(least)) / (sum(most) - sum(least))
        return [narrow + (wide - narrow) * slack for narrow, wide in zip(least, most, strict=True)]
    return _squeezed(least, room)


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


def _grid(table: Table, head: list[Setting], rows: list[list[Setting]], column: Column, mark: str) -> _Grid:
    count = len(table.align)
    gap = min(_GAP, column.width * _MOST_GAPS / max(count, 1))
    room = column.width - gap * (count - 1)
    shares = table.widths if len(table.widths) == count and all(share > 0 for share in table.widths) else ()
    reached = reaches(table.align, rows, mark)
    widths = _relative(shares, room) if shares else _by_content([head, *rows], room, count, reached)
    lefts, x = [], column.x
    for width in widths:
        lefts.append(x)
        x += width + gap
    return _Grid(lefts, widths, table.align, reached, mark)


def _head_slice(settings: list[Setting], grid: _Grid, look: Manner, column: Column, workshop: Workshop) -> Slice:
    cells = [lines(setting, grid.widths[index]) for index, setting in enumerate(settings)]
    deepest = max((len(cell) for cell in cells), default=1) or 1
    height = deepest * look.leading + _BELOW
    items: list[Item] = []
    for index, cell in enumerate(cells):
        top = (deepest - len(cell)) * look.leading + look.baseline
        items.extend(grid.item(index, line, top + nth * look.leading) for nth, line in enumerate(cell))
    items.append(Rule(column.x, height, column.width, _HEAD_RULE, workshop.palette.ink))
    notes = tuple(note for cell in cells for line in cell for note in line.notes)
    return Slice(height + _HEAD_RULE, items, keep=True, notes=notes, frames=column.frames)


def _row_slices(
    settings: list[Setting], grid: _Grid, look: Manner, column: Column, workshop: Workshop, header: Slice
) -> list[Slice]:
    """One slice, or one per line where the row is taller than a page."""
    cells = [lines(setting, grid.widths[index]) for index, setting in enumerate(settings)]
    deepest = max((len(cell) for cell in cells), default=1) or 1
    whole = deepest * look.leading + _ABOVE + _BELOW
    tall = whole + header.height > workshop.text_height
    bands = [range(nth, nth + 1) for nth in range(deepest)] if tall else [range(deepest)]
    slices = [_band(cells, band, grid, look, column, header) for band in bands]
    slices[-1].height += _BELOW
    slices[-1].items.append(Rule(column.x, slices[-1].height, column.width, _HAIRLINE, workshop.palette.hairline))
    if len(slices) > 1:
        slices[0].keep = slices[-2].keep = True
    return slices


def _band(cells: list[list[Line]], band: range, grid: _Grid, look: Manner, column: Column, header: Slice) -> Slice:
    """Some lines of a row."""
    above = 0.0 if band.start else _ABOVE
    items: list[Item] = []
    notes: tuple[int, ...] = ()
    for index, cell in enumerate(cells):
        for nth, line in enumerate(cell[band.start : band.stop]):
            y = above + nth * look.leading + look.baseline
            items.append(grid.item(index, line, y, figure=len(cell) == 1))
            notes += line.notes
    return Slice(above + len(band) * look.leading, items, notes=notes, frames=column.frames, header=header)


def _keep_ends(slices: list[Slice], leading: float) -> None:
    """A head is not left with one row, nor does one row go overleaf alone, where rows are small."""
    rows = slices[1:]
    if len(rows) > 1 and max(row.height for row in (*rows[:2], *rows[-2:])) <= _FEW_LINES * leading:
        rows[0].keep = rows[-2].keep = True
