"""Columns of figures: how far each reaches to the left and to the right of its decimal point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import dataclass
from briefgen.render.decimal_point import decimal_point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.render.pdf.text.inline_layout import Setting


@dataclass(frozen=True, slots=True)
class Reach:
    """What the figures of a column need on either side of the point."""

    left: float
    right: float
    points: dict[Setting, float]
    """How far from the start of each figure its point is."""


def reach_of(cells: Sequence[Setting], mark: str) -> Reach | None:
    """What a column's figures need; cells without a figure stand at the end of the column and have no say."""
    points = {cell: point for cell in cells if (point := point_of(cell, mark)) is not None}
    if not points:
        return None
    right = max(cell.full_width - point for cell, point in points.items())
    return Reach(max(points.values()), right, points)


def point_of(setting: Setting, mark: str) -> float | None:
    """How far from the start of a cell its decimal point is, or the end of its number; None without a number."""
    starts: list[int] = []
    text = ""
    for word, after in zip(setting.words, setting.after, strict=True):
        starts.append(len(text))
        text += word.text + (" " if after > 0 else "")
    at = decimal_point(text, mark)
    return None if at is None else _width_to(setting, starts, at)


def _width_to(setting: Setting, starts: Sequence[int], at: int) -> float:
    x = 0.0
    for index, (word, run, start) in enumerate(zip(setting.words, setting.runs, starts, strict=True)):
        if at < start + len(word.text):
            parts = run.face.pieces(word.text[: at - start])
            return x + sum(part.advance for part, _ in parts) * run.size / 1000
        x += setting.widths[index]
        if at == start + len(word.text):
            return x
        x += max(setting.after[index], 0.0)
    return x
