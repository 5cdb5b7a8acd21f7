"""Names of the places that links lead to. No two kinds of thing can share one, whatever a heading says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Callout, Exhibit, Heading, ReferenceList, Table
from briefgen.model.traversal import every_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.document import Document

TITLE = "title"


def block_place(block: str) -> str:
    """The place of a heading, box, table or exhibit; ids hold no blanks."""
    return f"block {block}"


def block_of(place: str) -> str:
    """The id of the block at a place; empty where no block's is.

    Example:
        >>> block_of(block_place("trade")), block_of(note_place(1))
        ('trade', '')
    """
    kind, _, block = place.partition(" ")
    return block if kind == "block" else ""


def note_place(number: int) -> str:
    """The place of a footnote."""
    return f"note-{number}"


def reference_place(number: int | str) -> str:
    """The place of an entry of the reference list."""
    return f"reference-{number}"


def places_in(document: Document) -> Iterator[str]:
    """Every place of a document."""
    yield from (note_place(note.number) for note in document.notes)
    for block in every_block(document.blocks):
        if isinstance(block, Heading | Table | Exhibit | Callout):
            yield block_place(block.id)
        elif isinstance(block, ReferenceList):
            yield from (reference_place(item.number) for item in block.items)
