"""From a document to its trace: every text of every block, in the order of the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import (
    Block,
    BulletList,
    Callout,
    Cite,
    CrossRef,
    Exhibit,
    Heading,
    KeyFigures,
    LineBreak,
    MarginNote,
    NoteRef,
    NumberedList,
    Paragraph,
    ReferenceList,
    Row,
    Table,
    TextRun,
)
from briefgen.model.traversal import Role, TextUnit, front_units, leaves, note_units, parts, plain_text
from briefgen.trace.cache import once_per_document
from briefgen.trace.record import Cause, Passage, Piece, Trace, figure_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.model.document import Document, Inline
    from briefgen.model.origin import FactOrigin, Origin
    from briefgen.model.traversal import Run

_BETWEEN = " | "
"""Stands between the cells of a row and the parts of a card."""


@once_per_document
def trace_of(document: Document) -> Trace:
    """The trace of a document; it depends on nothing else."""
    walk = _Walk()
    walk.units(front_units(document.front))
    for block in document.blocks:
        walk.block(block, "text")
    walk.units(note_units(document.notes))
    front = document.front
    return Trace(
        front.title, front.audience, front.date_line, tuple(walk.causes), tuple(walk.passages), document.fallen
    )


class _Walk:
    """Goes through a document once and keeps what it meets."""

    def __init__(self) -> None:
        self.section = ""
        self.causes: dict[Cause, int] = {}
        self._known: dict[int, int] = {}
        self.passages: list[Passage] = []

    def units(self, found: Iterable[TextUnit]) -> None:
        """Units that stand in no block."""
        for unit in found:
            self._unit(unit, "", "")

    def block(self, block: Block, where: str) -> None:
        """One block with all that is in it; `where` is what its paragraphs stand in."""
        if isinstance(block, Heading) and block.level == 1:
            self.section = plain_text(block.inlines)
        label = block.caption.label if isinstance(block, Table | Exhibit) and block.caption else "table"
        for part in parts(block):
            if isinstance(part, TextUnit):
                self._unit(part, label, where)
            else:
                self.block(part, _inside(block, where))

    def _unit(self, unit: TextUnit, label: str, where: str) -> None:
        """One unit, under the name of what it stands in."""
        match unit.role:  # the frequent ones first: a long table has thousands
            case Role.ROW | Role.CAPTION | Role.UNIT | Role.EVENT | Role.SOURCE | Role.REMARK:
                self.passage(label, *unit.runs)
            case Role.TEXT:
                self.passage(where, *unit.runs)
            case Role.PICTURE:
                self.passage(label, *unit.runs)
            case Role.POINT:
                self.passage(label, _over(unit), *unit.runs)
            case Role.ENTRY:
                self.passage(f"reference {unit.number}", *unit.runs)
            case Role.LEAD:
                self.passage("margin", *unit.runs)
            case Role.HEADING | Role.BOX | Role.CARD:
                self.passage(unit.role.value, *unit.runs)
            case Role.FOOTNOTE:
                self.passage(f"note {unit.number}", *unit.runs)
            case Role.FRONT:
                if any(isinstance(inline, TextRun) and inline.origin for run in unit.runs for inline in run):
                    self.passage("front", *unit.runs)
            case Role.LABEL | Role.AXIS | Role.ALT | Role.KEY:
                pass  # counts exhibits, or says once more what values and events say

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
        for leaf in leaves(inlines):
            if isinstance(leaf, TextRun):
                words = leaf.text
                if leaf.origin:
                    pieces.append(self._piece(leaf, leaf.origin, at))
                elif leaf.value is not None or figure_in(words):
                    pieces.append(Piece(words, at, (), None, leaf.value))
            else:
                words = _words(leaf)
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


def _words(inline: Cite | CrossRef | NoteRef | LineBreak) -> str:
    """What an inline adds to the words of its passage; notes are passages of their own."""
    match inline:
        case Cite() | CrossRef():
            return inline.text
        case LineBreak():
            return " "
        case NoteRef():
            return ""


def _inside(block: Block, where: str) -> str:
    """What the paragraphs of a block stand in that stands in another."""
    match block:
        case BulletList() | NumberedList():
            return "list" if where == "text" else where
        case MarginNote():
            return "margin"
        case Callout():
            return "box"
        case Row() | Heading() | Paragraph() | Table() | Exhibit() | KeyFigures() | ReferenceList():
            return where


def _over(unit: TextUnit) -> Run:
    """The names that a value of a chart stands under; they were said with the same facts in mind."""
    *series, category = unit.under
    origin = next((inline.origin for run in unit.runs for inline in run if isinstance(inline, TextRun)), None)
    return (*(TextRun(f"{name}: ") for name in series), TextRun(category, origin))
