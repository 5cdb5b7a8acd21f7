"""What a table of contents lists: the headings of a document that stand in its running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Heading
from briefgen.model.traversal import in_rows, plain_text
from briefgen.records import dataclass

if TYPE_CHECKING:
    from briefgen.model.document import Document

_DEEPEST = 2
MOST_IN_ONE_COLUMN = 8
"""Entries that stand in one column; more take two."""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of the table of contents."""

    level: int
    """1 for a section, 2 for what stands under it."""
    words: str
    target: str
    """The heading's id."""


def contents_of(document: Document) -> tuple[ContentsEntry, ...]:
    """The entries in the order of the text; none where the document wants no table of contents."""
    return outline_of(document) if document.front.contents else ()


def outline_of(document: Document) -> tuple[ContentsEntry, ...]:
    """The headings of the first two levels in the order of the text, whether or not they are printed as contents."""
    headings = (block for block in in_rows(document.blocks) if isinstance(block, Heading) and block.level <= _DEEPEST)
    entries = (ContentsEntry(h.level, " ".join(plain_text(h.inlines).split()), h.id) for h in headings)
    return tuple(entry for entry in entries if entry.words)
