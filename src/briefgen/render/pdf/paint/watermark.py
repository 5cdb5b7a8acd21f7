"""A word behind the text of each page: outlines in a light colour, so that it is no text to read or copy."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

from briefgen.render.pdf.objects.syntax import colour, number
from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style

WATERMARK = "<</Type/Pagination/Subtype/Watermark>>"
_MOST_OF_THE_DIAGONAL, _LARGEST = 0.62, 150.0

Point: TypeAlias = tuple[float, float]


def watermark(words: str, style: Style, width: float, height: float) -> str:
    """The operators that paint the words along the page's diagonal; nothing for no words."""
    words = " ".join(words.split())
    if not words:
        return ""
    sans = face(style.families["sans"].source, bold=True)
    size = min(_LARGEST, math.hypot(width, height) * _MOST_OF_THE_DIAGONAL / sans.width(words, 1.0))
    angle = math.atan2(height, width)
    cos, sin = math.cos(angle), math.sin(angle)
    long, high = sans.width(words, size) / 2, size * 0.35
    origin = width / 2 - long * cos + high * sin, height / 2 - long * sin - high * cos
    scale = size * sans.per_em / 1000
    matrix = [f"{value * scale:.5f}" for value in (cos, sin, -sin, cos)] + [number(value) for value in origin]
    pen, x = _Pen(), 0.0
    for info, position in zip(*sans.shape(words), strict=True):
        pen.left = x
        sans.hb_font.draw_glyph_with_pen(info.codepoint, pen)
        x += position.x_advance
    return f"q {' '.join(matrix)} cm {colour(style.palette.tint)} rg {' '.join(pen.parts)} f Q"


class _Pen:
    """Turns a glyph's outline into path operators."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.left = 0.0
        self._at: Point = (0.0, 0.0)

    def moveTo(self, point: Point) -> None:  # noqa: N802 - the name HarfBuzz calls
        self._write("m", point)

    def lineTo(self, point: Point) -> None:  # noqa: N802 - the name HarfBuzz calls
        self._write("l", point)

    def curveTo(self, *points: Point) -> None:  # noqa: N802 - the name HarfBuzz calls
        self._write("c", *points)

    def qCurveTo(self, handle: Point, end: Point) -> None:  # noqa: N802 - the name HarfBuzz calls
        start = self._at
        inner = [((p[0] + 2 * handle[0]) / 3, (p[1] + 2 * handle[1]) / 3) for p in (start, end)]
        self._write("c", *inner, end)

    def closePath(self) -> None:  # noqa: N802 - the name HarfBuzz calls
        self.parts.append("h")

    def _write(self, operator: str, *points: Point) -> None:
        self._at = points[-1]
        self.parts += [f"{number(x + self.left)} {number(y)}" for x, y in points]
        self.parts.append(operator)
