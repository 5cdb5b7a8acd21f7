"""Portions marked by the strictest label of what they tell, for an audience that asks for it: `(O) The two sides ...`.

A portion is what can be read, copied or told alone: a paragraph, the caption of an exhibit, a row of a table, a key
figure, a footnote, a source; a heading too where it names a record. Marks are put in when all words stand, so that no
check or count of words sees another text than readers do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never, cast

from briefgen.compose.first_page import in_order
from briefgen.model.audience_choices import MemoField
from briefgen.model.document import (
    BulletList,
    Callout,
    Caption,
    Cell,
    Exhibit,
    Heading,
    KeyFigure,
    KeyFigures,
    MarginNote,
    MemoEntry,
    NumberedList,
    Paragraph,
    ReferenceList,
    Row,
    Table,
    TextRun,
)
from briefgen.model.origin import Origin
from briefgen.model.traversal import leaves, origins_in, text_units, with_children
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.document import Block, FrontMatter, Inline, Note, NoteBlock
    from briefgen.model.origin import Portions
    from briefgen.model.traversal import Run
    from briefgen.model.wording.phrases import Phrases

_MARKING = Origin((), "the strictest label of what the portion was made from")
_NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class PortionMarks:
    """Marks the portions of a brief, or leaves all as it is where its audience asks for no marks."""

    portions: Portions | None
    phrases: Phrases

    def in_blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The text of a brief with its marks."""
        return tuple(map(self._block, blocks)) if self.portions else blocks

    def in_notes(self, notes: tuple[Note, ...]) -> tuple[Note, ...]:
        """The footnotes with theirs."""
        if not self.portions:
            return notes
        return tuple(replace(note, inlines=self._run(note.inlines)) for note in notes)

    def in_front(self, front: FrontMatter) -> FrontMatter:
        """What stands around the text with marks on what tells of facts, and a field that says what marks mean."""
        if not self.portions:
            return front
        told = (
            replace(entry, value=self._run(entry.value)) if entry.field is MemoField.MEETING else entry
            for entry in front.memo
        )
        key = MemoEntry(MemoField.PORTIONS, self.phrases.memo[MemoField.PORTIONS], self._key(self.portions))
        headline, standfirst = self._run(front.headline), self._run(front.standfirst)
        return replace(front, headline=headline, standfirst=standfirst, memo=in_order((*told, key)))

    def _key(self, portions: Portions) -> tuple[Inline, ...]:
        """All marks that such a brief could have, whether or not this one does."""
        known = [label.word for label in Sensitivity if label <= portions.clearance]
        marks = (f"{self.phrases.portions[word]}{_NO_BREAK}{self.phrases.portion_labels[word]}" for word in known)
        return (TextRun(", ".join(marks)),)

    def _block(self, block: Block) -> Block:
        match block:
            case Heading() | Paragraph():
                return replace(block, inlines=self._run(block.inlines))
            case BulletList() | NumberedList() | Row():
                return with_children(block, self._block)
            case Callout():
                return with_children(replace(block, title=self._run(block.title)), self._block)
            case MarginNote():
                return self._margin_note(block)
            case Table():
                return self._table(block)
            case Exhibit():
                return replace(block, caption=self._caption(block.caption, block))
            case KeyFigures():
                return replace(block, cards=tuple(map(self._card, block.cards)))
            case ReferenceList():
                return replace(block, items=tuple(replace(one, inlines=self._run(one.inlines)) for one in block.items))
            case _:
                assert_never(block)

    def _margin_note(self, note: MarginNote) -> Block:
        """The lead is read in the first paragraph: then its mark stands before the lead, and covers both."""
        match note.lead, note.blocks:
            case (_, *_) as lead, (Paragraph() as first, *others):
                marked = cast("tuple[NoteBlock, ...]", tuple(map(self._block, others)))
                return replace(note, lead=(*self._before(lead, first.inlines), *lead), blocks=(first, *marked))
            case _:
                return with_children(replace(note, lead=self._run(note.lead)), self._block)

    def _table(self, table: Table) -> Table:
        header, *rows = map(self._cells, (table.header, *table.rows))
        if table.caption is None:
            return replace(table, header=header, rows=tuple(rows))
        return replace(table, rows=tuple(rows), caption=self._caption(table.caption, table))

    def _cells(self, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        mark = self._before(*(cell.inlines for cell in cells))
        if not mark:
            return cells
        first, *others = cells
        return (replace(first, inlines=(*mark, *first.inlines)), *others)

    def _caption(self, caption: Caption, of: Block) -> Caption:
        """Marked by all that is shown below it, as the sum of it may be more than its parts."""
        return replace(caption, title=(*self._mark(origins_in(text_units((of,)))), *caption.title))

    def _card(self, card: KeyFigure) -> KeyFigure:
        return replace(card, label=(*self._before(card.value, card.unit, card.label), *card.label))

    def _run(self, run: Run) -> Run:
        return (*self._before(run), *run)

    def _before(self, *runs: Run) -> Run:
        return self._mark(leaf.origin for run in runs for leaf in leaves(run) if type(leaf) is TextRun and leaf.origin)

    def _mark(self, origins: Iterable[Origin]) -> Run:
        label = self.portions.mark_of(origins) if self.portions else None
        if label is None:
            return ()
        return (TextRun(f"{self.phrases.portions[label.word]}{_NO_BREAK}", _MARKING),)
