"""Few events side by side at even distances: order, not distance in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.charts.drawing_operations import Drawing, Op, Polyline, ToldMark, ToldPart
from briefgen.render.charts.timelines.event_lettering import EventLettering
from briefgen.render.charts.timelines.event_rows import DASHES, RAIL
from briefgen.render.charts.timelines.time_signs import key_ops, sign_ops, sign_width

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style
    from briefgen.model.timelines import Timeline

_GAP = 8.0
_MOST_LINES = 6


def has_room_for_steps(timeline: Timeline, style: Style, width: float) -> bool:
    """Whether the words of every step stand in its column, unbroken and in a few lines."""
    letters, room = EventLettering.of(style), _room(timeline, width)
    if room <= 0:
        return False
    said = [(words, bold) for event in timeline.events for words, bold in ((event.when, True), (event.what, False))]
    return all(
        not letters.breaks(words, room, bold=bold) and len(letters.lines(words, room, bold=bold)) <= _MOST_LINES
        for words, bold in said
    )


def _room(timeline: Timeline, width: float) -> float:
    count = len(timeline.events)
    return (width - _GAP * (count - 1)) / count if count else 0.0


def steps_drawing(timeline: Timeline, style: Style, width: float) -> Drawing:
    """Dates above the rail, what happened below it."""
    letters, room = EventLettering.of(style), _room(timeline, width)
    dates = [letters.lines(event.when, room, bold=True) for event in timeline.events]
    words = [letters.lines(event.what, room) for event in timeline.events]
    above = max(map(len, dates)) * letters.leading
    middle = above + letters.leading * 0.8
    below = middle + letters.leading * 0.8
    half = sign_width(letters.size) / 2
    lefts = [number * (room + _GAP) for number in range(len(timeline.events))]
    rail: list[Op] = []
    ops: list[Op] = []
    for index, (event, left) in enumerate(zip(timeline.events, lefts, strict=True)):
        if index:
            points = ((lefts[index - 1] + half, middle), (left + half, middle))
            rail.append(Polyline(points, RAIL, style.palette.muted, DASHES if timeline.gap_before(index) else ()))
        ops += letters.labels(
            left, above - len(dates[index]) * letters.leading, dates[index], ToldMark(index, ToldPart.DATE), bold=True
        )
        ops += sign_ops(event.sign, left + half, middle, letters.size, letters.letters.ink)
        ops += letters.labels(left, below, words[index], ToldMark(index, ToldPart.EVENT))
    bottom = below + max(map(len, words)) * letters.leading
    key, bottom = key_ops(timeline, bottom, width, letters)
    return Drawing(width, bottom, (*rail, *ops, *key))
