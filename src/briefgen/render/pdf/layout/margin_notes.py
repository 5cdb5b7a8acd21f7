"""Notes beside the text: each a stack of slices as one piece of the margin, or slices in the column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import replace
from briefgen.render.pdf.layout.boxes import Column, Frame, Item, Rule, Slice

if TYPE_CHECKING:
    from briefgen.render.pdf.layout.layout_context import Workshop

RULE = 0.9
"""Above a row, and above the first of its notes."""
_HAIRLINE, _BETWEEN, _BELOW_RULE = 0.5, 7.5, 5.0
_MOST_OF_A_PAGE = 0.75
"""Higher notes are set in the column: as one piece they would leave most of a page empty before them."""
_INSET, _BAR, _AROUND = 12.0, 1.6, 7.5


def stacked(slices: list[Slice], column: Column, workshop: Workshop, *, is_alone: bool = False) -> Slice | None:
    """A note as one piece under a rule; None where it is too high, or holds boxes that are drawn page by page.

    One that is alone beside the text has the ink rule of a row.
    """
    if not slices or any(piece.frames != column.frames for piece in slices):
        return None
    thickness, colour = (RULE, workshop.palette.ink) if is_alone else (_HAIRLINE, workshop.palette.hairline)
    stack = _Stack(RULE + _BELOW_RULE)
    for piece in slices:
        stack.put(piece)
    if stack.bottom > workshop.text_height * _MOST_OF_A_PAGE:
        return None
    return Slice(
        stack.bottom,
        [Rule(column.x, 0.0, column.width, thickness, colour), *stack.items],
        before=0.0 if is_alone else _BETWEEN,
        after=_BETWEEN,
        notes=tuple(number for piece in slices for number in piece.notes),
        inner_places=tuple(stack.places),
    )


def behind_a_bar(column: Column, workshop: Workshop) -> Column:
    """Where notes stand that have no margin: in the column, indented behind a bar."""
    frame = Frame(column.x, column.width, _AROUND, _AROUND, 0.0, "", workshop.palette.hairline, _BAR)
    return replace(column, x=column.x + _INSET, width=max(column.width - _INSET, 1.0), frames=(*column.frames, frame))


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
        self.places += [(place, top + below) for place, below in ((piece.place, 0.0), *piece.inner_places) if place]
        self.bottom, self._after = top + piece.height, piece.after
