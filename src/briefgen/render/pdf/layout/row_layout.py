"""Rows: a stretch of the text column under a rule, with its notes in the margin beside it."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.model.document import Callout, Exhibit, Heading, KeyFigures, Paragraph, Row, Table
from briefgen.records import replace
from briefgen.render.pdf.layout.boxes import Beside, Column, Rule, Slice
from briefgen.render.pdf.layout.margin_notes import RULE, behind_a_bar, stacked
from briefgen.render.table_columns import table_width

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from briefgen.model.document import Block, MarginNote
    from briefgen.render.pdf.layout.layout_context import Workshop
    from briefgen.render.pdf.objects.tag_tree import Tag

    Making = Callable[[Sequence[Block], Column, Tag, str], list[Slice]]

BEFORE = 15.0
"""Above a row."""
BETWEEN_EXHIBITS = 15.0
_BELOW_RULE = 5.5


class RowMaker:
    """Makes the slices of rows; `making` makes those of their blocks."""

    def __init__(self, workshop: Workshop, making: Making) -> None:
        self._workshop, self._making = workshop, making
        self._margin = workshop.margin

    def row(self, row: Row, column: Column, parent: Tag, name: str) -> list[Slice]:
        """The column's slices with the notes that hang on them; without a margin the notes come behind them."""
        made = [
            self._making((block,), self.room(block, column, is_alone=not row.notes), parent, name)
            for block in row.blocks
        ]
        _part_exhibits(row.blocks, made)
        start = self._start(row, column)
        notes = [(note, parent.add("Aside")) for note in row.notes]
        behind: list[Slice] = []
        hanging: dict[int, int] = {}
        for note, tag in notes:
            hung = self._beside(note, column, tag)
            if hung is None:
                behind += self._in_column(note, column, tag)
                continue
            at = self._anchor(row, note, made, start)
            place = hanging[id(at)] = hanging.get(id(at), -1) + 1
            at.beside.insert(place, hung)  # before the source of what it explains
        for place, group in enumerate(made[:2]):
            if group and _is_at_top(row, place):  # a source too
                start.beside += group[0].beside
                group[0].beside = []
        slices = [piece for group in made for piece in group]
        self._begin([note for piece in (start, *slices) for note in piece.beside][:1])
        if slices and self._margin:
            _close_up(slices)
        return [start, *slices, *behind]

    def _start(self, row: Row, column: Column) -> Slice:
        """Where a row begins: a rule, but above a box or what needs none."""
        first = row.blocks[0] if row.blocks else None
        is_ruled = not isinstance(first, Callout | KeyFigures | Paragraph) and self._margin is not None
        rule = Rule(column.x, 0.0, column.width, RULE, self._workshop.palette.ink)
        after = _BELOW_RULE if is_ruled else 0.0
        items = [rule] if is_ruled else []
        before = BEFORE if self._margin else 0.0
        return Slice(RULE if items else 0.0, [*items], before=before, after=after, keep=True, begins_row=True)

    def room(self, block: Block, column: Column, *, is_alone: bool) -> Column:
        """A table that needs it has the full measure where no note stands beside it."""
        if not isinstance(block, Table) or not is_alone:
            return column
        return Column(column.x, table_width(block, self._workshop.style, is_alone=True), column.frames)

    def _anchor(self, row: Row, note: MarginNote, made: Sequence[list[Slice]], start: Slice) -> Slice:
        """The slice whose top a note stands at: that of its block, or of the row where that follows its heading."""
        group = made[note.anchor] if note.anchor < len(made) else []
        return start if _is_at_top(row, note.anchor) or not group else group[0]

    def _begin(self, first: Sequence[Beside]) -> None:
        """Set the rule of a row above the first of its notes."""
        for note in first:
            hairline = note.piece.items[0]
            if isinstance(hairline, Rule):
                note.piece.items[0] = replace(hairline, thickness=RULE, colour=self._workshop.palette.ink)

    def _beside(self, note: MarginNote, column: Column, tag: Tag) -> Beside | None:
        if self._margin is None:
            return None
        noted = len(self._workshop.typesetter.noted)
        slices = self._making(note.said, self._margin, tag, "side")
        piece = stacked(slices, self._margin, self._workshop)
        if piece is None:
            del self._workshop.typesetter.noted[noted:]
            tag.children.clear()
            return None
        is_of_brief = all(isinstance(block, KeyFigures) for block in note.said)
        return Beside(piece, partial(self._moved, note, column, tag), is_of_brief)

    def _moved(self, note: MarginNote, column: Column, tag: Tag) -> list[Slice]:
        """A note set once more, in the column: it found no room in the margin of its row."""
        noted = len(self._workshop.typesetter.noted)
        tag.children.clear()
        slices = self._in_column(note, column, tag)
        del self._workshop.typesetter.noted[noted:]
        return slices

    def _in_column(self, note: MarginNote, column: Column, tag: Tag) -> list[Slice]:
        return self._making(note.said, behind_a_bar(column, self._workshop), tag, "side")


class KnownRows:
    """Rows as they were set for other documents of one brief, in one style: to be measured, and not to be painted.

    What is painted has its elements in the tree of its own document.
    """

    def __init__(self) -> None:
        self._all: dict[Hashable, dict[str, tuple[Row, list[Slice]]]] = {}
        self._kept: dict[str, tuple[Row, list[Slice]]] = {}

    def begin(self, around: Hashable) -> None:
        """Begin a document; `around` is all else that its rows are made of."""
        self._kept = self._all.setdefault(around, {})

    def of(self, row: Row) -> list[Slice] | None:
        """The slices of a row like this one."""
        known = self._kept.get(_begins_with(row))
        return known[1] if known and known[0] == row else None

    def keep(self, row: Row, slices: list[Slice]) -> None:
        """Know the slices of a row, in the place of another one that begins alike."""
        self._kept[_begins_with(row)] = row, slices


def _begins_with(row: Row) -> str:
    """The id of a row's first block, where that has one."""
    first = row.blocks[0] if row.blocks else None
    return first.id if isinstance(first, Heading | Table | Exhibit | Callout) else ""


def _is_at_top(row: Row, place: int) -> bool:
    """Whether a block begins its row, or stands right under the heading that does."""
    return place == 0 or (place == 1 and isinstance(row.blocks[0], Heading))


def _part_exhibits(blocks: Sequence[Block], made: Sequence[list[Slice]]) -> None:
    """Let an exhibit that follows another stand apart from it, so that its title is not read as the end of that one."""
    for (one, _), (other, slices) in pairwise(zip(blocks, made, strict=True)):
        if slices and isinstance(one, Table | Exhibit) and isinstance(other, Table | Exhibit):
            slices[0].before = max(slices[0].before, BETWEEN_EXHIBITS)


def _close_up(slices: list[Slice]) -> None:
    """Let a row's first block, or the box around it, stand right under its beginning."""
    slices[0].before = 0.0
    for frame in slices[0].frames[:1]:
        closer = replace(frame, before=0.0)
        for piece in slices:
            piece.frames = tuple(closer if one is frame else one for one in piece.frames)
