"""A drawing as SVG."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from briefgen.render.charts.drawing_operations import Box, Disc, Drawing, Label, LineStroke, Op, Polygon, Polyline
from briefgen.render.css import font_stack

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style


def drawing_svg(drawing: Drawing, style: Style, *, size: bool = True) -> str:
    """A self-contained SVG; `size` gives it its own width and height beside the view box."""
    family = style.families[style.text["figure"].family]
    fonts = f'font-family="{escape(font_stack(family))}"'
    own = f'width="{_n(drawing.width)}pt" height="{_n(drawing.height)}pt" ' if size else ""
    box = f'viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}"'
    body = "".join(_element(op) for op in drawing.ops)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {own}{box} {fonts}>{body}</svg>'


def _element(op: Op) -> str:
    match op:
        case LineStroke():
            ends = f'x1="{_n(op.x1)}" y1="{_n(op.y1)}" x2="{_n(op.x2)}" y2="{_n(op.y2)}"'
            return f'<line {ends} stroke="{op.colour}" stroke-width="{_n(op.width)}"/>'
        case Box():
            radius = f' rx="{_n(op.radius)}"' if op.radius else ""
            frame = f'x="{_n(op.x)}" y="{_n(op.y)}" width="{_n(op.width)}" height="{_n(op.height)}"'
            return f'<rect {frame}{radius} fill="{op.colour}"/>'
        case Disc():
            return f'<circle cx="{_n(op.x)}" cy="{_n(op.y)}" r="{_n(op.radius)}" fill="{op.colour}"/>'
        case Polyline():
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in op.points)
            dash = f' stroke-dasharray="{" ".join(map(_n, op.dash))}"' if op.dash else ""
            return f'<polyline points="{points}" fill="none" stroke="{op.colour}" stroke-width="{_n(op.width)}"{dash}/>'
        case Polygon():
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in op.points)
            return f'<polygon points="{points}" fill="{op.colour}"/>'
        case Label():
            weight = ' font-weight="700"' if op.bold else ""
            anchor = f' text-anchor="{op.anchor}"' if op.anchor != "start" else ""
            place = f'x="{_n(op.x)}" y="{_n(op.y)}" font-size="{_n(op.size)}" fill="{op.colour}"'
            return f"<text {place}{weight}{anchor}>{escape(op.text)}</text>"


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
