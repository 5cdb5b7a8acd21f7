"""Dated events on a line: a dot for a day, a bar for what is known more roughly; labels never touch."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefgen.render.figure.lettering import Lettering
from briefgen.render.figure.ops import Box, Disc, Drawing, Label, Op, Polyline, Rule
from briefgen.render.figure.scale import TimeScale, time_scale

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.figure import Event, Timeline
    from briefgen.model.style import Style

_EDGE, _GAP, _LEAD = 8.0, 8.0, 14.0
_WIDEST = 104.0
_AXIS_ROOM = 15.0
_LEVEL_COST, _CROSSED_LEADER, _CROSSED_LABEL = 34.0, 40.0, 150.0
_SHIFTS = (0.0, 8.0, 16.0, 28.0, 44.0, 64.0, 90.0, 130.0, 180.0, 240.0, 320.0, 420.0)
"""How far a leader may lean to find a free column."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """An event's label: its box on one side of the axis, in a level counted from the axis."""

    event: Event
    lines: tuple[str, ...]
    left: float
    right: float
    event_x: float
    column: float
    """Where the leader rises past inner labels."""
    above: bool
    level: int


def timeline_drawing(timeline: Timeline, style: Style, width: float) -> Drawing:
    """The timeline to a width; more events make it taller, never crowded."""
    letters = Lettering.of(style)
    days = [day for event in timeline.events for day in (event.start, event.end)]
    scale = time_scale(days, _EDGE, width - _EDGE)
    placed = _place(timeline.events, scale, letters, width)
    above, below = (_heights([p for p in placed if p.above is side], letters) for side in (True, False))
    axis = sum(above) + (_LEAD if above else 0) + 4
    foot = axis + _AXIS_ROOM + sum(below) + (_LEAD if below else 0)
    ops: list[Op] = []
    for item in placed:
        ops += _label(item, axis, above if item.above else below, letters, style)
    ops += _axis(scale, axis, letters, style)
    ops += [op for event in timeline.events for op in _mark(event, scale, axis, style)]
    ops += _key(timeline, foot + letters.leading, letters)
    return Drawing(width, foot + letters.leading + 5, tuple(ops))


def _place(events: Sequence[Event], scale: TimeScale, letters: Lettering, width: float) -> list[_Placed]:
    """Each label where neither it nor its leader touches another, as near to the axis as can be."""
    placed: list[_Placed] = []
    for event in events:
        lines = (event.when, *letters.wrapped(event.what, _WIDEST))
        size = min(max(letters.width(line, bold=index == 0) for index, line in enumerate(lines)), width - 2)
        middle = (scale.x(event.start) + scale.x(event.end)) / 2
        tries = (
            (cost, _Placed(event, lines, left, left + size, middle, column, above, level))
            for cost, level, shift in _nearest_first(len(events))
            for above in (True, False)
            for column, left in _positions(middle, shift, size, width)
        )
        placed.append(_least_in_the_way(tries, placed))
    return placed


def _least_in_the_way(tries: Iterator[tuple[float, _Placed]], placed: Sequence[_Placed]) -> _Placed:
    """The cheapest place; tries come cheapest first, so the search ends when none can be better."""
    best: _Placed | None = None
    lowest = float("inf")
    for cost, item in tries:
        if best and cost >= lowest:
            break
        if any(_overlap(item, other) for other in placed):
            continue
        total = cost + sum(_crossings(item, other) for other in placed)
        if total < lowest:
            best, lowest = item, total
    if best is None:
        raise AssertionError("the highest level is always free")
    return best


@cache
def _nearest_first(events: int) -> tuple[tuple[float, int, float], ...]:
    """Cost, level and lean, cheapest first; among so many levels one is always free."""
    return tuple(
        sorted((level * _LEVEL_COST + shift, level, shift) for level in range(events + 1) for shift in _SHIFTS)
    )


def _positions(middle: float, shift: float, size: float, width: float) -> list[tuple[float, float]]:
    """Where the leader rises and the label begins: the label centred on it, to its right, to its left."""
    found: list[tuple[float, float]] = []
    for column in dict.fromkeys((middle + shift, middle - shift)):
        if 1 <= column <= width - 1:
            lefts = (column - size / 2, column - 2, column - size + 2)
            found += [(column, min(max(left, 1.0), width - size - 1)) for left in lefts]
    return found


def _overlap(one: _Placed, other: _Placed) -> bool:
    """Whether two labels would touch."""
    same = one.above is other.above and one.level == other.level
    return same and one.left < other.right + _GAP and other.left < one.right + _GAP


