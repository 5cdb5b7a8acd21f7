"""Walks over blocks and inlines, in the order of the document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.model.document import (
    Block,
    BulletList,
    Callout,
    Caption,
    Cite,
    Emphasis,
    Exhibit,
    Heading,
    Inline,
    KeyFigures,
    LineBreak,
    Link,
    NoteRef,
    NumberedList,
    Paragraph,
    ReferenceList,
    Strong,
    Table,
    Text,
)
from briefgen.model.figure import Chart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.origin import Origin


def inlines_in(blocks: Sequence[Block]) -> Iterator[Inline]:
    """Every inline, nested ones before what follows them."""
    for block in blocks:
        for inlines in _runs(block):
            yield from _flat(inlines)


def origins_in(blocks: Sequence[Block]) -> Iterator[Origin]:
    """The origin of every text and every point of a figure."""
    for block in blocks:
        for inlines in _runs(block):
            yield from (i.origin for i in _flat(inlines) if isinstance(i, Text) and i.origin)
        if isinstance(block, Exhibit):
            yield from _figure_origins(block)
        elif isinstance(block, Callout):
            yield from (o for inner in block.blocks if isinstance(inner, Exhibit) for o in _figure_origins(inner))


def with_origin(inlines: Sequence[Inline], origin: Origin) -> tuple[Inline, ...]:
    """The inlines with an origin for each text that has none."""
    return tuple(_led_back(inline, origin) for inline in inlines)


def _led_back(inline: Inline, origin: Origin) -> Inline:
    match inline:
        case Text():
            return inline if inline.origin else replace(inline, origin=origin)
        case Strong() | Emphasis() | Link():
            return replace(inline, inlines=with_origin(inline.inlines, origin))
        case Cite() | NoteRef() | LineBreak():
            return inline


def refs_in(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Ids of the references that the blocks' facts lean on, each once, in order."""
    return tuple(dict.fromkeys(ref for origin in origins_in(blocks) for ref in origin.refs))


def _figure_origins(exhibit: Exhibit) -> Iterator[Origin]:
    figure = exhibit.figure
    if isinstance(figure, Chart):
        yield from (p.origin for series in figure.series for p in series.points if p and p.origin)
    else:
        yield from (event.origin for event in figure.events if event.origin)


def _flat(inlines: Sequence[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        match inline:
            case Strong() | Emphasis() | Link():
                yield from _flat(inline.inlines)
            case Text() | Cite() | NoteRef() | LineBreak():
                yield inline


def _nested(block: Block) -> Sequence[Block]:
    match block:
        case BulletList() | NumberedList():
            return [inner for item in block.items for inner in item]
        case Callout():
            return block.blocks
        case _:
            return ()


def _runs(block: Block) -> Iterator[Sequence[Inline]]:
    """The inline sequences of a block, in order."""
    match block:
        case Heading() | Paragraph():
            yield block.inlines
        case BulletList() | NumberedList():
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
