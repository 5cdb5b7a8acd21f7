"""Columns of figures: the unit in the head, digits below, and what a figure may be in a column of its own beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from briefgen.model.document import Align, Cell, Cite, CrossRef, LineBreak, NoteRef, TextRun
from briefgen.model.traversal import leaves, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.compose.wording.figure_parts import FigureParts
    from briefgen.model.document import Inline, Table
    from briefgen.model.traversal import Leaf
    from briefgen.model.wording.phrases import Phrases

_BEFORE_UNIT = TextRun(", ")
_WITH_UNIT = 3
"""Inlines that a head with a unit has at least."""
_SEVERAL = 2
Written: TypeAlias = "Cell | str"
"""A cell, or the sign that its place belongs to a neighbour."""


def typed_columns(table: Table) -> int:
    """How many columns the table has as it was typed: what stands beside figures was made of them."""
    return sum(side is not Align.INTERVAL for side in table.align)


def with_unit_line(table: Table) -> tuple[Table, tuple[Inline, ...]]:
    """The table without the unit in its heads, and that unit, where all of its columns of figures have the same."""
    places = [at for at, side in enumerate(table.align) if side in {Align.END, Align.DECIMAL}]
    if len(places) < _SEVERAL or len(table.header) != len(table.align):
        return table, ()
    heads = [table.header[at].inlines for at in places]
    if any(len(head) < _WITH_UNIT or head[-2:] != (_BEFORE_UNIT, heads[0][-1]) for head in heads):
        return table, ()
    header = (
        replace(cell, inlines=cell.inlines[:-2]) if at in places else cell for at, cell in enumerate(table.header)
    )
    return replace(table, header=tuple(header)), (heads[0][-1],)


@dataclass(frozen=True, slots=True)
class FigureColumns:
    """What it takes to tell figures from words."""

    figures: Mapping[str, FigureParts]
    """The words of each figure that was printed for a table."""
    phrases: Phrases

    def parted(
        self, align: Sequence[Align], rows: Sequence[Sequence[Written]]
    ) -> tuple[tuple[Align, ...], list[list[Written]]]:
        """The alignment and the rows, the head first, with the figures of each column in their parts."""
        made_align: list[Align] = []
        columns: list[list[Written]] = []
        for side, column in zip(align, map(list, zip(*rows, strict=True)), strict=True):
            found = self._column(column) if side is Align.END else None
            made_align += [side] if found is None else [Align.END, Align.INTERVAL][: len(found)]
            columns += [column] if found is None else found
        return tuple(made_align), [list(row) for row in zip(*columns, strict=True)]

    def _column(self, column: list[Written]) -> list[list[Written]] | None:
        """A column of figures as one or two; None for any other."""
        head, *cells = column
        told = [self._figure(cell) for cell in cells if _says(cell)]
        known = [figure for figure in told if figure]
        if isinstance(head, str) or not known or len(known) < len(told):
            return None
        unit = known[0].parts.unit if len({figure.parts.unit for figure in known}) == 1 else ""
        common = _common(known)
        figures: list[Written] = [Cell(_headed((*head.inlines, *common), unit))]
        beside: list[Written] = [Cell((TextRun(self._name_of([figure.parts for figure in known])),))]
        for cell in cells:
            figure = self._figure(cell)
            figures.append(figure.number(hoisted=bool(unit)) if figure else cell)
            beside.append(figure.beside() if figure and not common else Cell(()))
        return [figures, beside] if any(map(_says, beside[1:])) else [figures]

    def _figure(self, cell: Written) -> _Figure | None:
        if isinstance(cell, str) or not cell.inlines:
            return None
        first = cell.inlines[0]
        parts = self.figures.get(first.text) if isinstance(first, TextRun) else None
        return _Figure(cell, first, parts) if parts and isinstance(first, TextRun) else None

    def _name_of(self, parts: Sequence[FigureParts]) -> str:
        """What stands over the column beside a figure."""
        return self.phrases.interval if any(one.interval for one in parts) else self.phrases.remark


@dataclass(frozen=True, slots=True)
class _Figure:
    """A cell that begins with a figure."""

    cell: Cell
    run: TextRun
    parts: FigureParts

    def number(self, *, hoisted: bool) -> Cell:
        """The figure, and the markers behind it."""
        words = self.parts.number if hoisted else self.parts.whole
        markers = tuple(_markers(leaves(self.cell.inlines[1:])))
        shown = TextRun(words, self.run.origin, self.run.language, self.run.value)
        return Cell((shown, *markers) if words else markers)

    def beside(self) -> Cell:
        """What it may be, what is said of it, and words of the template behind it."""
        said = plain_text([inline for inline in self.cell.inlines[1:] if isinstance(inline, TextRun)]).strip(
            " ,;\u00a0"
        )
        words = ", ".join(filter(None, (self.parts.beside, said)))
        return Cell((TextRun(words, self.run.origin),) if words else ())


def _markers(found: Sequence[Leaf]) -> Iterator[Inline]:
    """Markers, a citation with the blank that keeps it on its line."""
    for leaf in found:
        match leaf:
            case Cite():
                yield from (TextRun("\u00a0"), leaf)
            case NoteRef() | CrossRef():
                yield leaf
            case TextRun() | LineBreak():
                pass


def _says(cell: Written) -> bool:
    return not isinstance(cell, str) and bool(cell.inlines)


def _common(figures: Sequence[_Figure]) -> tuple[Inline, ...]:
    """What is said of all figures of a column alike, for its head; their intervals are not."""
    said = {plain_text(figure.beside().inlines) for figure in figures}
    if len(said) > 1 or any(figure.parts.interval for figure in figures):
        return ()
    return tuple(TextRun(f" ({words})", figures[0].run.origin) for words in said if words)


def _headed(head: tuple[Inline, ...], unit: str) -> tuple[Inline, ...]:
    """The head of a column with its unit, unless it says so already."""
    if not unit or unit in plain_text(head):
        return head
    return (*head, _BEFORE_UNIT, TextRun(unit)) if head else (TextRun(unit),)
