"""Small shapes that several kinds of charts are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.charts.drawing_operations import Box, Disc, LineStroke, Polyline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.charts import Point
    from briefgen.render.charts.drawing_operations import Op

PAPER = "#ffffff"
_RIM = 1.1
_HEAD, _SHAFT = 3.2, 10.0
ARROW_ROOM = _SHAFT + 3
"""Points that an arrow takes beyond the end that it stands at."""
DASHES = (2.5, 2.5)


def open_box(x: float, y: float, width: float, height: float, colour: str) -> Iterator[Op]:
    """A box with a rim and nothing in it; one that is thinner than its rims is its rim."""
    yield Box(x, y, width, height, colour)
    if width > 2 * _RIM + 0.2 and height > 2 * _RIM + 0.2:
        yield Box(x + _RIM, y + _RIM, width - 2 * _RIM, height - 2 * _RIM, PAPER)


def ring(x: float, y: float, radius: float, colour: str) -> Iterator[Op]:
    """An open dot."""
    yield Disc(x, y, radius, colour)
    yield Disc(x, y, radius - _RIM, PAPER)


def arrow(x: float, y: float, colour: str, *, towards: int = 1, is_upright: bool = False) -> Iterator[Op]:
    """An arrow from an end that is none; `towards` is 1 for right or up, -1 for left or down."""
    tip = _SHAFT * towards
    shaft = ((0.0, 0.0), (tip, 0.0))
    head = ((tip - _HEAD * towards, -_HEAD), (tip, 0.0), (tip - _HEAD * towards, _HEAD))
    for path in (shaft, head):
        placed = tuple((x + across, y - along) if is_upright else (x + along, y + across) for along, across in path)
        yield Polyline(placed, 1.1, colour)


def error_line(x: float, low: float, high: float, colour: str, *, has_ends: bool = True) -> Iterator[Op]:
    """An upright line from the lowest to the highest value, on white only."""
    yield LineStroke(x, low, x, high, 0.9, colour)
    for y in (low, high) if has_ends else ():
        yield LineStroke(x - 2.5, y, x + 2.5, y, 0.9, colour)


def dashed(points: tuple[tuple[float, float], ...], colour: str) -> Op:
    """A break."""
    return Polyline(points, 0.8, colour, DASHES)


def bar_ends(point: Point) -> tuple[float, tuple[float, float] | None]:
    """Where the solid part of a bar ends, and from where to where it is open; None where it is not."""
    if point.low is None or point.high is None:
        return float(point.value), None
    low, high = float(point.low), float(point.high)
    if low < 0 < high:
        return 0.0, (low, high)
    return (low if low >= 0 else high), (low, high)
