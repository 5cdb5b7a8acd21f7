"""The list of references of a brief that cites nothing: neither it nor its heading is printed."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from briefgen.model.document import Heading, ReferenceList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Block


def without_reference_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a section without lists of references, and without headings that held nothing else."""
    kept: list[Block] = []
    for block, after in zip_longest(blocks, blocks[1:]):
        if not isinstance(block, ReferenceList):
            kept.append(block)
        elif kept and isinstance(kept[-1], Heading) and _ends(kept[-1], after):
            kept.pop()
    return tuple(kept)


def _ends(heading: Heading, after: Block | None) -> bool:
    """Whether what follows stands under the heading no more."""
    return after is None or (isinstance(after, Heading) and after.level <= heading.level)
