"""An exhibit with a narrow column of notes beside it: two stacks of slices as one, where a page can hold them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.render.pdf.layout.boxes import Item, Rule, Slice

if TYPE_CHECKING:
    from briefgen.render.pdf.layout.boxes import Column
    from briefgen.render.pdf.layout.layout_context import Workshop

_SHARE, _GAP = 0.69, 20.0
"""What the exhibit takes of the measure, and what lies between it and the notes."""
_RULE, _BELOW_RULE = 0.9, 5.0
_MOST_OF_A_PAGE = 0.75
"""Higher ones are set one below the other: as one slice they would leave most of a page empty before them."""


def columns(column: Column) -> tuple[Column, Column]:
    """The exhibit's column and that of its notes."""
    wide = column.width * _SHARE
    left = replace(column, width=wide)
    return left, replace(column, x=column.x + wide + _GAP, width=column.width - wide - _GAP)


def side_by_side(exhibit: list[Slice], notes: list[Slice], column: Column, workshop: Workshop) -> Slice | None:
    """Both as one slice; None where they are too high, or hold boxes that must be drawn page by page."""
    if any(piece.frames != column.frames for piece in (*exhibit, *notes)):
        return None
    _, narrow = columns(column)
    stack, beside = _Stack(0.0), _Stack(_RULE + _BELOW_RULE)
    for piece in exhibit:
        stack.put(piece)
    beside.items.append(Rule(narrow.x, 0.0, narrow.width, _RULE, workshop.palette.ink))
    for piece in notes:
        beside.put(piece)
    height = max(stack.bottom, beside.bottom)
    if height > workshop.text_height * _MOST_OF_A_PAGE:
        return None
    return Slice(
        height,
        [*stack.items, *beside.items],
        before=max(exhibit[0].before, workshop.text("caption").space_before),
        after=max(exhibit[-1].after, workshop.text("source").space_after),
        notes=tuple(number for piece in (*exhibit, *notes) for number in piece.notes),
        frames=column.frames,
        inner_places=(*stack.places, *beside.places),
    )


class _Stack:
    """Slices one below the other."""

    def __init__(self, top: float) -> None:
        self.items: list[Item] = []
        self.places: list[tuple[str, float]] = []
        self.bottom = top
        self._after: float | None = None

    def put(self, piece: Slice) -> None:
        top = self.bottom + (0.0 if self._after is None else max(self._after, piece.before))
        self.items += [replace(item, y=item.y + top) for item in piece.items]
        if piece.place:
            self.places.append((piece.place, top))
        self.bottom, self._after = top + piece.height, piece.after
