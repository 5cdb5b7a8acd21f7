"""From a document to its trace: every text of every block, in the order of the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from briefgen.trace.cache import once_per_document
from briefgen.trace.record import Cause, Passage, Piece, Trace, figure_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Document
    from briefgen.model.origin import FactOrigin, Origin

_HOLDERS = (Strong, Emphasis, Link)
"""Inlines that hold others."""
_BETWEEN = " | "
"""Stands between the cells of a row and the parts of a card."""


@once_per_document
def trace_of(document: Document) -> Trace:
    """The trace of a document; it depends on nothing else."""
    walk = _Walk()
    front = document.front
    if front.origin:
        for words in (front.title, front.date_line):
            walk.passage("front", (TextRun(words, front.origin),))
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
        self._known: dict[int, int] = {}
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
                    self.passage("key figure", card.value, card.unit, card.label)
            case ReferenceList():
                for entry in block.items:
                    self.passage(f"reference {entry.number}", entry.inlines)

    def _blocks(self, blocks: Sequence[Block], where: str) -> None:
        for block in blocks:
            self.block(block, where)

    def _table(self, table: Table) -> None:
        where = table.caption.label if table.caption else "table"
        for row in (table.header, *table.rows):
            self.passage(where, *[cell.inlines for cell in row])
        self._caption(table.caption)

    def _exhibit(self, exhibit: Exhibit) -> None:
        where, graphic = exhibit.caption.label, exhibit.graphic
        if isinstance(graphic, Chart):
            for series in graphic.series:
                for category, point in zip(graphic.categories, series.points, strict=True):
                    if point:
                        over = (TextRun(f"{series.name}: "), TextRun(category, point.origin))
                        self.passage(where, over, (TextRun(point.label, point.origin),))
        else:
            for event in graphic.events:
                self.passage(where, (TextRun(event.when, event.origin),), (TextRun(event.what, event.origin),))
        self._caption(exhibit.caption)

    def _caption(self, caption: Caption | None) -> None:
        if caption:
            for inlines in (caption.title, caption.source, caption.note):
                self.passage(caption.label, inlines)

    def passage(self, where: str, *runs: Sequence[Inline]) -> None:
        """One passage of the runs that hold anything, where something in it has an origin or is a figure."""
        said: list[str] = []
        pieces: list[Piece] = []
        at = 0
        for number, run in enumerate(filter(None, runs)):
            if number:
                said.append(_BETWEEN)
                at += len(_BETWEEN)
            at = self._read(run, at, said, pieces)
        if pieces:
            self.passages.append(Passage(self.section, where, "".join(said), tuple(pieces)))

    def _read(self, inlines: Sequence[Inline], at: int, said: list[str], pieces: list[Piece]) -> int:
        """Add words and pieces of some inlines; where the next begin. Every word of a brief comes by here."""
        for inline in inlines:
            if isinstance(inline, TextRun):
                words = inline.text
                if inline.origin:
                    pieces.append(self._piece(inline, inline.origin, at))
                elif inline.value is not None or figure_in(words):
                    pieces.append(Piece(words, at, (), None, inline.value))
            elif isinstance(inline, _HOLDERS):
                at = self._read(inline.inlines, at, said, pieces)
                continue
            else:
                words = _words(inline)
            said.append(words)
            at += len(words)
        return at

    def _piece(self, text: TextRun, origin: Origin, at: int) -> Piece:
        causes = tuple(dict.fromkeys(map(self._index, origin.facts)))
        return Piece(text.text, at, causes, origin.formula, text.value)

    def _index(self, fact: FactOrigin) -> int:
        """The place of a fact among the causes. A brief says the same fact often, as one object or as equal ones."""
        found = self._known.get(id(fact))
        if found is None:
            place = fact.place
            cause = Cause(fact.fact, fact.kind, place.path, place.line, place.column, fact.sources)
            found = self._known[id(fact)] = self.causes.setdefault(cause, len(self.causes))
        return found


def _words(inline: TextRun | Cite | CrossRef | NoteRef | LineBreak) -> str:
    """What an inline adds to the words of its passage; notes are passages of their own."""
    match inline:
        case TextRun() | Cite() | CrossRef():
            return inline.text
        case LineBreak():
            return " "
        case NoteRef():
            return ""


def _plain(inlines: Sequence[Inline]) -> str:
    """The words of a heading."""
    return "".join(_plain(inline.inlines) if isinstance(inline, _HOLDERS) else _words(inline) for inline in inlines)
