"""The signs of a timeline as drawing operations, and the key that says what those that occur mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefgen.model.timelines import TimeSign
from briefgen.render.charts.drawing_operations import Box, Disc, Op, Polygon

if TYPE_CHECKING:
    from briefgen.model.timelines import Timeline
    from briefgen.render.charts.timelines.event_lettering import EventLettering

GROUND = "#ffffff"
_DOT = 0.33
_BAR, _BAR_HEIGHT = 0.42, 1.05
_OPEN, _OPEN_HEIGHT = 0.62, 1.2
_TRIANGLE, _TRIANGLE_HEIGHT = 0.9, 0.72
_LINE = 0.13
"""All as shares of the size of letters."""
_BETWEEN, _ABOVE_KEY = 14.0, 0.6


def sign_ops(sign: TimeSign, x: float, y: float, size: float, ink: str) -> tuple[Op, ...]:
    """A sign around a point."""
    match sign:
        case TimeSign.DAY:
            return (Disc(x, y, size * _DOT, ink),)
        case TimeSign.PLANNED:
            return Disc(x, y, size * _DOT, ink), Disc(x, y, size * (_DOT - _LINE), GROUND)
        case TimeSign.MONTH:
            return (_box(x, y, size * _BAR, size * _BAR_HEIGHT, ink),)
        case TimeSign.YEAR:
            return open_bar(x - size * _OPEN / 2, y, size * _OPEN, size, ink)
        case TimeSign.SINCE | TimeSign.UNTIL:
            half, tall = size * _TRIANGLE / 2, size * _TRIANGLE_HEIGHT / 2
            tall = tall if sign is TimeSign.SINCE else -tall
            return (Polygon(((x - half, y - tall), (x + half, y - tall), (x, y + tall)), ink),)
        case _:
            assert_never(sign)


def open_bar(
    left: float, y: float, length: float, size: float, ink: str, height: float = _OPEN_HEIGHT
) -> tuple[Op, ...]:
    """An open bar of a length, as a year has it on a scale of time."""
    tall, line = size * height, size * _LINE
    outer = Box(left, y - tall / 2, length, tall, ink)
    return outer, Box(left + line, y - tall / 2 + line, max(length - 2 * line, 0.5), tall - 2 * line, GROUND)


def _box(x: float, y: float, width: float, height: float, ink: str) -> Box:
    return Box(x - width / 2, y - height / 2, width, height, ink)


def sign_width(size: float) -> float:
    """What the widest sign takes."""
    return size * _TRIANGLE


def key_ops(timeline: Timeline, top: float, width: float, letters: EventLettering) -> tuple[list[Op], float]:
    """The key in lines no wider than the drawing, and the height below it."""
    ops: list[Op] = []
    side, x = sign_width(letters.size), 0.0
    top += letters.leading * _ABOVE_KEY
    for sign, meaning in timeline.signs:
        lines = letters.lines(meaning, width - side - 4)
        wide = side + 4 + max(map(letters.width, lines))
        if x and x + wide > width:
            x, top = 0.0, top + letters.leading
        ops += sign_ops(sign, x + side / 2, letters.middle(top), letters.size, letters.letters.ink)
        ops += letters.labels(x + side + 4, top, lines, muted=True)
        top += (len(lines) - 1) * letters.leading
        x += wide + _BETWEEN
    return ops, top + letters.leading * bool(timeline.signs)
