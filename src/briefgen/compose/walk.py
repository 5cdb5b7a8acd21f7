"""Walks over blocks and inlines, in the order of the document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from briefgen.model.charts import Chart
from briefgen.model.document import (
    Block,
    BulletList,
    Callout,
    Caption,
    Cite,
    CrossRef,
    Emphasis,
    Exhibit,
    Heading,
    Inline,
    KeyFigure,
    KeyFigures,
    LineBreak,
    Link,
    NoteRef,
    NumberedList,
    Paragraph,
    ReferenceList,
    SideNotes,
    Strong,
    Table,
    TextRun,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefgen.model.origin import Origin


def inlines_in(blocks: Sequence[Block]) -> Iterator[Inline]:
    """Every inline, nested ones before what follows them."""
    for block in blocks:
        for inlines in _runs(block):
            yield from _flat(inlines)


def origins_in(blocks: Sequence[Block]) -> Iterator[Origin]:
    """The origin of every text and every point or event that is drawn."""
    for block in blocks:
        for inlines in _runs(block):
            yield from (i.origin for i in _flat(inlines) if isinstance(i, TextRun) and i.origin)
        for exhibit in _exhibits(block):
            yield from _drawn_origins(exhibit)


def refs_in(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Ids of the references that the blocks' facts lean on, each once, in order."""
    return tuple(dict.fromkeys(ref for origin in origins_in(blocks) for ref in origin.refs))


def _exhibits(block: Block) -> Iterator[Exhibit]:
    """The charts and timelines of a block, nested ones too."""
    if isinstance(block, Exhibit):
        yield block
    for inner in _nested(block):
        yield from _exhibits(inner)


def _drawn_origins(exhibit: Exhibit) -> Iterator[Origin]:
    graphic = exhibit.graphic
    if isinstance(graphic, Chart):
        yield from (p.origin for series in graphic.series for p in series.points if p and p.origin)
    else:
        yield from (event.origin for event in graphic.events if event.origin)


def _flat(inlines: Sequence[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        match inline:
            case Strong() | Emphasis() | Link():
                yield from _flat(inline.inlines)
            case TextRun() | Cite() | NoteRef() | CrossRef() | LineBreak():
                yield inline


def _nested(block: Block) -> Sequence[Block]:
    match block:
        case BulletList() | NumberedList():
            return [inner for item in block.items for inner in item]
        case Callout():
            return block.blocks
        case SideNotes():
            return (block.exhibit, *block.notes)
        case _:
            return ()


def _runs(block: Block) -> Iterator[Sequence[Inline]]:
    """The inline sequences of a block, in order."""
    match block:
        case Heading() | Paragraph():
            yield block.inlines
        case BulletList() | NumberedList() | SideNotes():
            for inner in _nested(block):
                yield from _runs(inner)
        case Table():
            yield from _caption_runs(
                block.caption, [cell.inlines for row in (block.header, *block.rows) for cell in row]
            )
        case Exhibit():
            yield from _caption_runs(block.caption, [])
        case Callout():
            yield block.title
            for inner in block.blocks:
                yield from _runs(inner)
        case KeyFigures():
            for card in block.cards:
                yield from (card.value, card.unit, card.label)
        case ReferenceList():
            yield from (item.inlines for item in block.items)


def _caption_runs(caption: Caption | None, body: list[tuple[Inline, ...]]) -> Iterator[Sequence[Inline]]:
    if caption:
        yield caption.title
    yield from body
    if caption:
        yield from (caption.source, caption.note)


Change: TypeAlias = "Callable[[tuple[Inline, ...]], tuple[Inline, ...]]"


def with_inlines(block: Block, change: Change) -> Block:
    """The block with each of its inline sequences changed."""
    match block:
        case Heading() | Paragraph():
            return replace(block, inlines=change(block.inlines))
        case BulletList() | NumberedList():
            return replace(block, items=tuple(tuple(with_inlines(b, change) for b in item) for item in block.items))
        case Table() | Exhibit():
            return _exhibit_with(block, change)
        case SideNotes():
            notes = tuple(with_inlines(inner, change) for inner in block.notes)
            return SideNotes(_exhibit_with(block.exhibit, change), notes)
        case Callout():
            blocks = tuple(with_inlines(inner, change) for inner in block.blocks)
            return replace(block, title=change(block.title), blocks=blocks)
        case KeyFigures():
            cards = (KeyFigure(change(c.value), change(c.unit), change(c.label)) for c in block.cards)
            return replace(block, cards=tuple(cards))
        case ReferenceList():
            items = tuple(replace(item, inlines=change(item.inlines)) for item in block.items)
            return replace(block, items=items)


def _exhibit_with(block: Table | Exhibit, change: Change) -> Table | Exhibit:
    caption = block.caption
    if caption:
        caption = Caption(caption.label, change(caption.title), change(caption.source), change(caption.note))
    if isinstance(block, Exhibit):
        return replace(block, caption=caption or block.caption)
    header, *rows = (tuple(replace(c, inlines=change(c.inlines)) for c in row) for row in (block.header, *block.rows))
    return replace(block, caption=caption, header=header, rows=tuple(rows))
