"""The operations of a chart or timeline as vector graphics of a content stream."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from briefgen.records import replace
from briefgen.render.charts import Box, Disc, Label, LineStroke, Polygon, Polyline
from briefgen.render.pdf.objects.syntax import colour, number
from briefgen.render.pdf.text.shaped_words import typeface

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.render.charts import Drawing, Op, ToldMark
    from briefgen.render.pdf.paint.font_embedding import Fonts

_ROUND = 0.5523
"""How far the handles of a quarter circle reach, as a share of the radius."""
_SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}


def painted(ops: Iterable[Op], fonts: Fonts, source: str) -> str:
    """The operators that paint a drawing from its top left corner; `source` is the family of its labels."""
    parts: list[str] = []
    for op in ops:
        match op:
            case LineStroke():
                parts.append(_rule(op))
            case Box():
                parts.append(f"{colour(op.colour)} rg {_box(op)} f")
            case Disc():
                parts.append(f"{colour(op.colour)} rg {_disc(op)} f")
            case Polyline():
                parts.append(_polyline(op))
            case Polygon():
                parts.append(_polygon(op))
            case Label():
                parts.extend(_label(op, fonts, source))
    return "\n".join(parts)


def told_together(drawing: Drawing) -> Iterator[tuple[ToldMark | None, list[Op]]]:
    """What is drawn, in stretches that say one thing each; of its lines all but the last end in a blank."""
    for told, stretch in itertools.groupby(drawing.ops, lambda op: op.told if isinstance(op, Label) else None):
        ops = list(stretch)
        if told:
            *lines, last = (op for op in ops if isinstance(op, Label))
            ops = [*(replace(line, text=f"{line.text} ") for line in lines), last]
        yield told, ops


def _point(x: float, y: float) -> str:
    return f"{number(x)} {number(-y)}"


def _rule(op: LineStroke) -> str:
    return f"{colour(op.colour)} RG {number(op.width)} w []0 d {_point(op.x1, op.y1)} m {_point(op.x2, op.y2)} l S"


def _polyline(op: Polyline) -> str:
    if not op.points:
        return ""
    first, *others = op.points
    dash = " ".join(number(length) for length in op.dash or ())
    path = " ".join([f"{_point(*first)} m", *(f"{_point(*point)} l" for point in others)])
    return f"{colour(op.colour)} RG {number(op.width)} w 1 j 1 J [{dash}]0 d {path} S 0 j 0 J"


def _polygon(op: Polygon) -> str:
    if not op.points:
        return ""
    first, *others = op.points
    path = " ".join([f"{_point(*first)} m", *(f"{_point(*point)} l" for point in others)])
    return f"{colour(op.colour)} rg {path} h f"


def _box(op: Box) -> str:
    radius = min(op.radius, op.width / 2, op.height / 2)
    if radius <= 0:
        return f"{_point(op.x, op.y + op.height)} {number(op.width)} {number(op.height)} re"
    return _rounded(op.x, op.y, op.x + op.width, op.y + op.height, radius)


def _disc(op: Disc) -> str:
    return _rounded(op.x - op.radius, op.y - op.radius, op.x + op.radius, op.y + op.radius, op.radius)


def _rounded(left: float, top: float, right: float, bottom: float, radius: float) -> str:
    """A rectangle with round corners, clockwise from the end of its top left one."""
    handle = radius * (1 - _ROUND)
    corners = (
        ((right - radius, top), (right - handle, top), (right, top + handle), (right, top + radius)),
        ((right, bottom - radius), (right, bottom - handle), (right - handle, bottom), (right - radius, bottom)),
        ((left + radius, bottom), (left + handle, bottom), (left, bottom - handle), (left, bottom - radius)),
        ((left, top + radius), (left, top + handle), (left + handle, top), (left + radius, top)),
    )
    path = [f"{_point(left + radius, top)} m"]
    for start, one, two, end in corners:
        path.append(f"{_point(*start)} l {_point(*one)} {_point(*two)} {_point(*end)} c")
    return " ".join(path) + " h"


def _label(op: Label, fonts: Fonts, source: str) -> Iterator[str]:
    if not op.text:
        return
    words = typeface(source, bold=op.bold, italic=False, tabular=True).label(op.text)
    width = sum(word.advance for word in words) * op.size / 1000
    yield f"BT {colour(op.colour)} rg {_point(op.x - width * _SHARES[op.anchor], op.y)} Td"
    for word in words:
        use = fonts.use(word.font)
        yield f"/{use.name} {number(op.size)} Tf [{use.codes(word)}]TJ"
    yield "ET"
