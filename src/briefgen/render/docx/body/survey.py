"""What has to be known of a document before its body is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import (
    BulletList,
    Callout,
    Exhibit,
    Heading,
    NumberedList,
    ReferenceList,
    SideNotes,
    Table,
)
from briefgen.render.docx.body.runs import reference_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.document import Block


def every_block(blocks: Sequence[Block]) -> Iterator[Block]:
    """All blocks, nested ones after the block that holds them."""
    for block in blocks:
        yield block
        match block:
            case BulletList() | NumberedList():
                for item in block.items:
                    yield from every_block(item)
            case Callout():
                yield from every_block(block.blocks)
            case SideNotes():
                yield from every_block((block.exhibit, *block.notes))
            case _:
                pass


def numbered_lists(blocks: Sequence[Block], level: int = 0) -> Iterator[tuple[int, int]]:
    """Depth and first number of every numbered list, in the order that the body is written in."""
    for block in blocks:
        match block:
            case BulletList() | NumberedList():
                if isinstance(block, NumberedList):
                    yield level, block.start
                for item in block.items:
                    yield from numbered_lists(item, level + 1)
            case Callout():
                yield from numbered_lists(block.blocks)
            case SideNotes():
                yield from numbered_lists(block.notes)
            case _:
                pass


def targets(blocks: Sequence[Block]) -> Iterator[str]:
    """The ids of what has a bookmark for links: headings, figures, tables with a caption, entries of the references."""
    for block in every_block(blocks):
        if isinstance(block, ReferenceList):
            yield from (reference_place(item.number) for item in block.items)
        elif isinstance(block, Heading | Exhibit) or (isinstance(block, Table) and block.caption):
            yield block.id
