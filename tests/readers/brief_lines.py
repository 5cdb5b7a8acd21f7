"""A composed brief as lines of text, for comparing with a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import (
    BulletList,
    Callout,
    Exhibit,
    Heading,
    KeyFigures,
    MarginNote,
    NumberedList,
    Paragraph,
    ReferenceList,
    Row,
    Table,
)
from readers.document_words import words_of_inlines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.document import Block, Caption, Document


def lines(document: Document) -> Iterator[str]:
    """A document as text; `·` stands for a blank that does not break."""
    front = document.front
    yield from (front.title, front.subtitle, front.audience, front.handling, front.date_line, "")
    for block in document.blocks:
        yield from block_lines(block)
        yield ""
    for note in document.notes:
        yield f"({note.number}) {words_of_inlines(note.inlines)}"


def block_lines(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 - one case a kind of block
    """One block as text."""
    match block:
        case Heading():
            yield f"{'#' * block.level} {words_of_inlines(block.inlines)}"
        case Paragraph():
            yield words_of_inlines(block.inlines)
        case BulletList() | NumberedList():
            for item in block.items:
                first, *rest = [line for inner in item for line in block_lines(inner)]
                yield f"- {first}"
                yield from (f"  {line}" for line in rest)
        case Table():
            for row in (block.header, *block.rows):
                yield " | ".join(words_of_inlines(cell.inlines) for cell in row)
            yield from caption_lines(block.caption)
        case Exhibit():
            yield f"[{block.alt}]"
            yield from caption_lines(block.caption)
        case MarginNote():
            yield from (f"| {line}" for inner in block.said for line in block_lines(inner))
        case Row():
            for at, inner in enumerate((*block.blocks, *block.notes)):
                yield from ("",) if at else ()
                yield from block_lines(inner)
        case Callout():
            yield f"> {words_of_inlines(block.title)}"
            yield from (f"> {line}" for inner in block.blocks for line in block_lines(inner))
        case KeyFigures():
            for card in block.cards:
                yield " / ".join(words_of_inlines(part) for part in (card.value, card.unit, card.label))
        case ReferenceList():
            yield from (f"[{item.number}] {words_of_inlines(item.inlines)}" for item in block.items)


def caption_lines(caption: Caption | None) -> Iterator[str]:
    """Caption, unit line, legend, source and note."""
    if caption:
        yield f"{caption.label}: {words_of_inlines(caption.title)}"
        yield from (words_of_inlines(words) for words in (caption.unit, caption.legend) if words)
        for name, inlines in (("Source", caption.source), ("Note", caption.note)):
            if inlines:
                yield f"{name}: {words_of_inlines(inlines)}"
