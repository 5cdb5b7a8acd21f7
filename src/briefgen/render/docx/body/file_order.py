"""Notes in the page's margin: paragraphs of styles that carry a frame, before what they stand beside.

A frame hangs on the paragraph behind it, so that a note stands in the file before the block that it explains. Frames,
unlike text boxes and tables, leave their words in the text: editors type on in them, and headings stay in the
Navigation pane.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.model.document import Heading, NoteRef, Row
from briefgen.model.traversal import inlines_in
from briefgen.render.docx.body.row_heights import column_height, note_height

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.model.document import Block, MarginNote
    from briefgen.model.looks.style import Style

_MORE, _LESS = 1.05, 0.95
"""What a note may be higher, and what stands beside it lower, than is counted."""
_BETWEEN = 8.0
"""Between two notes of the margin, in points."""


def stands_in_text(note: MarginNote, style: Style) -> bool:
    """Whether a note stands behind its row: without a margin, and where a footnote hangs on it.

    LibreOffice has no footnotes in frames: it would drop the words, and number the others anew.
    """
    return not style.page.margin_mm or any(isinstance(leaf, NoteRef) for leaf in inlines_in((note,)))


def notes_apart(
    blocks: Iterable[Block], style: Style, headed: float = 0.0, memo: float = 0.0
) -> tuple[Block, ...]:  # fmt: skip
    """The blocks with notes beside a later block of their row, where those before them still fill the margin.

    `headed` is how high what stands above them in the column is, `memo` what stands there in the margin, in points.

    Frames do not make way for each other: two that hang on neighbouring paragraphs would be printed one over the other.
    """
    if not style.page.margin_mm:
        return tuple(blocks)
    made: list[Block] = []
    column, filled = headed, memo * _MORE + _BETWEEN if memo else 0.0
    for block in blocks:
        row = block if isinstance(block, Row) else Row((block,))
        waiting = [note for note in row.notes if not stands_in_text(note, style)]
        behind = [note for note in row.notes if stands_in_text(note, style)]
        placed: list[MarginNote] = []
        for at, inner in enumerate(row.blocks):
            while waiting and waiting[0].anchor <= at and (filled <= column or at == len(row.blocks) - 1):
                note = waiting.pop(0)
                placed.append(replace(note, anchor=at))
                filled = max(filled, column) + note_height(note, style) * _MORE + _BETWEEN
            column += column_height(inner, style) * _LESS
        made.append(replace(row, notes=(*placed, *waiting, *behind)) if isinstance(block, Row) else block)
    return tuple(made)


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
