"""Tables with more columns than a page can hold: turned, so that they go down the page, or told in parts.

It is done before anything is written, so that all formats say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from briefgen.compose.markdown.decimal_columns import aligned
from briefgen.model.document import (
    Align,
    Block,
    BulletList,
    Callout,
    Cell,
    Exhibit,
    Heading,
    KeyFigures,
    MarginNote,
    Note,
    NoteRef,
    NumberedList,
    Paragraph,
    ReferenceList,
    Row,
    Table,
    TextRun,
)
from briefgen.model.origin import NUMBERING
from briefgen.model.traversal import inlines_in, mapped, regrouped, replaced
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.model.document import Inline
    from briefgen.model.traversal import Leaf, Run
    from briefgen.model.wording.phrases import Phrases

Shares: TypeAlias = Callable[[Table, bool], Sequence[float]]
"""The share that each column of a table needs at the least of the text column, or of the full measure where it is told
that the table has that."""

_FEW = 5
"""Up to so many columns find room on any page."""
_NESTED = 0.9
"""The share of the width that is left in a list or a box."""
_HALVINGS = 8
"""How closely the widths of the parts of a table are made alike."""


def fitted(rows: Iterable[Row], shares: Shares, phrases: Phrases) -> tuple[Row, ...]:
    """The rows with each table as wide as a page can hold it: beside notes it has the column, else the full measure."""
    return tuple(_Fitting(shares, phrases, is_alone=not row.notes).row(row) for row in rows)


class _Fitting:
    def __init__(self, shares: Shares, phrases: Phrases, *, is_alone: bool) -> None:
        self._measured, self._phrases, self._is_alone = shares, phrases, is_alone

    def row(self, row: Row) -> Row:
        return regrouped(row, [self._block(block, 1.0) for block in row.blocks])

    def blocks(self, blocks: Iterable[Block], room: float) -> tuple[Block, ...]:
        return tuple(made for block in blocks for made in self._block(block, room))

    def _block(self, block: Block, room: float) -> Sequence[Block]:
        match block:
            case Table():
                return self._table(block, room)
            case BulletList() | NumberedList():
                items = (self.blocks(item, room * _NESTED) for item in block.items)
                return (replace(block, items=tuple(items)),)
            case Callout():
                return (replace(block, blocks=self.blocks(block.blocks, room * _NESTED)),)
            case Heading() | Paragraph() | Exhibit() | KeyFigures() | ReferenceList() | MarginNote() | Row():
                return (block,)

    def _table(self, table: Table, room: float) -> Sequence[Table]:
        if self._fits(table, room) or _has_joined_cells(table):
            return (table,)
        over = turned(table, self._phrases)
        return (over,) if self._fits(over, room) else tuple(self._parts(table, room))

    def _fits(self, table: Table, room: float) -> bool:
        return len(table.align) <= _FEW or sum(self._shares(table, room)) <= room

    def _shares(self, table: Table, room: float) -> Sequence[float]:
        """In a list or a box a table has the column, as beside notes."""
        return self._measured(table, self._is_alone and room == 1.0)

    def _parts(self, table: Table, room: float) -> Iterator[Table]:
        """As many columns as find room, again and again, each time behind the first, which says what a row is.

        They are shared out so that no part is much wider than another: one column alone says little.
        """
        first, *wanted = self._shares(table, room)
        ends = _ends(table, wanted, room - first)
        least, most = 0.0, room - first
        for _ in range(_HALVINGS):
            middle = (least + most) / 2
            closer = _ends(table, wanted, middle)
            if len(closer) > len(ends):
                least = middle
            else:
                most, ends = middle, closer
        for start, end in pairwise((1, *ends)):
            yield self._part(table, range(start, end))

    def _part(self, table: Table, columns: range) -> Table:
        """Some columns behind the first; the note stands under the last of all."""
        count, caption = len(table.align), table.caption
        is_first, is_last = columns.start == 1, columns.stop == count
        if caption:
            told = self._phrases.columns_of.format(first=columns.start + 1, last=columns.stop, count=count)
            part = self._phrases.remarked.format(words="", remark=told)
            note = caption.note if is_last else ()
            caption = replace(
                caption,
                title=(*caption.title, TextRun(part, NUMBERING)),
                note=note,
            )
        head = table.header[0] if is_first else _without_notes(table.header[0])
        rows = ((row[0] if is_first else _without_notes(row[0]), *_of(row, columns)) for row in table.rows)
        align = (table.align[0], *(table.align[column] for column in columns))
        header, name = (head, *_of(table.header, columns)), f"{table.id}{'' if is_first else f'-{columns.start}'}"
        return Table(name if table.id else "", align, header, tuple(rows), caption, (), table.row_header)


def _turned_head(corner: Cell, phrases: Phrases) -> Iterator[Inline]:
    """The words of a corner, and that they are said of what stands to its right."""
    for before, place in phrases.turned.pieces():
        if before:
            yield TextRun(before)
        if place:
            yield from corner.inlines


def turned(table: Table, phrases: Phrases) -> Table:
    """The table with its rows as columns; the corner says what stands to its right."""
    corner = table.header[0]
    head = (Cell(tuple(_turned_head(corner, phrases))), *(row[0] for row in table.rows))
    rows = tuple(
        (table.header[column], *(row[column] for row in table.rows)) for column in range(1, len(table.align))
    )  # fmt: skip
    numbers = sum(side not in {Align.START, Align.CENTRE} for side in table.align[1:])
    side = Align.END if numbers * 2 >= len(table.align) - 1 else Align.START
    align = aligned((Align.START, *(side for _ in table.rows)), rows)
    return Table(table.id, align, head, rows, table.caption, (), row_header=True)


def _ends(table: Table, wanted: Sequence[float], room: float) -> list[int]:
    """Where parts end that hold as many columns as find room, and one at the least."""
    ends: list[int] = []
    at, count, taken = 1, len(table.align), 0.0
    while at < count:
        end = _end_of(table, at)
        more = sum(wanted[at - 1 : end - 1])
        if taken and taken + more > room:
            ends.append(at)
            taken = 0.0
        taken += more
        at = end
    return [*ends, count]


def _end_of(table: Table, column: int) -> int:
    """The end of a column with what stands beside its figures: they do not part."""
    is_beside = column + 1 < len(table.align) and table.align[column + 1] is Align.INTERVAL
    return column + 1 + is_beside


def _of(row: Sequence[Cell], columns: range) -> Sequence[Cell]:
    return row[columns.start : columns.stop]


def _has_joined_cells(table: Table) -> bool:
    return any(cell.columns > 1 or cell.rows > 1 for row in (table.header, *table.rows) for cell in row)


def _without_notes(cell: Cell) -> Cell:
    """A cell that is said again, without the signs of its notes: each leads to one place."""
    return replace(cell, inlines=replaced(cell.inlines, lambda leaf: () if isinstance(leaf, NoteRef) else (leaf,)))


def with_notes_in_order(blocks: Sequence[Block], notes: Sequence[Note]) -> tuple[tuple[Block, ...], list[Note]]:
    """The blocks with their footnotes counted anew in the order of the text, where tables have changed it."""
    met = [leaf.number for leaf in inlines_in(blocks) if isinstance(leaf, NoteRef)]
    if met == sorted(met):
        return tuple(blocks), list(notes)
    new = {old: number for number, old in enumerate(dict.fromkeys([*met, *(note.number for note in notes)]), 1)}

    def counted(leaf: Leaf) -> tuple[Inline, ...]:
        return (NoteRef(new[leaf.number]),) if isinstance(leaf, NoteRef) else (leaf,)

    def change(run: Run) -> Run:
        return replaced(run, counted)

    moved = sorted((replace(note, number=new[note.number]) for note in notes), key=lambda note: note.number)
    return tuple(mapped(block, change) for block in blocks), moved
