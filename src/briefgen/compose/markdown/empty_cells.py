"""Tables without columns that hold little, and with a dash where one cell holds nothing: nobody is to wonder at it.

What a column of dashes says here and there is said behind the first words of its row instead, and the note tells so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.model.document import Align, Cell, NoteRef, TextRun
from briefgen.model.traversal import plain_text
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.compose.wording.numbers_money_dates import Wording
    from briefgen.model.document import Inline, Table

DASH = "\N{EN DASH}"
_MOST_DASHES = 0.6
"""A column with a greater share of dashes is left out."""
_FEW_ROWS = 4
"""With fewer rows a column stays: two dashes are none too many."""


class StatedColumns(NamedTuple):
    """A table, and what its note says of what it does not hold."""

    table: Table
    folded: str
    """Which columns stand elsewhere."""
    gone: str
    """The names of columns that hold nothing at all."""
    has_dashes: bool


def _parted(inlines: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """The words of a cell, and the markers of notes behind them."""
    end = len(inlines)
    while end and isinstance(inlines[end - 1], NoteRef):
        end -= 1
    return inlines[:end], inlines[end:]


def names_its_rows(table: Table) -> bool:
    """Whether each cell of the first column says something, so that its row can be called by it."""
    return all(row and row[0].inlines and plain_text(row[0].inlines).strip() not in {"", DASH} for row in table.rows)


def without_blanks(table: Table, wording: Wording) -> StatedColumns:
    """The table without what is empty; the first column stays, and so does a table with joined cells."""
    cells = [cell for row in (table.header, *table.rows) for cell in row]
    if not table.rows or [cell for cell in cells if cell.columns != 1 or cell.rows != 1]:
        return StatedColumns(table, "", "", has_dashes=False)
    return _Columns(table, wording, _said_in(table, wording)).told()


def _said_in(table: Table, wording: Wording) -> dict[int, bool]:
    """Whether each cell, by its identity, holds anything, be it a marker of a note alone; "unstated" is nothing."""
    nothing = {"", DASH, wording.phrases.unstated}
    return {id(cell): _holds(cell.inlines, nothing) for row in table.rows for cell in row}


def _holds(inlines: tuple[Inline, ...], nothing: set[str]) -> bool:
    if len(inlines) == 1 and type(inlines[0]) is TextRun:  # most cells
        return inlines[0].text.strip() not in nothing
    return any(not isinstance(inline, TextRun) for inline in inlines) or plain_text(inlines).strip() not in nothing


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a table, and what becomes of each."""

    table: Table
    wording: Wording
    said: dict[int, bool]
    """Which cells say something."""

    def told(self) -> StatedColumns:
        table = self.table
        if all(self.said.values()):
            return StatedColumns(table, "", "", has_dashes=False)
        folded = self._folded()
        gone = {*folded, *(place + 1 for place in folded if self._is_beside(place + 1))}
        kept = [place for place in range(len(table.align)) if place not in gone and self._is_kept(place)]
        target = next((place for place in kept if table.align[place] is Align.START), None)
        rows = [self._row(row, kept, folded, target) for row in table.rows]
        dash = (TextRun(DASH),)
        has_dashes = bool([True for row in rows for cell in row if cell.inlines == dash])
        made = replace(
            table, align=tuple(table.align[place] for place in kept), rows=tuple(rows),
            header=tuple(table.header[place] for place in kept),
            widths=tuple(table.widths[place] for place in kept) if table.widths else (),
        )  # fmt: skip
        phrases = self.wording.phrases
        told = phrases.folded.format(columns=self.wording.counted(len(folded), self._joined(folded)))
        return StatedColumns(
            made, told if folded else "", self._joined({*range(len(table.align))} - {*kept, *gone}), has_dashes
        )

    def _joined(self, places: Iterable[int]) -> str:
        names = (plain_text(self.table.header[place].inlines) for place in sorted(places))
        return self.wording.joined([name for name in names if name])

    def _is_beside(self, place: int) -> bool:
        return place < len(self.table.align) and self.table.align[place] is Align.INTERVAL

    def _is_kept(self, place: int) -> bool:
        return place == 0 or any(self.said[id(row[place])] for row in self.table.rows)

    def _folded(self) -> list[int]:
        """Columns that say something in few rows only, and whose head says what.

        In a table of figures alone columns are what is compared, and stay.
        """
        table = self.table
        if len(table.rows) < _FEW_ROWS or table.align.count(Align.START) < 2:  # noqa: PLR2004 - the first, and another
            return []
        first = table.align.index(Align.START)
        found = []
        for place in range(1, len(table.align)):
            said = sum([self.said[id(row[place])] for row in table.rows])
            few = 0 < said < len(table.rows) * (1 - _MOST_DASHES)
            if few and place != first and not self._is_beside(place) and plain_text(table.header[place].inlines):
                found.append(place)
        return found

    def _row(self, row: Sequence[Cell], kept: list[int], folded: list[int], target: int | None) -> tuple[Cell, ...]:
        made = {place: row[place] if self._is_beside(place) else self._dashed(row[place]) for place in kept}
        inner = [inline for place in folded if self._says(row[place]) for inline in self._said(row, place)]
        if inner and target is not None:
            words, markers = _parted(row[target].inlines)
            made[target] = replace(row[target], inlines=(*words, TextRun(" ("), *inner[1:], TextRun(")"), *markers))
        return tuple(made.values())

    def _said(self, row: Sequence[Cell], place: int) -> Iterator[Inline]:
        """What a cell of a column that is left out says, behind a semicolon."""
        yield TextRun("; ")
        yield TextRun(f"{plain_text(self.table.header[place].inlines)}: ")
        yield from row[place].inlines
        if self._is_beside(place + 1) and row[place + 1].inlines:
            yield from (TextRun(" ["), *row[place + 1].inlines, TextRun("]"))

    def _says(self, cell: Cell) -> bool:
        return self.said[id(cell)]

    def _dashed(self, cell: Cell) -> Cell:
        return cell if self._says(cell) else replace(cell, inlines=(TextRun(DASH),))
