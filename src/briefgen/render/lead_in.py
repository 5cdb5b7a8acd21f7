"""Words that announce what stands under them: alone at the foot of a page they announce nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Paragraph
from briefgen.model.traversal import plain_text

if TYPE_CHECKING:
    from briefgen.model.document import Block

_COLONS = (":", "\N{FULLWIDTH COLON}")


def leads_in(block: Block) -> bool:
    """Whether a block is a paragraph that ends with a colon, and so stays with the one behind it.

    >>> from briefgen.model.document import TextRun
    >>> leads_in(Paragraph((TextRun("Not computed:"),))), leads_in(Paragraph((TextRun("As of 10:30"),)))
    (True, False)
    """
    return isinstance(block, Paragraph) and plain_text(block.inlines).rstrip().endswith(_COLONS)
