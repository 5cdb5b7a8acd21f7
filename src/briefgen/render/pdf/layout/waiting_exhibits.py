"""Exhibits that wait for the top of the next page, and what may pass them meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.render.pdf.layout.boxes import Slice


class WaitingExhibits:
    """Those of one page, in their order."""

    def __init__(self, chunks: Iterable[list[Slice]] = (), passed_rows: int = 0) -> None:
        self._chunks, self._passed_rows = [*chunks], passed_rows

    def __bool__(self) -> bool:
        return bool(self._chunks)

    @property
    def has_notes(self) -> bool:
        """Whether any of them refers to footnotes."""
        return any(piece.notes for chunk in self._chunks for piece in chunk) or any(
            note.piece.notes for chunk in self._chunks for piece in chunk for note in piece.beside
        )

    def copied(self) -> WaitingExhibits:
        """The same ones, for another pass."""
        return WaitingExhibits(self._chunks, self._passed_rows)

    def add(self, chunk: list[Slice]) -> None:
        """Let one wait."""
        self._chunks.append(chunk)

    def taken(self) -> list[list[Slice]]:
        """All of them, which wait no longer."""
        chunks, self._chunks, self._passed_rows = self._chunks, [], 0
        return chunks

    def may_be_passed_by(self, chunk: list[Slice]) -> bool:
        """Whether an exhibit goes before them: figures and tables are counted apart, so one of the other sort."""
        return (
            chunk[0].floats
            and not self._passed_rows
            and all(held[0].shows is not chunk[0].shows for held in self._chunks)
        )

    def let_pass(self, chunk: list[Slice]) -> bool:
        """Whether what begins with a heading goes before them: no more than one row, so that they stay near."""
        self._passed_rows += chunk[0].begins_row
        return self._passed_rows <= 1


def swapped(chunk: list[Slice], at: int) -> tuple[list[Slice], list[Slice]]:
    """What stands before an exhibit in its chunk, and the exhibit, to which the notes of both go."""
    before, exhibit = chunk[:at], chunk[at:]
    notes = [note for piece in before for note in piece.beside]
    first = replace(exhibit[0], beside=[*notes, *exhibit[0].beside])
    return [replace(piece, beside=[]) for piece in before], [first, *exhibit[1:]]
