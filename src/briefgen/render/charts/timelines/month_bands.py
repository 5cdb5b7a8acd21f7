"""Many events by year and month: signs in cells, a count and one main event to each year."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from briefgen.records import dataclass, replace
from briefgen.render.charts.drawing_operations import Drawing, Label, LineStroke, Op
from briefgen.render.charts.timelines.event_lettering import EventLettering
from briefgen.render.charts.timelines.time_signs import key_ops, sign_ops

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.looks.style import Style
    from briefgen.model.timelines import BandWords, Event, Timeline

_MONTHS, _NO_MONTH = 12, 13
_MOST_SIGNS = 3
"""More events of one month are a number."""
_WIDEST_CELL = 18.0
_LANDMARK = 0.28
"""The share of the width for main events."""
_SIGN = 0.92
"""A sign's share of its place in a cell."""
_HAIRLINE, _RULE = 0.5, 0.9


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where columns stand: left edges, and the width of a month's."""

    months: float
    month: float
    no_month: float
    """The width of the column for what is known to the year only; 0 for none."""
    count: float
    """The right edge of the counts."""
    landmark: float
    """The left edge of the main events; the whole width where there are none."""
    width: float

    @classmethod
    def of(cls, timeline: Timeline, words: BandWords, letters: EventLettering, width: float) -> _Grid:
        first = max(letters.width(text, bold=True) for text in ("2000", words.total)) + letters.size
        count = max(letters.width(text, bold=True) for text in ("000", words.count)) + letters.size
        is_rough = any(event.month is None for event in timeline.events)
        rough = max(map(letters.width, words.no_month.split(" "))) + letters.size if is_rough else 0.0
        landmark = width * _LANDMARK if timeline.landmarks() else 0.0
        month = min((width - first - rough - count - landmark) / _MONTHS, _WIDEST_CELL)
        behind = first + month * _MONTHS + rough + count
        return cls(first, month, rough, behind, behind + letters.size * 1.2 if landmark else width, width)

    def cell(self, month: int) -> tuple[float, float]:
        """The middle and the width of a month's column."""
        if month == _NO_MONTH:
            return self.months + self.month * _MONTHS + self.no_month / 2, self.no_month
        return self.months + self.month * (month - 0.5), self.month


def bands_drawing(timeline: Timeline, style: Style, width: float) -> Drawing:
    """A row to each year; years without events are named in one row."""
    words = timeline.bands
    if words is None:
        raise AssertionError("bands have heads")
    letters = EventLettering.of(style)
    grid = _Grid.of(timeline, words, letters, width)
    ops, top = _head(words, grid, letters, style)
    landmarks, size, at = timeline.landmarks(), _sign_size(timeline, grid, letters), 0
    for year, events in timeline.years():
        gap = timeline.gap_before(at)
        if gap:
            lines = letters.lines(gap, grid.count - grid.months)
            ops += letters.labels(grid.months, top + 2, lines, muted=True)
            top += len(lines) * letters.leading + 4
            ops.append(LineStroke(0.0, top, width, top, _HAIRLINE, style.palette.hairline))
        said = letters.lines(landmarks[year], width - grid.landmark) if year in landmarks else []
        ops += letters.labels(0.0, top + 2, [str(year)], bold=True)
        ops += _cells(events, top + 2, grid, size, letters)
        ops.append(_number(len(events), grid, top + 2, letters))
        ops += letters.labels(grid.landmark, top + 2, said)
        top += max(len(said), 1) * letters.leading + 4
        ops.append(LineStroke(0.0, top, width, top, _HAIRLINE, style.palette.hairline))
        at += len(events)
    ops[-1] = LineStroke(0.0, top, width, top, _RULE, style.palette.ink)
    ops += letters.labels(0.0, top + 2, [words.total], bold=True)
    ops.append(_number(at, grid, top + 2, letters))
    key, bottom = key_ops(timeline, top + letters.leading + 4, width, letters)
    return Drawing(width, bottom, (*ops, *key))


def _by_month(events: Sequence[Event]) -> Mapping[int, list[Event]]:
    found: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        found[event.month or _NO_MONTH].append(event)
    return found


def _sign_size(timeline: Timeline, grid: _Grid, letters: EventLettering) -> float:
    """Letters' size of signs that stand beside each other in the fullest cell that shows them."""
    counts = [len(cell) for _, events in timeline.years() for cell in _by_month(events).values()]
    most = max((count for count in counts if count <= _MOST_SIGNS), default=1)
    return min(letters.size, grid.month / most * _SIGN)


def _cells(events: Sequence[Event], top: float, grid: _Grid, size: float, letters: EventLettering) -> Iterator[Op]:
    for month, found in sorted(_by_month(events).items()):
        middle, _ = grid.cell(month)
        if len(found) > _MOST_SIGNS:
            yield replace(_number(len(found), grid, top, letters), x=middle, anchor="middle")
            continue
        first = middle - size * (len(found) - 1) / 2
        for number, event in enumerate(found):
            yield from sign_ops(event.sign, first + number * size, letters.middle(top), size, letters.letters.ink)


def _number(count: int, grid: _Grid, top: float, letters: EventLettering) -> Label:
    return Label(
        grid.count, letters.baseline(top), str(count), letters.size, letters.letters.ink, bold=True, anchor="end"
    )


def _head(words: BandWords, grid: _Grid, letters: EventLettering, style: Style) -> tuple[list[Op], float]:
    """The heads of the columns, muted, over a rule."""
    rough = words.no_month.split(" ") if grid.no_month else []
    lines, muted = max(len(rough), 1), letters.letters.muted
    top = (lines - 1) * letters.leading
    ops: list[Op] = []
    heads = [(grid.cell(number)[0], top, text) for number, text in enumerate(words.months, 1)]
    heads += [
        (grid.cell(_NO_MONTH)[0], (lines - len(rough) + number) * letters.leading, text)
        for number, text in enumerate(rough)
    ]
    for x, height, text in heads:
        ops.append(Label(x, letters.baseline(height), text, letters.size, muted, anchor="middle"))
    ops.append(Label(grid.count, letters.baseline(top), words.count, letters.size, muted, anchor="end"))
    if grid.landmark < grid.width:
        ops += letters.labels(grid.landmark, top, [words.landmark], muted=True)
    bottom = top + letters.leading + 2
    ops.append(LineStroke(0.0, bottom, grid.width, bottom, _RULE, style.palette.ink))
    return ops, bottom
