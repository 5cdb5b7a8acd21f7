"""Rows of a brief: what a section states, with the notes that stand beside it.

Templates write notes where they explain something; here each comes into the row of that block, whatever box or list it
was written in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import (
    Block,
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
from briefgen.records import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(slots=True)
class _Open:
    """A row that is being filled."""

    blocks: list[Block] = field(default_factory=list)
    notes: list[MarginNote] = field(default_factory=list)

    @property
    def is_taken(self) -> bool:
        """Whether what is shown here has its notes, or none: another exhibit with notes needs a row of its own."""
        return bool(self.notes) or any(isinstance(block, Table | Exhibit) for block in self.blocks)

    def headings_at_end(self) -> list[Block]:
        """Headings that go with what follows, taken out."""
        taken: list[Block] = []
        while self.blocks and isinstance(self.blocks[-1], Heading):
            taken.insert(0, self.blocks.pop())
        return taken

    def note(self, note: MarginNote) -> None:
        """Keep a note beside the last block."""
        self.notes.append(replace(note, anchor=max(len(self.blocks) - 1, 0)))

    def row(self) -> Row:
        """What it has become."""
        return Row(tuple(self.blocks), tuple(self.notes))


def rows_of(blocks: Sequence[Block]) -> tuple[Row, ...]:
    """The rows of a section: one for each heading of the first level, and for each further exhibit with notes."""
    rows: list[_Open] = [_Open()]
    flat = [lifted for block in blocks for lifted in _lifted(block)]
    for at, block in enumerate(flat):
        if isinstance(block, MarginNote):
            rows[-1].note(block)
            continue
        if isinstance(block, Heading) and block.level == 1:
            rows.append(_Open())
        elif _is_explained(flat, at) and rows[-1].is_taken:
            rows.append(_Open(rows[-1].headings_at_end()))
        rows[-1].blocks.append(block)
    return tuple(row.row() for row in rows if row.blocks or row.notes)


def joined(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows of a brief; notes of a section that has nothing else stand beside the row before it, or the next."""
    made: list[Row] = []
    waiting: tuple[MarginNote, ...] = ()
    for row in rows:
        if row.blocks:
            made.append(Row(row.blocks, (*waiting, *row.notes)))
            waiting = ()
        elif made:
            made[-1] = Row(made[-1].blocks, (*made[-1].notes, *_beside_the_last(made[-1], row.notes)))
        else:
            waiting += row.notes
    alone = Row(tuple(block for note in waiting for block in note.said))
    return (*made, alone) if waiting else tuple(made)


def _beside_the_last(row: Row, notes: Iterable[MarginNote]) -> Iterable[MarginNote]:
    """Notes beside what the last note of a row stands beside, so that they keep their order."""
    anchor = row.notes[-1].anchor if row.notes else 0
    return (replace(note, anchor=anchor) for note in notes)


def _is_explained(flat: Sequence[Block], at: int) -> bool:
    """Whether an exhibit has a note of its own."""
    behind = flat[at + 1] if at + 1 < len(flat) else None
    return isinstance(flat[at], Table | Exhibit) and isinstance(behind, MarginNote)


def _lifted(block: Block) -> list[Block]:
    """A block without the notes that were written in it, and they behind it."""
    match block:
        case BulletList() | NumberedList():
            parted = [_parted(item) for item in block.items]
            items = tuple(tuple(kept) for kept, _ in parted if kept)
            notes = [note for _, found in parted for note in found]
            return [*((replace(block, items=items),) if items else ()), *notes] if notes else [block]
        case Callout():
            kept, found = _parted(block.blocks)
            return [*((replace(block, blocks=tuple(kept)),) if kept else ()), *found] if found else [block]
        case Row():
            return [inner for part in (*block.blocks, *block.notes) for inner in _lifted(part)]
        case Heading() | Paragraph() | Table() | Exhibit() | KeyFigures() | ReferenceList() | MarginNote():
            return [block]


def _parted(blocks: Iterable[Block]) -> tuple[list[Block], list[Block]]:
    """Blocks and the notes in them."""
    kept: list[Block] = []
    found: list[Block] = []
    for block in blocks:
        for part in _lifted(block):
            (found if isinstance(part, MarginNote) else kept).append(part)
    return kept, found
