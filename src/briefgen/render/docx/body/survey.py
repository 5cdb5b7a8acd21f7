"""What has to be known of a document before its body is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from briefgen.model.document import BulletList, Callout, Exhibit, Heading, NumberedList, ReferenceList, Table
from briefgen.model.traversal import children, every_block
from briefgen.render.docx.body.runs import reference_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.model.document import Block


def numbered_lists(blocks: Iterable[Block], level: int = 0) -> Iterator[tuple[int, int]]:
    """Depth and first number of every numbered list, in the order that the body is written in."""
    for block in blocks:
        if isinstance(block, NumberedList):
            yield level, block.start
        is_list = isinstance(block, BulletList | NumberedList)
        yield from numbered_lists(children(block), level + 1 if is_list else 0)


def targets(blocks: Sequence[Block]) -> Iterator[str]:
    """The ids of what has a bookmark for links: headings, figures, titled tables and boxes, references."""
    for block in every_block(blocks):
        if isinstance(block, ReferenceList):
            yield from (reference_place(item.number) for item in block.items)
        elif isinstance(block, Heading | Exhibit) or _has_title(block):
            yield block.id


def _has_title(block: Block) -> TypeGuard[Table | Callout]:
    return bool((isinstance(block, Table) and block.caption) or (isinstance(block, Callout) and block.title))
