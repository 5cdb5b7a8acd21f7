"""Dated events on a line: a dot for a day, a bar for what is known more roughly; labels never touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.charts.drawing_operations import Box, Disc, Drawing, Label, LineStroke, Op, Polyline
from briefgen.render.charts.lettering import Lettering
from briefgen.render.charts.time_scale import TimeScale, time_scale
from briefgen.render.charts.timeline_labels import PlacedLabel, WantedLabel, placed_labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.charts import Event, Timeline
    from briefgen.model.looks.style import Style

_EDGE, _LEAD = 8.0, 14.0
_WIDEST = 104.0
_AXIS_ROOM = 15.0
_HOLLOW, _GROUND = 1.9, "#ffffff"
"""Of a mark for what is yet to happen: the size and colour of the hole in it."""


def timeline_drawing(timeline: Timeline, style: Style, width: float) -> Drawing:
    """The timeline to a width; more events make it taller, never crowded."""
    letters = Lettering.of(style)
    days = [day for event in timeline.events for day in (event.start, event.end)]
    scale = time_scale(days, _EDGE, width - _EDGE)
    placed = placed_labels(tuple(_wanted(event, scale, letters, width) for event in timeline.events), width)
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


def _wanted(event: Event, scale: TimeScale, letters: Lettering, width: float) -> WantedLabel:
    """An event's label before it has a place."""
    lines = (event.when, *letters.wrapped(event.what, _WIDEST))
    size = min(max(letters.width(line, bold=index == 0) for index, line in enumerate(lines)), width - 2)
    return WantedLabel(lines, size, (scale.x(event.start) + scale.x(event.end)) / 2)


def _heights(placed: Sequence[PlacedLabel], letters: Lettering) -> list[float]:
    """The height of each level, from the axis outwards."""
    levels = max((p.level for p in placed), default=-1) + 1
    return [
        max((len(p.lines) for p in placed if p.level == level), default=0) * letters.leading + 5
        for level in range(levels)
    ]


def _label(item: PlacedLabel, axis: float, heights: Sequence[float], letters: Lettering, style: Style) -> Iterator[Op]:
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
        yield LineStroke(stretch.left, y, stretch.right, y, 0.9, style.palette.ink)
        step = _year_step(stretch.last - stretch.first, stretch.right - stretch.left, letters)
        for year in range(stretch.first, stretch.last + (stretch is scale.stretches[-1])):
            if (year - stretch.first) % step == 0:
                x = stretch.left + (year - stretch.first) / (stretch.last - stretch.first) * (
                    stretch.right - stretch.left
                )
                yield LineStroke(x, y, x, y + 3, 0.6, style.palette.ink)
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
        if event.is_planned:
            yield Disc(scale.x(event.start), y, _HOLLOW, _GROUND)
    else:
        left, right = scale.x(event.start), scale.x(event.end)
        middle, size = (left + right) / 2, max(right - left, 5.0)
        yield Box(middle - size / 2, y - 2.6, size, 5.2, colour, 1.6)
        if event.is_planned:
            yield Box(middle - size / 2 + 1.2, y - 1.4, size - 2.4, 2.8, _GROUND, 0.6)


def _key(timeline: Timeline, y: float, letters: Lettering) -> Iterator[Op]:
    middle = y - letters.size * 0.35
    yield Disc(4, middle, 3.2, letters.muted)
    yield Label(11, y, timeline.day_label, letters.size, letters.muted)
    x = 11 + letters.width(timeline.day_label) + 16
    yield Box(x, middle - 2.6, 12, 5.2, letters.muted, 1.6)
    yield Label(x + 17, y, timeline.span_label, letters.size, letters.muted)
    if timeline.planned_label:
        x += 17 + letters.width(timeline.span_label) + 16
        yield Disc(x + 4, middle, 3.2, letters.muted)
        yield Disc(x + 4, middle, _HOLLOW, _GROUND)
        yield Label(x + 11, y, timeline.planned_label, letters.size, letters.muted)
