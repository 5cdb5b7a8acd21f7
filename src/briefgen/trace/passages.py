"""From a document to its trace: every text of every block, in the order of the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import (
    Block,
    BulletList,
    Callout,
    Caption,
    Exhibit,
    Heading,
    Inline,
    KeyFigures,
    LineBreak,
    NoteRef,
    NumberedList,
    Paragraph,
    ReferenceList,
    SideNotes,
    Table,
    Text,
)
from briefgen.model.figure import Chart
from briefgen.trace.record import Cause, Passage, Piece, Trace, holds_figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.document import Document
    from briefgen.model.origin import FactOrigin, Origin

_BETWEEN = " | "
"""Stands between the cells of a row and the parts of a card."""


def trace_of(document: Document) -> Trace:
    """The trace of a document; it depends on nothing else."""
    walk = _Walk()
    front = document.front
    if front.origin:
        for words in (front.title, front.date_line):
            walk.passage("front", [Text(words, front.origin)])
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            walk.section = _plain(block.inlines)
        walk.block(block, "text")
    for note in document.notes:
        walk.passage(f"note {note.number}", note.inlines)
    return Trace(front.title, front.audience, front.date_line, tuple(walk.causes), tuple(walk.passages))


class _Walk:
    """Goes through a document once and keeps what it meets."""

    def __init__(self) -> None:
        self.section = ""
        self.causes: dict[Cause, int] = {}
        self.passages: list[Passage] = []

    def block(self, block: Block, where: str) -> None:
        """One block with all that is in it."""
        match block:
            case Heading():
                self.passage("heading", block.inlines)
            case Paragraph():
                self.passage(where, block.inlines)
            case BulletList() | NumberedList():
                for item in block.items:
                    self._blocks(item, "list" if where == "text" else where)
            case Table():
                self._table(block)
            case Exhibit():
                self._exhibit(block)
            case SideNotes():
                self.block(block.exhibit, where)
                self._blocks(block.notes, "side note")
            case Callout():
                self.passage("box", block.title)
                self._blocks(block.blocks, "box")
            case KeyFigures():
                for card in block.cards:
                    self.passage("key figure", _row([card.value, card.unit, card.label]))
            case ReferenceList():
                for entry in block.items:
                    self.passage(f"reference {entry.number}", entry.inlines)

    def _blocks(self, blocks: Sequence[Block], where: str) -> None:
        for block in blocks:
            self.block(block, where)

    def _table(self, table: Table) -> None:
        where = table.caption.label if table.caption else "table"
        for row in (table.header, *table.rows):
            self.passage(where, _row([cell.inlines for cell in row]))
        self._caption(table.caption)

    def _exhibit(self, exhibit: Exhibit) -> None:
        where, figure = exhibit.caption.label, exhibit.figure
        if isinstance(figure, Chart):
            for series in figure.series:
                for category, point in zip(figure.categories, series.points, strict=True):
                    if point:
                        over, label = Text(category, point.origin), Text(point.label, point.origin)
                        self.passage(where, [Text(f"{series.name}: "), over, Text(_BETWEEN), label])
        else:
            for event in figure.events:
                self.passage(where, [Text(event.when, event.origin), Text(_BETWEEN), Text(event.what, event.origin)])
        self._caption(exhibit.caption)

    def _caption(self, caption: Caption | None) -> None:
        if caption:
            for inlines in (caption.title, caption.source, caption.note):
                self.passage(caption.label, inlines)

    def passage(self, where: str, inlines: Sequence[Inline]) -> None:
        """One passage, where anything in it has an origin or is a figure."""
        said: list[str] = []
        pieces: list[Piece] = []
        at = 0
        for inline in _flat(inlines):
            if not isinstance(inline, Text):
                said.append(_words(inline))
            else:
                said.append(inline.text)
                if inline.origin or inline.value is not None or holds_figure(inline.text):
                    pieces.append(self._piece(inline, at))
            at += len(said[-1])
        if pieces:
            self.passages.append(Passage(self.section, where, "".join(said), tuple(pieces)))

    def _piece(self, text: Text, at: int) -> Piece:
        origin: Origin | None = text.origin
        causes = tuple(self._index(fact) for fact in origin.facts) if origin else ()
        return Piece(text.text, at, causes, origin.formula if origin else None, text.value)

    def _index(self, fact: FactOrigin) -> int:
        place = fact.place
        cause = Cause(fact.fact, fact.kind, place.path, place.line, place.column, fact.sources)
        return self.causes.setdefault(cause, len(self.causes))


def _row(cells: Sequence[Sequence[Inline]]) -> list[Inline]:
    """The cells of a row as one run."""
    filled = [cell for cell in cells if cell]
    return [inline for n, cell in enumerate(filled) for inline in ([Text(_BETWEEN)] if n else []) + [*cell]]


def _flat(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """Every inline that holds no others, in order."""
    for inline in inlines:
        nested = None if isinstance(inline, Text) else getattr(inline, "inlines", None)
        if nested is None:
            yield inline
        else:
            yield from _flat(nested)


def _words(inline: Inline) -> str:
    """What an inline adds to the words of its passage; notes are passages of their own."""
    if isinstance(inline, LineBreak):
        return " "
    return "" if isinstance(inline, NoteRef) else str(getattr(inline, "text", ""))


def _plain(inlines: Sequence[Inline]) -> str:
    return "".join(map(_words, _flat(inlines)))
