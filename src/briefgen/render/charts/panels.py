"""Drawings one above the other, as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from briefgen.render.charts.drawing_operations import Box, Disc, Drawing, Label, LineStroke, Op, Polygon, Polyline

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = 12.0


def stacked_drawings(drawings: Sequence[Drawing]) -> Drawing:
    """The drawings from the top down, with room between them."""
    top, ops = 0.0, []
    for drawing in drawings:
        ops += [_lowered(op, top) for op in drawing.ops]
        top += drawing.height + _BETWEEN
    return Drawing(max(drawing.width for drawing in drawings), top - _BETWEEN, tuple(ops))


def _lowered(op: Op, by: float) -> Op:
    match op:
        case LineStroke():
            return replace(op, y1=op.y1 + by, y2=op.y2 + by)
        case Box() | Disc() | Label():
            return replace(op, y=op.y + by)
        case Polyline() | Polygon():
            return replace(op, points=tuple((x, y + by) for x, y in op.points))
        case _:
            assert_never(op)
