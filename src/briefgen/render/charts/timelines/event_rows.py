"""The vertical list: a row to each event, its date, its sign on a rail, and what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import dataclass
from briefgen.render.charts.drawing_operations import Drawing, Op, Polyline, ToldMark, ToldPart
from briefgen.render.charts.timelines.event_lettering import EventLettering
from briefgen.render.charts.timelines.time_signs import key_ops, sign_ops, sign_width

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style
    from briefgen.model.timelines import Event, Timeline

RAIL, DASHES = 0.9, (1.5, 2.25)
_DATE_SHARE = 0.3
"""The most of the width that dates take; longer ones go on below."""
_FEW = 15
_OPEN_ROWS, _CLOSE_ROWS = 2 / 3, 1 / 3
"""Room behind a row, in lines."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the rail stands and where words begin."""

    date: float
    rail: float
    text: float
    width: float

    @classmethod
    def of(cls, timeline: Timeline, letters: EventLettering, width: float) -> _Columns:
        widest = max((letters.width(event.when, bold=True) for event in timeline.events), default=0.0)
        date = min(widest, width * _DATE_SHARE)
        side = sign_width(letters.size)
        rail = date + letters.size + side / 2
        return cls(date, rail, rail + side / 2 + letters.size * 0.8, width)


def rows_drawing(timeline: Timeline, style: Style, width: float) -> Drawing:
    """The events from the top down."""
    letters = EventLettering.of(style)
    columns = _Columns.of(timeline, letters, width)
    room = letters.leading * (_OPEN_ROWS if len(timeline.events) <= _FEW else _CLOSE_ROWS)
    rail: list[Op] = []
    ops: list[Op] = []
    top, last = 0.0, None
    for index, event in enumerate(timeline.events):
        gap = timeline.gap_before(index)
        if gap:
            lines = letters.lines(gap, width - columns.text)
            ops += letters.labels(columns.text, top, lines, ToldMark(index, ToldPart.GAP), muted=True)
            top += len(lines) * letters.leading + room
        middle = letters.middle(top)
        if last is not None:
            points = ((columns.rail, last), (columns.rail, middle))
            rail.append(Polyline(points, RAIL, style.palette.muted, DASHES if gap else ()))
        row, height = _row(event, index, top, columns, letters)
        ops += row
        top, last = top + height + room, middle
    key, bottom = key_ops(timeline, top - room, width, letters)
    return Drawing(width, bottom, (*rail, *ops, *key))


def _row(event: Event, index: int, top: float, columns: _Columns, letters: EventLettering) -> tuple[list[Op], float]:
    dates = letters.lines(event.when, columns.date, bold=True)
    words = letters.lines(event.what, columns.width - columns.text)
    ops: list[Op] = [
        *letters.labels(0.0, top, dates, ToldMark(index, ToldPart.DATE), bold=True),
        *sign_ops(event.sign, columns.rail, letters.middle(top), letters.size, letters.letters.ink),
        *letters.labels(columns.text, top, words, ToldMark(index, ToldPart.EVENT)),
    ]
    return ops, max(len(dates), len(words)) * letters.leading
