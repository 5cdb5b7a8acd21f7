"""Notes in the page's margin: paragraphs of styles that carry a frame, before what they stand beside.

A frame hangs on the paragraph behind it, so that a note stands in the file before the block that it explains. Frames,
unlike text boxes and tables, leave their words in the text: editors type on in them, and headings stay in the
Navigation pane.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.document import Block, Row
    from briefgen.model.looks.style import Style


def in_file_order(row: Row, style: Style) -> Iterator[Block]:
    """What a row holds in the order of the file; a note never stands before the heading of its row."""
    if not style.page.margin_mm:
        yield from (*row.blocks, *row.notes)
        return
    begins_with_heading = bool(row.blocks) and isinstance(row.blocks[0], Heading)
    left = list(row.notes)
    for place, block in enumerate(row.blocks):
        if place or not begins_with_heading:
            here = [note for note in left if note.anchor <= place]
            left = left[len(here) :]
            yield from here
        yield block
    yield from left
