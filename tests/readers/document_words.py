"""The words of a Document in reading order: what every format must say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import (
    BulletList,
    Callout,
    Cite,
    CrossRef,
    Emphasis,
    Exhibit,
    Heading,
    KeyFigures,
    LineBreak,
    Link,
    MarginNote,
    NoteRef,
    NumberedList,
    Paragraph,
    ReferenceList,
    Row,
    Strong,
    Table,
    TextRun,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.document import Block, Caption, Document, FrontMatter, Inline


def document_words(document: Document, *, margin_last: bool = False) -> list[str]:
    """What it opens with, blocks and then footnotes; figures as their alternative texts, without labels of lists.

    With `margin_last` what stands in the margin is behind all blocks: the memo, then notes in the order of their rows.
    """
    front = document.front
    parts = [*_opening(front, margin_last=margin_last), *_contents(document)]
    rows = [block for block in document.blocks if margin_last and isinstance(block, Row)]
    blocks = [Row(block.blocks) if block in rows else block for block in document.blocks]
    parts += [part for block in blocks for part in _block(block, front)]
    parts += _memo(front) if margin_last and not front.has_memo_line else ()
    parts += [part for row in rows for note in row.notes for part in _block(note, front)]
    referred = [note for note in document.notes if note.number in _noted(document.blocks)]
    order = {number: place for place, number in enumerate(_noted(document.blocks))}
    parts += [words_of_inlines(note.inlines) for note in sorted(referred, key=lambda note: order[note.number])]
    return " ".join(parts).split()


def _opening(front: FrontMatter, *, margin_last: bool) -> Iterator[str]:
    """Headline and standfirst or subtitle; the memo above where it is a line of boxes, else below or in the margin."""
    headed = [words_of_inlines(front.headline) or front.title, words_of_inlines(front.standfirst) or front.subtitle]
    if front.has_memo_line:
        yield from (*_memo(front), *headed)
    else:
        yield from (*headed, *(() if margin_last else _memo(front)))


def _memo(front: FrontMatter) -> list[str]:
    return [f"{entry.label} {words_of_inlines(entry.value)}" for entry in front.memo]


def _contents(document: Document) -> Iterator[str]:
    """The table of contents; page numbers are left out, only pages know them."""
    front = document.front
    columns = [b for block in document.blocks for b in (block.blocks if isinstance(block, Row) else (block,))]
    headings = [b for b in columns if isinstance(b, Heading) and b.level < 3]
    if front.contents and headings:
        yield front.contents
        yield from (words_of_inlines(heading.inlines) for heading in headings)


def words_of_inlines(inlines: tuple[Inline, ...]) -> str:
    """The words of inlines; note marks are left out, every format counts for itself."""
    parts = []
    for inline in inlines:
        match inline:
            case TextRun() | Cite() | CrossRef():
                parts.append(inline.text)
            case Strong() | Emphasis() | Link():
                parts.append(words_of_inlines(inline.inlines))
            case LineBreak():
                parts.append(" ")
            case NoteRef():
                pass
    return "".join(parts)


def _block(block: Block, front: FrontMatter) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield words_of_inlines(block.inlines)
        case BulletList() | NumberedList():
            yield from (part for item in block.items for inner in item for part in _block(inner, front))
        case Table():
            if block.caption:
                yield from _title(block.caption)
            yield from (words_of_inlines(cell.inlines) for row in (block.header, *block.rows) for cell in row)
            if block.caption:
                yield from _source(block.caption, front)
        case Exhibit():
            yield from (*_title(block.caption), block.alt, *_source(block.caption, front))
        case MarginNote():
            yield words_of_inlines(block.lead)
            yield from (part for inner in block.blocks for part in _block(inner, front))
        case Row():
            yield from (part for inner in (*block.blocks, *block.notes) for part in _block(inner, front))
        case Callout():
            yield words_of_inlines(block.title)
            yield from (part for inner in block.blocks for part in _block(inner, front))
        case KeyFigures():
            yield from (words_of_inlines(part) for card in block.cards for part in (card.value, card.unit, card.label))
        case ReferenceList():
            yield from (words_of_inlines(item.inlines) for item in block.items)


def _title(caption: Caption) -> Iterator[str]:
    yield f"{caption.label}. {words_of_inlines(caption.title)}"
    yield words_of_inlines(caption.unit)


def _source(caption: Caption, front: FrontMatter) -> Iterator[str]:
    yield words_of_inlines(caption.legend)
    for label, inlines in ((front.source_label, caption.source), (front.note_label, caption.note)):
        if inlines:
            yield f"{label}: {words_of_inlines(inlines)}"


def _noted(blocks: tuple[Block, ...]) -> list[int]:
    """The numbers of the footnotes in the order of their markers."""
    found: dict[int, None] = {}
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                found.update(dict.fromkeys(_notes_in(block.inlines)))
            case BulletList() | NumberedList():
                found.update(dict.fromkeys(n for item in block.items for n in _noted(item)))
            case Table():
                cells = [cell for row in (block.header, *block.rows) for cell in row]
                found.update(dict.fromkeys(n for cell in cells for n in _notes_in(cell.inlines)))
            case MarginNote():
                found.update(dict.fromkeys((*_notes_in(block.lead), *_noted(block.blocks))))
            case Row():
                found.update(dict.fromkeys(_noted((*block.blocks, *block.notes))))
            case Callout():
                found.update(dict.fromkeys((*_notes_in(block.title), *_noted(block.blocks))))
            case KeyFigures():
                parts = [part for card in block.cards for part in (card.value, card.unit, card.label)]
                found.update(dict.fromkeys(n for part in parts for n in _notes_in(part)))
            case ReferenceList() | Exhibit():
                pass
    return list(found)


def _notes_in(inlines: tuple[Inline, ...]) -> Iterator[int]:
    for inline in inlines:
        match inline:
            case NoteRef():
                yield inline.number
            case Strong() | Emphasis() | Link():
                yield from _notes_in(inline.inlines)
            case TextRun() | Cite() | CrossRef() | LineBreak():
                pass
