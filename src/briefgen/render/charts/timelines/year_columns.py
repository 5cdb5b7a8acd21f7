"""Events grouped by year, in two columns that are read down and then across."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import dataclass
from briefgen.render.charts.drawing_operations import Drawing, LineStroke, Op, ToldMark, ToldPart
from briefgen.render.charts.timelines.event_lettering import EventLettering
from briefgen.render.charts.timelines.time_signs import key_ops, sign_ops, sign_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.looks.style import Style
    from briefgen.model.timelines import Event, Timeline

_TWO_COLUMNS, _GUTTER = 300.0, 14.0
_DATE_SHARE = 0.28
_HAIRLINE = 0.5
_WORTH_A_YEAR = 1.3
"""Columns may differ in height by so much before a year is parted."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event with what stands before it."""

    year: str
    event: Event
    index: int
    """Of the event in its timeline."""
    is_first: bool
    """Of its year."""
    gap: str


@dataclass(frozen=True, slots=True)
class _Column:
    """Where words begin, from the left of a column."""

    sign: float
    date: float
    text: float
    width: float
    letters: EventLettering

    @classmethod
    def of(cls, entries: Sequence[_Entry], letters: EventLettering, width: float) -> _Column:
        year = max((letters.width(entry.year, bold=True) for entry in entries), default=0.0)
        side, space = sign_width(letters.size), letters.size * 0.6
        sign = year + space + side / 2
        date = sign + side / 2 + space
        widest = max((letters.width(entry.event.when_in_year) for entry in entries), default=0.0)
        wide = min(widest, width * _DATE_SHARE)
        return cls(sign, date, date + wide + (space if wide else 0.0), width, letters)

    @property
    def gap_left(self) -> float:
        """Where it is said which years are empty."""
        return self.sign - sign_width(self.letters.size) / 2

    def dates(self, entry: _Entry) -> list[str]:
        """The lines of a date under its year."""
        return self.letters.lines(entry.event.when_in_year, max(self.text - self.date - self.letters.size * 0.6, 1.0))

    def words(self, entry: _Entry) -> list[str]:
        """The lines of what happened."""
        return self.letters.lines(entry.event.what, self.width - self.text)

    def gap(self, entry: _Entry) -> list[str]:
        """The lines of what is said of empty years before it."""
        return self.letters.lines(entry.gap, self.width - self.gap_left) if entry.gap else []

    def height(self, entry: _Entry) -> float:
        """What an entry takes with the room around it."""
        lines = max(len(self.dates(entry)), len(self.words(entry))) + len(self.gap(entry))
        between = self.letters.leading / 3
        return lines * self.letters.leading + between * (1 + entry.is_first + bool(entry.gap))


def years_drawing(timeline: Timeline, style: Style, width: float) -> Drawing:
    """Two columns where there is room for two."""
    letters = EventLettering.of(style)
    entries = _entries(timeline)
    count = 2 if width >= _TWO_COLUMNS and len(entries) > 1 else 1
    wide = (width - _GUTTER * (count - 1)) / count
    column = _Column.of(entries, letters, wide)
    cut = _cut(entries, [column.height(entry) for entry in entries]) if count > 1 else len(entries)
    ops: list[Op] = []
    bottoms: list[float] = []
    for left, part in ((0.0, entries[:cut]), (wide + _GUTTER, entries[cut:])):
        made, bottom = _drawn(part, left, column, style)
        ops += made
        bottoms.append(bottom)
    key, bottom = key_ops(timeline, max(bottoms), width, letters)
    return Drawing(width, bottom, (*ops, *key))


def _entries(timeline: Timeline) -> list[_Entry]:
    found: list[_Entry] = []
    for year, events in timeline.years():
        for number, event in enumerate(events):
            found.append(_Entry(str(year), event, len(found), not number, timeline.gap_before(len(found))))
    return found


def _cut(entries: Sequence[_Entry], heights: Sequence[float]) -> int:
    """Where the second column begins: as even as can be, before a new year where that costs little."""
    highest = {at: max(sum(heights[:at]), sum(heights[at:])) for at in range(1, len(entries))}
    even = min(highest, key=lambda at: (highest[at], at))
    whole = [at for at in highest if entries[at].is_first]
    best = min(whole, key=lambda at: (highest[at], at), default=even)
    return best if highest[best] <= highest[even] * _WORTH_A_YEAR else even


def _drawn(entries: Sequence[_Entry], left: float, column: _Column, style: Style) -> tuple[list[Op], float]:
    letters, top = column.letters, 0.0
    between = letters.leading / 3
    ops: list[Op] = []
    for number, entry in enumerate(entries):
        if entry.gap:
            lines = column.gap(entry)
            ops += letters.labels(left + column.gap_left, top, lines, ToldMark(entry.index, ToldPart.GAP), muted=True)
            top += len(lines) * letters.leading + between
        if entry.is_first or not number:
            ops.append(LineStroke(left, top, left + column.width, top, _HAIRLINE, style.palette.hairline))
            top += between
            # At the head of the second column a year is said again: once is enough to those who hear it.
            year = ToldMark(entry.index, ToldPart.YEAR) if entry.is_first else None
            ops += letters.labels(left, top, [entry.year], year, bold=True)
        dates, words = column.dates(entry), column.words(entry)
        ops += sign_ops(entry.event.sign, left + column.sign, letters.middle(top), letters.size, letters.letters.ink)
        ops += letters.labels(left + column.date, top, dates, ToldMark(entry.index, ToldPart.DATE), muted=True)
        ops += letters.labels(left + column.text, top, words, ToldMark(entry.index, ToldPart.EVENT))
        top += max(len(dates), len(words)) * letters.leading + between
    return ops, top