def _crossings(one: _Placed, other: _Placed) -> float:
    """What it costs the reader where leaders cross each other or a label."""
    if one.above is not other.above:
        return 0.0
    cost = _CROSSED_LEADER if (one.event_x - other.event_x) * (one.column - other.column) < 0 else 0.0
    if one.level == other.level:
        return cost
    inner, outer = (one, other) if one.level < other.level else (other, one)
    return cost + (_CROSSED_LABEL if inner.left - 3 <= outer.column <= inner.right + 3 else 0.0)


def _heights(placed: Sequence[_Placed], letters: Lettering) -> list[float]:
    """The height of each level, from the axis outwards."""
    levels = max((p.level for p in placed), default=-1) + 1
    return [
        max((len(p.lines) for p in placed if p.level == level), default=0) * letters.leading + 5
        for level in range(levels)
    ]


def _label(item: _Placed, axis: float, heights: Sequence[float], letters: Lettering, style: Style) -> Iterator[Op]:
    inner = sum(heights[: item.level])
    rows = len(item.lines) * letters.leading
    if item.above:
        bottom = axis - _LEAD - inner
        first = bottom - rows + letters.size
        start, end = axis - 4, bottom + 1
    else:
        top = axis + _AXIS_ROOM + _LEAD + inner
        first = top + letters.size - 1
        start, end = axis + 4, top - 1
    turn = start - _LEAD * 0.7 if item.above else start + _LEAD * 0.7 + _AXIS_ROOM - 4
    path = ((item.event_x, start), (item.column, turn), (item.column, end))
    yield Polyline(path, 0.6, style.palette.hairline)
    for index, line in enumerate(item.lines):
        bold, baseline = index == 0, first + index * letters.leading
        yield Label(item.left, baseline, line, letters.size, letters.ink if bold else letters.muted, bold=bold)


def _axis(scale: TimeScale, y: float, letters: Lettering, style: Style) -> Iterator[Op]:
    for stretch in scale.stretches:
        yield Rule(stretch.left, y, stretch.right, y, 0.9, style.palette.ink)
        step = _year_step(stretch.last - stretch.first, stretch.right - stretch.left, letters)
        for year in range(stretch.first, stretch.last + (stretch is scale.stretches[-1])):
            if (year - stretch.first) % step == 0:
                x = stretch.left + (year - stretch.first) / (stretch.last - stretch.first) * (
                    stretch.right - stretch.left
                )
                yield Rule(x, y, x, y + 3, 0.6, style.palette.ink)
                yield from _year(x, y + 3 + letters.size, str(year), stretch.right, letters)
    for x in scale.folds:
        for shift in (-2.5, 2.5):
            yield Polyline(((x + shift - 2, y + 4), (x + shift + 2, y - 4)), 0.8, style.palette.ink)


def _year(x: float, baseline: float, text: str, right: float, letters: Lettering) -> Iterator[Op]:
    """A year under its tick, kept off the leader lines' ground by a light ground of its own."""
    half = letters.width(text) / 2
    x = min(x, right + _EDGE - half) if x + half > right + _EDGE else max(x, half)
    yield Box(x - half - 1, baseline - letters.size + 1, half * 2 + 2, letters.size + 1, "#ffffff")
    yield Label(x, baseline, text, letters.size, letters.muted, anchor="middle")


def _year_step(years: int, width: float, letters: Lettering) -> int:
    need = letters.width("2000") + 10
    return next((step for step in (1, 2, 5, 10, 20, 50) if width / years * step >= need), 100)


def _mark(event: Event, scale: TimeScale, y: float, style: Style) -> Iterator[Op]:
    colours = (style.palette.accent, *style.palette.series)
    colour = style.palette.ink if event.colour == 0 else colours[event.colour % len(colours)]
    if event.start == event.end:
        yield Disc(scale.x(event.start), y, 3.2, colour)
    else:
        left, right = scale.x(event.start), scale.x(event.end)
        middle, size = (left + right) / 2, max(right - left, 5.0)
        yield Box(middle - size / 2, y - 2.6, size, 5.2, colour, 1.6)


def _key(timeline: Timeline, y: float, letters: Lettering) -> Iterator[Op]:
    middle = y - letters.size * 0.35
    yield Disc(4, middle, 3.2, letters.muted)
    yield Label(11, y, timeline.day_label, letters.size, letters.muted)
    x = 11 + letters.width(timeline.day_label) + 16
    yield Box(x, middle - 2.6, 12, 5.2, letters.muted, 1.6)
    yield Label(x + 17, y, timeline.span_label, letters.size, letters.muted)
