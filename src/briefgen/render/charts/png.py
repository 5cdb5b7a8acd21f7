"""A drawing as PNG, for formats that cannot show vectors."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from briefgen.render.charts.drawing_operations import Box, Disc, Drawing, Label, LineStroke, Op, Polygon, Polyline
from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style

_OVERSAMPLING = 2
"""Shapes are drawn so much larger and scaled down, which smooths their edges."""
_COLOURS = 255
_NEAR_WHITE = 253
"""The palette is made of averages: white paper stays white."""


def drawing_png(drawing: Drawing, style: Style, scale: float = 3.0) -> bytes:
    """The drawing on white, `scale` pixels to the point; same bytes each time."""
    factor = scale * _OVERSAMPLING
    size = (round(drawing.width * factor), round(drawing.height * factor))
    image = Image.new("RGB", size, "#ffffff")
    pen = _Pen(ImageDraw.Draw(image), factor, style.families[style.text["figure"].family].source)
    for op in drawing.ops:
        pen.draw(op)
    out = io.BytesIO()
    _few_colours(image.reduce(_OVERSAMPLING)).save(out, "PNG", dpi=(72 * scale, 72 * scale))
    return out.getvalue()


def _few_colours(image: Image.Image) -> Image.Image:
    """With a palette, a quarter of the size: a drawing has a few colours and the steps between them at its edges."""
    few = image.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    palette = few.getpalette() or []
    few.putpalette([255 if value >= _NEAR_WHITE else value for value in palette])
    return few


class _Pen:
    def __init__(self, canvas: ImageDraw.ImageDraw, factor: float, source: str) -> None:
        self.canvas, self.factor, self.source = canvas, factor, source

    def draw(self, op: Op) -> None:
        k = self.factor
        match op:
            case LineStroke():
                self.canvas.line((op.x1 * k, op.y1 * k, op.x2 * k, op.y2 * k), op.colour, max(1, round(op.width * k)))
            case Box():
                frame = (op.x * k, op.y * k, (op.x + op.width) * k - 1, (op.y + op.height) * k - 1)
                self.canvas.rounded_rectangle(frame, op.radius * k, op.colour)
            case Disc():
                frame = ((op.x - op.radius) * k, (op.y - op.radius) * k, (op.x + op.radius) * k, (op.y + op.radius) * k)
                self.canvas.ellipse(frame, op.colour)
            case Polyline():
                points = [(x * k, y * k) for x, y in op.points]
                self.canvas.line(points, op.colour, max(1, round(op.width * k)), "curve")
            case Polygon():
                self.canvas.polygon([(x * k, y * k) for x, y in op.points], op.colour)
            case Label():
                font = _font(self.source, op.bold, round(op.size * k * 4))
                anchor = {"start": "ls", "middle": "ms", "end": "rs"}[op.anchor]
                self.canvas.text((op.x * k, op.y * k), op.text, op.colour, font, anchor)


@cache
def _font(source: str, bold: bool, quarters: int) -> ImageFont.FreeTypeFont:  # noqa: FBT001 - a cache key
    path = face(source, bold=bold).path
    return ImageFont.truetype(path, quarters / 4, layout_engine=ImageFont.Layout.BASIC)
