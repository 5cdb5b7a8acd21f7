"""Exhibits that wait for the top of the next page, and what may pass them meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import replace
from briefgen.render.pdf.layout.page_parts import Chunk

if TYPE_CHECKING:
    from collections.abc import Iterable


class WaitingExhibits:
    """Those of one page, in their order: `chunks`."""

    def __init__(self, chunks: Iterable[Chunk] = (), passed_rows: int = 0) -> None:
        self.chunks, self._passed_rows = [*chunks], passed_rows

    @property
    def has_notes(self) -> bool:
        """Whether any of them refers to footnotes."""
        return any(chunk.notes for chunk in self.chunks)

    def copied(self) -> WaitingExhibits:
        """The same ones, for another pass."""
        return WaitingExhibits(self.chunks, self._passed_rows)

    def add(self, chunk: Chunk) -> None:
        """Let one wait."""
        self.chunks.append(chunk)

    def taken(self) -> list[Chunk]:
        """All of them, which wait no longer."""
        chunks, self.chunks, self._passed_rows = self.chunks, [], 0
        return chunks

    def may_be_passed_by(self, chunk: Chunk) -> bool:
        """Whether an exhibit goes before them: figures and tables are counted apart, so one of the other sort."""
        first = chunk.pieces[0]
        return (
            first.floats
            and not self._passed_rows
            and all(held.pieces[0].shows is not first.shows for held in self.chunks)
        )

    def let_pass(self, chunk: Chunk) -> bool:
        """Whether what begins with a heading goes before them: no more than one row, so that they stay near."""
        self._passed_rows += chunk.pieces[0].begins_row
        return self._passed_rows <= 1


def swapped(chunk: Chunk, at: int) -> tuple[Chunk, Chunk]:
    """What stands before an exhibit in its chunk, and the exhibit, to which the notes of both go."""
    before, exhibit = chunk.pieces[:at], chunk.pieces[at:]
    notes = [note for piece in before for note in piece.beside]
    first = replace(exhibit[0], beside=[*notes, *exhibit[0].beside])
    return Chunk([replace(piece, beside=[]) for piece in before]), Chunk([first, *exhibit[1:]])
