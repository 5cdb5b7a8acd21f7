"""Names of the places that links lead to. No two kinds of thing can share one, whatever a heading says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import BulletList, Callout, Exhibit, Heading, NumberedList, ReferenceList, SideNotes, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.document import Block, Document

TITLE = "title"


def block_place(block: str) -> str:
    """The place of a heading, table or exhibit; ids hold no blanks."""
    return f"block {block}"


def note_place(number: int) -> str:
    """The place of a footnote."""
    return f"note-{number}"


def reference_place(number: int | str) -> str:
    """The place of an entry of the reference list."""
    return f"reference-{number}"


def places_in(document: Document) -> Iterator[str]:
    """Every place of a document."""
    yield from (note_place(note.number) for note in document.notes)
    for block in document.blocks:
        yield from _places(block)


def _places(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Table() | Exhibit():
            yield block_place(block.id)
        case ReferenceList():
            yield from (reference_place(item.number) for item in block.items)
        case BulletList() | NumberedList():
            yield from (place for item in block.items for inner in item for place in _places(inner))
        case Callout():
            yield block_place(block.id)
            yield from (place for inner in block.blocks for place in _places(inner))
        case SideNotes():
            yield from (place for inner in (block.exhibit, *block.notes) for place in _places(inner))
        case _:
            pass
