"""What has to be known of a document before its body is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import BulletList, Exhibit, Heading, NumberedList, ReferenceList, Row, Table
from briefgen.model.traversal import children, every_block
from briefgen.render.docx.body.margin_notes import in_file_order
from briefgen.render.docx.body.runs import reference_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.model.document import Block
    from briefgen.model.looks.style import Style


def numbered_lists(blocks: Iterable[Block], style: Style, level: int = 0) -> Iterator[tuple[int, int]]:
    """Depth and first number of every numbered list, in the order that the body is written in."""
    for block in blocks:
        if isinstance(block, NumberedList):
            yield level, block.start
        is_list = isinstance(block, BulletList | NumberedList)
        inner = in_file_order(block, style) if isinstance(block, Row) else children(block)
        yield from numbered_lists(inner, style, level + 1 if is_list else 0)


def targets(blocks: Sequence[Block]) -> Iterator[str]:
    """The ids of what has a bookmark for links: headings, figures, tables with a caption, entries of the references."""
    for block in every_block(blocks):
        if isinstance(block, ReferenceList):
            yield from (reference_place(item.number) for item in block.items)
        elif isinstance(block, Heading | Exhibit) or (isinstance(block, Table) and block.caption):
            yield block.id
