"""Events down the page, each sign at its place on a scale of time, its words beside it in a row of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.model.timelines import TimeSign
from briefgen.render.charts.drawing_operations import Box, Drawing, Label, LineStroke, Op, Polyline, ToldMark, ToldPart
from briefgen.render.charts.timelines.event_lettering import EventLettering
from briefgen.render.charts.timelines.time_scale import TimeScale, time_scale
from briefgen.render.charts.timelines.time_signs import GROUND, key_ops, open_bar, sign_ops, sign_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.looks.style import Style
    from briefgen.model.timelines import Event, Timeline

_EDGE, _BESIDE = 5.0, 4.0
_GRID = 0.5


class _Placed(NamedTuple):
    """The words of an event: bold date and what happened, in lines."""

    dates: list[str]
    words: list[str]
    left: float
    indent: float
    """Where what happened begins on the first line."""
    right: float


def cascade_drawing(timeline: Timeline, style: Style, width: float) -> Drawing:
    """The events in order of time from the top down, over an axis."""
    letters = EventLettering.of(style)
    scale = time_scale([(event.start, event.end) for event in timeline.events], _EDGE, width - _EDGE)
    top, rows = 0.0, []
    for index, event in enumerate(timeline.events):
        made, height = _row(event, index, top, scale, width, letters)
        rows.append(made)
        top += height
    top += letters.leading / 3
    grid = list(_grid(scale, top, width, letters, style))
    axis = list(_axis(scale, top, style))
    key, bottom = key_ops(timeline, top + letters.leading * 1.2, width, letters)
    return Drawing(width, bottom, (*grid, *axis, *(op for row in rows for op in row), *key))


def _row(
    event: Event, index: int, top: float, scale: TimeScale, width: float, letters: EventLettering
) -> tuple[list[Op], float]:
    left, right, sign = _sign(event, scale, letters.middle(top), letters)
    placed = _words(event, left, right, width, letters)
    lines = max(len(placed.words), len(placed.dates))
    date, said = (ToldMark(index, part) for part in (ToldPart.DATE, ToldPart.EVENT))
    ground = Box(placed.left - 1, top, placed.right - placed.left + 2, lines * letters.leading, GROUND)
    ops: list[Op] = [ground, *sign, *letters.labels(placed.left, top, placed.dates, date, bold=True)]
    first, *others = placed.words
    ops += letters.labels(placed.left + placed.indent, top, [first], said)
    ops += letters.labels(placed.left, top + letters.leading, others, said)
    return ops, lines * letters.leading + letters.leading / 3


def _sign(event: Event, scale: TimeScale, y: float, letters: EventLettering) -> tuple[float, float, Sequence[Op]]:
    """From where to where it stands, and the sign: of a year, a bar as long as the year."""
    start, end = scale.x(event.start), scale.x(event.end)
    ink, half = letters.letters.ink, sign_width(letters.size) / 2
    if event.sign is TimeSign.YEAR and end - start > 2 * half:
        return start, end, open_bar(start, y, end - start, letters.size, ink, height=0.8)
    middle = (start + end) / 2 if event.sign in {TimeSign.MONTH, TimeSign.YEAR, TimeSign.PLANNED} else start
    return middle - half, middle + half, sign_ops(event.sign, middle, y, letters.size, ink)


def _words(event: Event, left: float, right: float, width: float, letters: EventLettering) -> _Placed:
    """Beside the sign: behind it where there is as much room as before it, or enough."""
    behind, before = width - right - _BESIDE, left - _BESIDE
    space = letters.size * 0.6
    whole = letters.width(event.when, bold=True) + space + letters.width(event.what)
    is_behind = behind >= min(whole, before)
    room = behind if is_behind else before
    placed = _in_lines(event, room, space, letters)
    at = right + _BESIDE if is_behind else left - _BESIDE - placed.right
    return placed._replace(left=at, right=at + placed.right)


def _in_lines(event: Event, room: float, space: float, letters: EventLettering) -> _Placed:
    """What happened goes on behind the date, or begins below one that leaves no room; `right` is the whole width."""
    dates = letters.lines(event.when, room, bold=True)
    indent = letters.width(dates[-1], bold=True) + space
    first = event.what.partition(" ")[0]
    if len(dates) > 1 or indent + letters.width(first) > room:
        words = [*[""] * len(dates), *letters.lines(event.what, room)]
        indent = 0.0
    else:
        words = _hanging(event.what, indent, room, letters)
    wide = [letters.width(line) + (indent if not number else 0.0) for number, line in enumerate(words)]
    return _Placed(dates, words, 0.0, indent, max(*wide, *(letters.width(line, bold=True) for line in dates)))


def _hanging(text: str, indent: float, room: float, letters: EventLettering) -> list[str]:
    """Lines of which the first is shorter by an indent."""
    words, first = text.split(" "), ""
    while words and indent + letters.width(f"{first} {words[0]}".strip()) <= room:
        first = f"{first} {words.pop(0)}".strip()
    return [first, *(letters.lines(" ".join(words), room) if words else [])]


def _grid(scale: TimeScale, bottom: float, width: float, letters: EventLettering, style: Style) -> Iterator[Op]:
    """A hairline and a year for as many years as have room for their numbers."""
    taken = -1.0
    firsts = [stretch.left for stretch in scale.stretches]
    half = letters.width("2000") / 2
    for stretch in scale.stretches:
        ahead = next((x for x in firsts if x > stretch.left), width + 3 * half)
        per_year = (stretch.right - stretch.left) / (stretch.last - stretch.first)
        for year in range(stretch.first, stretch.last + (stretch is scale.stretches[-1])):
            x = stretch.left + (year - stretch.first) * per_year
            at = min(max(x, half), width - half)
            is_clear = at - half > taken + 3 and (year == stretch.first or at + half < ahead - half - 3)
            if is_clear:
                taken = at + half
                yield LineStroke(x, 0.0, x, bottom, _GRID, style.palette.hairline)
                yield Label(
                    at, letters.baseline(bottom + 2), str(year), letters.size, style.palette.muted, anchor="middle"
                )


def _axis(scale: TimeScale, y: float, style: Style) -> Iterator[Op]:
    """A line under the rows, broken where years are left out."""
    for stretch in scale.stretches:
        yield LineStroke(stretch.left, y, stretch.right, y, 0.9, style.palette.muted)
    for x in scale.folds:
        for shift in (-2.0, 2.0):
            yield Polyline(((x + shift - 2, y + 4), (x + shift + 2, y - 4)), 0.8, style.palette.muted)
