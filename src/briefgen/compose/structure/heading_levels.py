"""Levels of headings: one below another in every format alike, since readers and screen readers go by them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.model.document import Heading
from briefgen.model.traversal import plain_text, with_children

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.document import Block


def without_gaps(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with each heading at most one level below the last that has words; the title stands above them all."""
    last = 0

    def closed(block: Block) -> Block:
        nonlocal last
        if isinstance(block, Heading):
            level = min(block.level, last + 1)
            last = level if plain_text(block.inlines).strip() else last
            return block if level == block.level else replace(block, level=level)
        return with_children(block, closed)

    return tuple(closed(block) for block in blocks)
