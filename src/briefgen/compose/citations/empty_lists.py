"""The list of references of a brief that cites nothing: neither it nor its heading is printed."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from briefgen.model.document import Heading, ReferenceList, Row
from briefgen.model.traversal import regrouped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Block


def without_reference_lists(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a section without lists of references, and without headings that held nothing else."""
    kept: list[Row] = []
    for row, behind in zip_longest(rows, rows[1:]):
        after = behind.blocks[0] if behind and behind.blocks else None
        left = _without(row.blocks, after)
        gone = {id(block) for block in row.blocks} - {id(block) for block in left}
        kept.append(regrouped(row, [() if id(block) in gone else (block,) for block in row.blocks]) if gone else row)
    return tuple(row for row in kept if row.blocks or row.notes)


def _without(blocks: Sequence[Block], behind: Block | None) -> list[Block]:
    """The blocks of a row without lists of references; `behind` is what follows the row."""
    kept: list[Block] = []
    for block, after in zip_longest(blocks, blocks[1:], fillvalue=behind):
        if block is not None and not isinstance(block, ReferenceList):
            kept.append(block)
        elif kept and isinstance(kept[-1], Heading) and _ends(kept[-1], after):
            kept.pop()
    return kept


def _ends(heading: Heading, after: Block | None) -> bool:
    """Whether what follows stands under the heading no more."""
    return after is None or (isinstance(after, Heading) and after.level <= heading.level)
