"""Notes in the page's margin: paragraphs of styles that carry a frame, before what they stand beside.

A frame hangs on the paragraph behind it, so that a note stands in the file before the block that it explains. Frames,
unlike text boxes and tables, leave their words in the text: editors type on in them, and headings stay in the
Navigation pane.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Exhibit, Heading, KeyFigures, NoteRef, Row, Table
from briefgen.model.traversal import inlines_in, leaves
from briefgen.records import dataclass, replace
from briefgen.render.docx.body.row_heights import column_height, note_height, source_height
from briefgen.render.table_columns import table_width
from briefgen.render.table_letters import POINTS_PER_MM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.model.document import Block, MarginNote
    from briefgen.model.looks.style import Style

_MORE, _LESS = 1.05, 0.95
"""What a note may be higher, and what stands beside it lower, than is counted."""
_BETWEEN = 8.0
"""Between two notes of the margin, in points."""


BEHIND = -1
"""Instead of the block that a note stands beside: it found no room there, and stands behind its row."""


def stands_in_text(note: MarginNote, style: Style) -> bool:
    """Whether a note stands behind its row: without a margin or room in it, and where a footnote hangs on it.

    LibreOffice has no footnotes in frames: it would drop the words, and number the others anew.
    """
    return (
        not style.page.margin_mm
        or note.anchor == BEHIND
        or any(isinstance(leaf, NoteRef) for leaf in inlines_in((note,)))
    )


@dataclass(frozen=True, slots=True)
class MarginPlacing:
    """What stands in the margin, and beside what."""

    blocks: tuple[Block, ...]
    """Those of the document, with notes beside the blocks where they have room."""
    beside: frozenset[str] = frozenset()
    """Ids of the exhibits whose key, source and note stand beside them."""


def margin_plan(blocks: Iterable[Block], style: Style, headed: float = 0.0, memo: float = 0.0) -> MarginPlacing:
    """Notes beside a later block of their row where those before them still fill the margin; sources where it is free.

    Frames do not make way for each other: two that hang on neighbouring paragraphs would be printed one over the other.
    A note that finds no room beside any block of its row stands below the one before it, in the frame of that, or where
    none is, behind its row in the text, as on the pages of a PDF.
    `headed` is how high what stands above them in the column is, `memo` what stands there in the margin, in points.
    """
    if not style.page.margin_mm:
        return MarginPlacing(tuple(blocks))
    margin = _Margin(style, headed, margin_filled(memo))
    made = tuple(margin.filled_beside(block) for block in blocks)
    return MarginPlacing(made, frozenset(margin.beside))


def margin_filled(memo: float) -> float:
    """How far down the margin counts as filled by what is about so high at its top; in points."""
    return memo * _MORE + _BETWEEN if memo else 0.0


class _Margin:
    """How far column and margin are filled, from the top of the brief on."""

    def __init__(self, style: Style, column: float, filled: float) -> None:
        self._style, self._column, self._filled = style, column, filled
        self.beside: set[str] = set()

    def filled_beside(self, block: Block) -> Block:
        """A row whose notes stand where they have room, and what is no row as it is."""
        row = block if isinstance(block, Row) else Row((block,))
        waiting = [note for note in row.notes if not stands_in_text(note, self._style)]
        behind = [note for note in row.notes if stands_in_text(note, self._style)]
        placed: list[MarginNote] = []
        for at, inner in enumerate(row.blocks):
            is_free, is_last = self._filled <= self._column, at == len(row.blocks) - 1
            while waiting and waiting[0].anchor <= at and (self._filled <= self._column or is_last):
                note = waiting.pop(0)
                if self._filled > self._column and not placed and all(map(_is_text, (note, *waiting))):
                    behind.append(replace(note, anchor=BEHIND))
                    continue
                has_room = self._filled <= self._column or not placed
                placed.append(replace(note, anchor=at if has_room else placed[-1].anchor))
                self._fill(note_height(note, self._style))
            if is_free and not waiting:  # below the notes that were put here it stands in their frame
                self._put_beside(inner, is_alone=not row.notes)
            self._column += column_height(inner, self._style) * _LESS
        return replace(row, notes=(*placed, *waiting, *behind)) if isinstance(block, Row) else block

    def _put_beside(self, block: Block, *, is_alone: bool) -> None:
        """Key, source and note of an exhibit, unless it reaches over the margin or a footnote hangs on them."""
        if not isinstance(block, Table | Exhibit) or block.caption is None:
            return
        lines = (*block.caption.legend, *block.caption.source, *block.caption.note)
        is_wide = isinstance(block, Table) and _is_wide(block, self._style, is_alone=is_alone)
        if lines and not is_wide and not any(isinstance(leaf, NoteRef) for leaf in leaves(lines)):
            self.beside.add(block.id)
            self._fill(source_height(block.caption, self._style))
            self._column -= source_height(block.caption, self._style, in_column=True) * _LESS

    def _fill(self, height: float) -> None:
        self._filled = max(self._filled, self._column) + height * _MORE + _BETWEEN


def _is_text(note: MarginNote) -> bool:
    """Whether a note reads on in the text; key figures would become a table there."""
    return not any(isinstance(block, KeyFigures) for block in note.said)


def _is_wide(table: Table, style: Style, *, is_alone: bool) -> bool:
    """Whether a table reaches over the margin."""
    return is_alone and table_width(table, style, is_alone=True) > style.page.column_mm * POINTS_PER_MM


def in_file_order(row: Row, style: Style) -> Iterator[Block]:
    """What a row holds in the order of the file; a note never stands before the heading of its row."""
    begins_with_heading = bool(row.blocks) and isinstance(row.blocks[0], Heading)
    left = [note for note in row.notes if not stands_in_text(note, style)]
    for place, block in enumerate(row.blocks):
        if place or not begins_with_heading:
            here = [note for note in left if note.anchor <= place]
            left = left[len(here) :]
            yield from here
        yield block
    yield from left
    yield from (note for note in row.notes if stands_in_text(note, style))
