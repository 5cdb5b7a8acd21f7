"""Cards of key figures, out of the items of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.markdown.tidy_inlines import tidy
from briefgen.model.document import KeyFigure, LineBreak, Paragraph, Strong

if TYPE_CHECKING:
    from briefgen.model.document import Block


def card_of(item: tuple[Block, ...]) -> KeyFigure | None:
    """`**value** unit`, then the label after the first line break or blank-joined line."""
    if len(item) != 1 or not isinstance(item[0], Paragraph) or not item[0].inlines:
        return None
    first, *rest = item[0].inlines
    if not isinstance(first, Strong):
        return None
    at = next((i for i, inline in enumerate(rest) if isinstance(inline, LineBreak)), len(rest))
    return KeyFigure(first.inlines, tidy(rest[:at]), tidy(i for i in rest[at + 1 :]))
