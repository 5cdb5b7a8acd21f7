"""What stands in the margin: paragraphs, lists and key figures; all else is told, and left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import BulletList, KeyFigures, MarginNote, NumberedList, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.compose.brief_state import Brief
    from briefgen.compose.markdown.markdown_reader import TextRead
    from briefgen.diagnostics import Place
    from briefgen.model.document import Inline, NoteBlock

_NARROW = Paragraph | BulletList | NumberedList | KeyFigures


def narrow(brief: Brief, body: TextRead, place: Place) -> tuple[NoteBlock | MarginNote, ...]:
    """The blocks of a call's body that find room in a margin."""
    kept = tuple(block for block in body.blocks if isinstance(block, _NARROW | MarginNote))
    if len(kept) < len(body.blocks) and not body.is_told:
        message = "a margin note holds something else than paragraphs, lists and key figures"
        brief.problems.report.error("BG441", place, message, "keep headings, tables, boxes and exhibits in the text")
    return kept


def note_of(lead: tuple[Inline, ...], blocks: Iterable[NoteBlock | MarginNote]) -> tuple[MarginNote, ...]:
    """One note of all blocks, and behind it the notes among them."""
    own: list[NoteBlock] = []
    inner: list[MarginNote] = []
    for block in blocks:
        if isinstance(block, MarginNote):
            inner.append(block)
        else:
            own.append(block)
    return (MarginNote(lead, tuple(own)), *inner) if own else tuple(inner)


def notes_of(blocks: Iterable[NoteBlock | MarginNote]) -> tuple[MarginNote, ...]:
    """A note of each block."""
    return tuple(note for block in blocks for note in note_of((), (block,)))
