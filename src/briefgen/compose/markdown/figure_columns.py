"""Columns of figures: the unit in the head, digits below, and what a figure may be in a column of its own beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from briefgen.compose.wording.digits import column_scale
from briefgen.compose.wording.figure_wording import is_currency
from briefgen.model.document import Align, Cell, Cite, CrossRef, LineBreak, NoteRef, TextRun
from briefgen.model.traversal import leaves, plain_text
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.compose.wording.figure_parts import FigureParts
    from briefgen.model.document import Inline, Table
    from briefgen.model.traversal import Leaf
    from briefgen.model.values.quantity import Quantity
    from briefgen.model.wording.phrases import Phrases

_BEFORE_UNIT = TextRun(", ")
_WITH_UNIT = 3
"""Inlines that a head with a unit has at least."""
_SEVERAL = 2
_LEAST_PART = 10
"""An amount is a tenth of its scale, or more."""
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
        typed = list(map(list, zip(*rows, strict=True)))
        sides = zip(typed, align, strict=True)
        of_figures = [self._of_figures(column) if side is Align.END else None for column, side in sides]
        common = _scales([figure.parts for found in of_figures for figure in found or () if figure])
        for side, column, figures in zip(align, typed, of_figures, strict=True):
            found = self._column(column, figures, common) if figures else None
            made_align += [side] if found is None else [Align.END, Align.INTERVAL][: len(found)]
            columns += [column] if found is None else found
        return tuple(made_align), [list(row) for row in zip(*columns, strict=True)]

    def _of_figures(self, column: list[Written]) -> list[_Figure | None] | None:
        """The figure of each cell of a column that has a head, and nothing but figures under it; None of any other."""
        head, *cells = column
        if isinstance(head, str):
            return None
        told = [self._figure(cell) for cell in cells]
        is_of_figures = any(told) and not any(
            figure is None and _says(cell) for figure, cell in zip(told, cells, strict=True)
        )
        return told if is_of_figures else None

    def _column(
        self, column: list[Written], told: Sequence[_Figure | None], scales: Mapping[str, int]
    ) -> list[list[Written]] | None:
        """A column of figures as one or two; None for any other."""
        head, *cells = column
        if isinstance(head, str):
            return None
        found = [figure for figure in told if figure]
        own = {**_scales([figure.parts for figure in found]), **scales}
        known = [figure.told_in(own) for figure in found]
        unit = known[0].parts.unit if len({figure.parts.unit for figure in known}) == 1 else ""
        if not unit:  # each says its own, and none is a part of one
            own = {name: scale for name, scale in own.items() if _are_whole(found, name, scale)}
            known = [figure.told_in(own) for figure in found]
        asides = [figure.beside() for figure in known]
        common = _common(known, asides)
        mark = self._mark(_unsaid(common, head.inlines), known[0])
        figures: list[Written] = [Cell(_headed((*head.inlines, *mark), unit))]
        beside: list[Written] = [Cell((TextRun(self._name_of([figure.parts for figure in known])),))]
        shown = zip(known, asides, strict=True)
        for cell, is_figure in zip(cells, told, strict=True):
            figure, aside = next(shown) if is_figure else (None, Cell(()))
            figures.append(figure.number(hoisted=bool(unit)) if figure else cell)
            beside.append(Cell(()) if common else aside)
        if not any(map(_says, figures[1:])):  # no change has a direction: what it may be stands under the head itself
            return [[figures[0], *beside[1:]]]
        return [figures, beside] if any(map(_says, beside[1:])) else [figures]

    def _figure(self, cell: Written) -> _Figure | None:
        if isinstance(cell, str) or not cell.inlines:
            return None
        first = cell.inlines[0]
        parts = self.figures.get(first.text) if isinstance(first, TextRun) else None
        return _Figure(cell, first, parts) if parts and isinstance(first, TextRun) else None

    def _mark(self, remark: str, of: _Figure) -> tuple[Inline, ...]:
        """What a head says of all figures under it; nothing where there is nothing to say."""
        words = self.phrases.remarked.format(words="", remark=remark)
        return (TextRun(words, of.run.origin),) if remark else ()

    def _name_of(self, parts: Sequence[FigureParts]) -> str:
        """What stands over the column beside a figure."""
        return self.phrases.interval if any(one.interval for one in parts) else self.phrases.remark


@dataclass(frozen=True, slots=True)
class _Figure:
    """A cell that begins with a figure."""

    cell: Cell
    run: TextRun
    parts: FigureParts

    def told_in(self, scales: Mapping[str, int]) -> _Figure:
        """The same in the scale of its unit; in its own where there is none."""
        amount = self.parts.amount
        scale = scales.get(amount.unit, self.parts.usual) if amount else 1
        return replace(self, parts=self.parts.in_scale(scale))

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


def _scales(parts: Sequence[FigureParts]) -> dict[str, int]:
    """Unit → the scale that all of its amounts are told in; none where one of them would be too small a part of it."""
    found: dict[str, list[Quantity]] = {}
    for one in parts:
        if one.amount:
            found.setdefault(one.amount.unit, []).append(one.amount)
    scales = {unit: column_scale(amounts) for unit, amounts in found.items() if _are_scaled(amounts)}
    return {unit: scale for unit, scale in scales.items() if all(_fills(amount, scale) for amount in found[unit])}


def _are_scaled(amounts: Sequence[Quantity]) -> bool:
    """Whether their scale is a matter of choice: of money it is, of what is counted where its rows chose several."""
    return is_currency(amounts[0].unit) or len({amount.scale for amount in amounts}) > 1


def _are_whole(figures: Sequence[_Figure], unit: str, scale: int) -> bool:
    """Whether each amount of a unit has a digit before its decimal mark in a scale."""
    amounts = [figure.parts.amount for figure in figures if figure.parts.amount]
    return all(abs(amount.base_value) >= scale for amount in amounts if amount.unit == unit)


def _fills(amount: Quantity, scale: int) -> bool:
    """Whether an amount is told in a scale without zeros at its beginning: 0.25 million, but not 0.025."""
    return not amount.value or abs(amount.base_value) * _LEAST_PART >= scale


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


def _common(figures: Sequence[_Figure], asides: Sequence[Cell]) -> str:
    """What is said of all figures of a column alike, for its head; their intervals are not."""
    said = {plain_text(aside.inlines) for aside in asides}
    return "" if len(said) > 1 or any(figure.parts.interval for figure in figures) else next(iter(said), "")


def _unsaid(common: str, head: tuple[Inline, ...]) -> str:
    """What is said of all figures of a column, without what its head says already: a column may be called Converted."""
    named = plain_text(head).casefold()
    return ", ".join(word for word in common.split(", ") if word and word.casefold() not in named)


def _headed(head: tuple[Inline, ...], unit: str) -> tuple[Inline, ...]:
    """The head of a column with its unit, unless it says so already."""
    if not unit or unit in plain_text(head):
        return head
    return (*head, _BEFORE_UNIT, TextRun(unit)) if head else (TextRun(unit),)
