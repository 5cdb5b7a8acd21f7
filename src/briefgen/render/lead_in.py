"""Words that announce what stands under them: alone at the foot of a page they announce nothing."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from briefgen.model.document import CrossRef, Exhibit, MarginNote, Paragraph, Table
from briefgen.model.traversal import inlines_in, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.model.document import Block

_COLONS = (":", "\N{FULLWIDTH COLON}")
_MOST_LETTERS = 160
"""Of words that announce a table or figure, about two lines: longer ones would go to its page whole, and leave theirs
empty."""


def leads_in(block: Block, behind: Block | None = None) -> bool:
    """Whether a block is a paragraph that stays with the one behind it.

    It is one where it ends with a colon, or is short and names the table or figure that follows it.

    >>> from briefgen.model.document import TextRun
    >>> leads_in(Paragraph((TextRun("Not computed:"),))), leads_in(Paragraph((TextRun("As of 10:30"),)))
    (True, False)
    """
    if not isinstance(block, Paragraph):
        return False
    words = plain_text(block.inlines).rstrip()
    return words.endswith(_COLONS) or (len(words) <= _MOST_LETTERS and _names(block, behind))


def with_what_follows(blocks: Iterable[Block]) -> Iterator[tuple[Block, Block | None]]:
    """Each block with the next one of the column: notes of the margin, which stand between them in a file, aside."""
    row = tuple(blocks)
    column = [place for place, block in enumerate(row) if not isinstance(block, MarginNote)]
    for place, block in enumerate(row):
        later = bisect_right(column, place)
        yield block, row[column[later]] if later < len(column) else None


def _names(paragraph: Paragraph, behind: Block | None) -> bool:
    """Whether a paragraph refers to the table or figure behind it."""
    return isinstance(behind, Table | Exhibit) and any(
        isinstance(inline, CrossRef) and inline.target == behind.id for inline in inlines_in((paragraph,))
    )
