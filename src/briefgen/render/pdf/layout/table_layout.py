"""Tables: cells under their elements, rows as slices, a rule under the head and hairlines between rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Align
from briefgen.records import replace
from briefgen.render.pdf.layout.boxes import Rule, Slice
from briefgen.render.pdf.layout.column_measuring import SetCell, grid
from briefgen.render.pdf.objects.tag_tree import cell_attributes
from briefgen.render.pdf.text.line_breaking import lines
from briefgen.render.table_grid import covered, spots
from briefgen.render.table_letters import FIGURES, GAP, ROWS_AT_ENDS, gap_between, letters_scale, longest_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Table
    from briefgen.render.pdf.layout.boxes import Column, Item
    from briefgen.render.pdf.layout.column_measuring import Grid
    from briefgen.render.pdf.layout.layout_context import Workshop
    from briefgen.render.pdf.objects.tag_tree import Tag
    from briefgen.render.pdf.text.line_breaking import Line
    from briefgen.render.pdf.text.manners import Manner
    from briefgen.render.table_grid import PlacedCell

_ABOVE, _BELOW = 3.0, 3.0
"""Within a row, where the style says nothing else."""
_HEAD_RULE, _HAIRLINE = 0.9, 0.4
_FEW_LINES = 4
"""Rows up to so many lines keep a neighbour at the ends of a table."""
_BLEED = 3.0
"""How far the ground of a head reaches beyond its words."""
_MOST_JOINED = 0.5
"""Rows joined by a cell stay on one page up to this share of it."""


def table_slices(table: Table, column: Column, tag: Tag, workshop: Workshop, mark: str) -> list[Slice]:
    """The head and the rows of a table under its element; `mark` stands before the decimals of figures."""
    head_look, look = workshop.manner("table_head"), workshop.manner("table")
    head_look = replace(head_look, colour=workshop.style.head_ink or head_look.colour)
    inner = _inset(column, workshop)
    scale = _letters(table, inner, workshop)
    if scale < 1:
        head_look, look = (
            replace(one, size=one.size * scale, leading=one.leading * scale) for one in (head_look, look)
        )
    (header,), body = spots((table.header,)), spots(table.rows)
    # A head without a body is no table to a validator.
    over = [head_look] * len(table.align)
    head = _set_row(header, (tag.add("THead") if body else tag).add("TR"), over, workshop, scope="Column")
    group = tag.add("TBody") if body else tag
    named = "Row" if table.row_header else ""
    looks = [_cell_look(side, look, workshop) for side in table.align]
    if named:
        looks[0] = replace(looks[0], bold=True)
    rows = [_set_row(row, group.add("TR"), looks, workshop, scope=named, first=True) for row in body]
    made = _Rows(grid(table, [head, *rows], inner, mark, _gap(workshop)), column, workshop, head, head_look)
    slices = made.slices(rows, _closed(body, len(table.align)), look)
    _keep_ends(slices, look.leading)
    return slices


def _inset(column: Column, workshop: Workshop) -> Column:
    """Where the words of cells stand: within the room of the cells, at the right edge as much as at the left."""
    cells = workshop.style.cells
    if cells is None:
        return column
    return replace(
        column, x=column.x + cells.left, width=max(column.width - cells.left - min(cells.left, cells.right), 1.0)
    )


def _letters(table: Table, column: Column, workshop: Workshop) -> float:
    """How large the letters are, of their usual size, so that no word of the table breaks, where there are such."""
    if table.widths:
        return 1.0
    count = len(table.align)
    gaps = gap_between(workshop.style, column.width, count) * (count - 1)
    return letters_scale(longest_words(table, workshop.style), workshop.style, column.width, gaps)


def _gap(workshop: Workshop) -> float:
    """What lies between the words of two columns."""
    cells = workshop.style.cells
    return cells.left + cells.right if cells else GAP


def _cell_look(side: Align, look: Manner, workshop: Workshop) -> Manner:
    """How the words of a column look: figures of one width under each other, what they may be muted."""
    colour = workshop.palette.muted if side is Align.INTERVAL else look.colour
    return replace(look, tabular=side in FIGURES, colour=colour)


def _set_row(
    row: Sequence[PlacedCell], tag: Tag, looks: Sequence[Manner], workshop: Workshop, *, scope: str, first: bool = False
) -> list[SetCell]:
    """The cells of a row; those of a head are headings, and with a `scope` the `first` one of a row."""
    settings = []
    for spot in row:
        cell = spot.cell
        heading = bool(scope) and not (first and spot.column)
        element = tag.add("TH" if heading else "TD")
        element.attributes = cell_attributes(scope if heading else "", cell.columns, cell.rows)
        setting = workshop.typesetter.set(cell.inlines, looks[spot.column], element)
        settings.append(SetCell(setting, spot.column, cell.columns, cell.rows))
    return settings


def _closed(rows: Sequence[Sequence[PlacedCell]], count: int) -> dict[int, list[bool]]:
    """Row → the columns under which it ends, for rows that a cell reaches beyond."""
    if all(spot.cell.rows == 1 for row in rows for spot in row):
        return {}
    reaching = covered(rows, count)
    found = {}
    for index in range(len(rows) - 1):
        closed = [spot is None for spot in reaching[index + 1]]
        if not all(closed):
            found[index] = closed
    return found


class _Rows:
    """Makes the slices of one table."""

    def __init__(self, of: Grid, column: Column, workshop: Workshop, head: list[SetCell], look: Manner) -> None:
        self._grid, self._column, self._workshop = of, column, workshop
        cells, text = workshop.style.cells, workshop.text("table")
        self._above, self._below = _ABOVE, _BELOW
        self._over_head = cells.top if cells else 0.0
        if cells:
            self._above, self._below = cells.top + text.space_before, cells.bottom + text.space_after
        self._header = self._head(head, look)

    def slices(self, rows: Sequence[list[SetCell]], closed: dict[int, list[bool]], look: Manner) -> list[Slice]:
        """The head and all rows."""
        slices, palette, band_rows = [self._header], self._workshop.palette, self._workshop.style.band_rows
        deep: list[tuple[int, float]] = []
        bottom = 0.0
        for index, row in enumerate(rows):
            cells = [(cell, lines(cell.setting, self._grid.width(cell))) for cell in row]
            slices.extend(made := self._row(cells, look, closed.get(index), palette.band(index, band_rows)))
            for cell, found in cells:
                if cell.rows > 1:
                    end = min(index + cell.rows, len(rows))
                    deep.append((end, bottom + len(found) * look.leading + self._above + self._below))
            bottom += sum(piece.height for piece in made)
            if deep:
                wanted = max((depth for end, depth in deep if end <= index + 1), default=0.0)
                bottom += _deepen(made[-1], wanted - bottom)
                deep = [(end, depth) for end, depth in deep if end > index + 1]
        return slices

    def _head(self, cells: list[SetCell], look: Manner) -> Slice:
        found = [(cell, lines(cell.setting, self._grid.width(cell))) for cell in cells]
        deepest = max((len(broken) for _, broken in found), default=1) or 1
        height = self._over_head + deepest * look.leading + self._below
        items: list[Item] = self._ground(height)
        for cell, broken in found:
            top = self._over_head + (deepest - len(broken)) * look.leading + look.baseline
            items.extend(self._grid.item(cell, line, top + nth * look.leading) for nth, line in enumerate(broken))
        items.append(Rule(self._column.x, height, self._column.width, _HEAD_RULE, self._workshop.palette.ink))
        notes = tuple(note for _, broken in found for line in broken for note in line.notes)
        return Slice(height + _HEAD_RULE, items, keep=True, notes=notes, frames=self._column.frames)

    def _ground(self, height: float) -> list[Item]:
        """The colour behind the head, where the style has one."""
        fill = self._workshop.palette.head_fill
        return [self._filled(0.0, height, fill)] if fill else []

    def _filled(self, y: float, height: float, fill: str) -> Rule:
        """A ground across the table; where words stand at its very edge, it reaches a little beyond them."""
        column = self._column
        bleed = 0.0 if self._workshop.style.cells else _BLEED
        return Rule(column.x - bleed, y, column.width + 2 * bleed, height, fill)

    def _row(
        self, cells: list[tuple[SetCell, list[Line]]], look: Manner, closed: list[bool] | None, fill: str
    ) -> list[Slice]:
        """One slice, or one per line where the row is taller than a page."""
        # A cell that reaches into further rows finds its room in them; where it does not, `slices` deepens the last.
        deepest = max((len(broken) for cell, broken in cells if cell.rows == 1), default=1) or 1
        whole = deepest * look.leading + self._above + self._below
        room = self._workshop.text_height - self._header.height
        bands = [range(nth, nth + 1) for nth in range(deepest)] if whole > room else [range(deepest)]
        slices = [self._band(cells, band, look) for band in bands]
        end = slices[-1]
        end.height += self._below
        if fill:
            for piece in slices:
                # The rule under the row above hangs into this one.
                piece.items.insert(0, self._filled(_HAIRLINE, piece.height - _HAIRLINE, fill))
        end.items.extend(self._hairlines(end.height, closed))
        # Of a row that is divided two lines stay together at either end, as of a paragraph.
        if len(slices) > 1:
            slices[0].keep = slices[-2].keep = True
        # What a cell joins stays together, unless it is so much that a page's end must come in between.
        end.keep = closed is not None and whole < self._workshop.text_height * _MOST_JOINED
        return slices

    def _hairlines(self, y: float, closed: list[bool] | None) -> list[Rule]:
        """A hairline under the row, left open where a cell reaches into the next one."""
        column, colour = self._column, self._workshop.palette.hairline
        if closed is None:
            return [Rule(column.x, y, column.width, _HAIRLINE, colour)]
        edges = [*self._grid.lefts, column.x + column.width]
        found: list[Rule] = []
        for index, ends in enumerate(closed):
            if ends:
                left, right = edges[index], edges[index] + self._grid.widths[index]
                if found and closed[index - 1]:
                    before = found.pop()
                    left = before.x
                found.append(Rule(left, y, right - left, _HAIRLINE, colour))
        return found

    def _band(self, cells: list[tuple[SetCell, list[Line]]], band: range, look: Manner) -> Slice:
        """Some lines of a row; a cell that reaches into further rows stands in the first."""
        above = 0.0 if band.start else self._above
        items: list[Item] = []
        notes: tuple[int, ...] = ()
        for cell, broken in cells:
            shown = broken if cell.rows > 1 and not band.start else broken[band.start : band.stop]
            if cell.rows > 1 and band.start:  # told in the first band, whole
                continue
            for nth, line in enumerate(shown):
                y = above + nth * look.leading + look.baseline
                items.append(self._grid.item(cell, line, y, figure=len(broken) == 1))
                notes += line.notes
        height = above + len(band) * look.leading
        return Slice(height, items, notes=notes, frames=self._column.frames, header=self._header)


def _deepen(piece: Slice, missing: float) -> float:
    """Make a row higher for a cell that ends in it, with its hairlines and its ground; gives by how much."""
    if missing <= 0:
        return 0.0
    for index, item in enumerate(piece.items):
        if isinstance(item, Rule) and item.y < piece.height:
            piece.items[index] = replace(item, thickness=item.thickness + missing)
        elif isinstance(item, Rule):
            piece.items[index] = replace(item, y=item.y + missing)
    piece.height += missing
    return missing


def _keep_ends(slices: list[Slice], leading: float) -> None:
    """A head is not left with two rows, nor do two go overleaf alone, where rows are small."""
    rows = slices[1:]
    ends = (*rows[:ROWS_AT_ENDS], *rows[-ROWS_AT_ENDS:])
    if len(rows) > 1 and max(row.height for row in ends) <= _FEW_LINES * leading:
        for row in (*rows[: ROWS_AT_ENDS - 1], *rows[-ROWS_AT_ENDS:-1]):
            row.keep = True
