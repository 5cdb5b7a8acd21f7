"""What charts of rows share: the order of groups and rows, their names, and the breaks between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.render.charts.drawing_operations import Drawing, Label, LineStroke, PlotArea
from briefgen.render.charts.drawing_parts import dashed
from briefgen.render.charts.lettering import Lettering
from briefgen.render.charts.name_key import NameKey
from briefgen.render.charts.rows.row_names import GAP, row_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.charts import Break, Chart, Point, Series
    from briefgen.model.looks.style import Style
    from briefgen.render.charts.drawing_operations import Op

ROW, _BETWEEN, _GROUPS = 12.75, 5.0, 11.0
_WORDS = 0.6
"""The share of the width up to which the words of a break stand behind its dashes."""


class ValueRow(NamedTuple):
    """One value of the chart."""

    series: Series
    place: int
    """Of its category."""
    top: float
    """Of the bar."""

    @property
    def point(self) -> Point | None:
        """The value itself; None for a gap."""
        return self.series.points[self.place]

    @property
    def middle(self) -> float:
        """The height that name, bar and label have in common."""
        return self.top + ROW / 2


class RowFrame:
    """The frame of one chart: rows from the top down, values from the left to the right."""

    def __init__(self, chart: Chart, style: Style, width: float, beside: Sequence[Chart], beyond: float = 0.0) -> None:
        self.chart, self.style, self.width = chart, style, width
        self.letters = Lettering.of(style)
        each = (point for one in beside for series in one.series for point in series.points if point)
        labels = max((self.letters.width(point.label, bold=True) for point in each), default=0.0)
        self.label_room, self.labels_at = labels + GAP + beyond, width - labels
        self.labels_above = self.label_room > width * 0.5 - GAP
        room = GAP + beyond if self.labels_above else self.label_room
        self.names = row_names(beside, self.letters, width, room)
        self.labels_above = self.labels_above or self.names.right + self.label_room > width + 0.1
        self.right = width - beyond if self.labels_above else self.names.right
        self.low, self.high = float(chart.ticks[0]), float(chart.ticks[-1])
        self.has_groups = len(chart.series) > 1
        self.rows: list[ValueRow] = []
        self._ops: list[Op] = []
        self._short: dict[str, str] = {}
        self.top = self._above()
        self.bottom = self._placed(self.top)

    def x(self, value: float) -> float:
        """Where a value stands."""
        return self.names.left + (value - self.low) / (self.high - self.low or 1.0) * (self.right - self.names.left)

    @property
    def zero(self) -> float:
        """Where bars begin: at zero, or at the end of the axis that is next to it."""
        return self.x(min(max(0.0, self.low), self.high))

    def colour(self, row: ValueRow) -> str:
        """The colour of a row's mark."""
        return self.style.palette.of_series(self.chart.colour(row.series, row.point))

    def label_at(self, row: ValueRow, x: float) -> Iterator[Op]:
        """The label of a row behind its bar, or that there is no figure; without room there it stands with the name."""
        point = row.point
        if point is None and self.chart.gap:
            gap, size = self.chart.gap, self.letters.size
            yield Label(self.zero + GAP * 0.8, row.middle + self.letters.middle, gap, size, self.letters.muted)
        elif point and not self.labels_above:
            yield Label(x, row.middle + self.letters.middle, point.label, self.letters.size, self.letters.ink, True)  # noqa: FBT003 - named in the class

    def drawing(self, ops: Sequence[Op], foot: float = 0.0) -> Drawing:
        """The drawing: names and breaks, then what the chart shows, then the names that were shortened."""
        below = self.bottom + foot
        key: list[Op] = []
        for short, name in self._short.items():
            for line in self.letters.broken(f"{short} = {name}", self.width):
                below += self.letters.leading
                key.append(Label(0, below - 2, line, self.letters.size, self.letters.muted))
        area = PlotArea(self.names.left, self.right - self.names.left, self.width, self.top, self.bottom - self.top)
        return Drawing(self.width, below + 2, (*ops, *self._ops, *key), (area,))

    def zero_line(self) -> Iterator[Op]:
        """The line that bars begin at, along each of them, so that it goes through no words between."""
        is_inside = self.low < 0
        colour = self.letters.ink if is_inside else self.style.palette.edge
        beyond = _BETWEEN / 2 if self.names.names else _BETWEEN / 5
        for row in self.rows:
            top, foot = row.top - beyond, row.top + ROW + beyond
            yield LineStroke(self.zero, top, self.zero, foot, 0.9 if is_inside else 0.75, colour)

    # ------------------------------------------------------------ from the top down

    def _above(self) -> float:
        """What stands over all rows: the sides of zero, or whose the only series is."""
        chart, letters = self.chart, self.letters
        if chart.sides:
            return self._sides()
        if not (lone := chart.lone_party):
            return 2.0
        named = letters.fitted(lone.name[:1].upper() + lone.name[1:], self.width, bold=True)
        for line, words in enumerate(named.lines):
            self._ops.append(Label(0, (line + 1) * letters.leading - 3, words, letters.size, letters.ink, bold=True))
        return len(named.lines) * letters.leading + 2

    def _sides(self) -> float:
        letters, (above, below) = self.letters, self.chart.sides
        rooms = (self.width - self.zero - GAP, self.zero - GAP)
        if all(letters.width(words, bold=True) <= room for words, room in zip((above, below), rooms, strict=True)):
            baseline = letters.leading - 3
            self._ops.append(Label(self.zero + GAP, baseline, above, letters.size, letters.ink, bold=True))
            self._ops.append(Label(self.zero - GAP, baseline, below, letters.size, letters.ink, True, "end"))  # noqa: FBT003 - named in the class
            return letters.leading + 2
        colours = self.style.palette.series
        key = NameKey(((above, colours[0]), (below, colours[1])), self.width, letters)
        self._ops += key.ops(0.0)
        return key.height + 3

    def _placed(self, y: float) -> float:
        """Rows and breaks one under the other; gives where they end."""
        told: set[str] = set()
        for place in range(len(self.chart.categories)):
            found = [one for one in self.chart.breaks if one.before == place]
            for one in found:
                if one.words in told and one is not found[0]:
                    continue  # one line of dashes is enough, where its words are told already
                y = self._break(one, y, is_told=one.words in told)
                told.add(one.words)
            y = self._group(place, y) if self.has_groups else self._row(self.chart.series[0], place, y)
        return y

    def _group(self, place: int, y: float) -> float:
        letters, category = self.letters, self.chart.categories[place]
        y += _GROUPS / 2 if place else 0.0
        is_above = not self.names.groups
        if is_above:
            self._ops.append(Label(0, y + letters.size, category, letters.size, letters.ink, bold=True))
            y += letters.leading + 1
        first = len(self.rows)
        for series in self.chart.series:
            y = self._row(series, place, y)
        if not is_above:
            baseline = self.rows[first].middle + letters.middle
            self._ops.append(Label(0, baseline, category, letters.size, letters.ink, bold=True))
        return y + _GROUPS / 2 - _BETWEEN / 2

    def _row(self, series: Series, place: int, y: float) -> float:
        """One name and its bar; a name of two lines makes its row higher."""
        letters = self.letters
        name = series.name if self.has_groups else self.chart.categories[place]
        if self.names.names:
            lines = letters.fitted(name, self.names.names + 0.01).lines
            height = max(ROW, len(lines) * letters.leading)
            first = y + (height - (len(lines) - 1) * letters.leading) / 2 + letters.middle
            for number, line in enumerate(lines):
                baseline, right = first + number * letters.leading, self.names.left - GAP
                self._ops.append(Label(right, baseline, line, letters.size, letters.ink, anchor="end"))
            self.rows.append(ValueRow(series, place, y + (height - ROW) / 2))
            return y + height + _BETWEEN
        y = self._name_above(name, series.points[place], y)
        self.rows.append(ValueRow(series, place, y))
        return y + ROW + _BETWEEN

    def _name_above(self, name: str, point: Point | None, y: float) -> float:
        letters = self.letters
        fitted = letters.fitted(name, self.width)
        if not fitted.is_whole:
            self._short[" ".join(fitted.lines)] = name
        lines = [*fitted.lines]
        label = point.label if point and self.labels_above else ""
        together = letters.width(lines[-1]) + GAP + letters.width(label, bold=True)
        for line in lines:
            y += letters.leading
            self._ops.append(Label(0, y - 3, line, letters.size, letters.ink))
        if label:
            x = letters.width(lines[-1]) + GAP if together <= self.width else 0.0
            for words in letters.fitted(label, self.width, bold=True).lines if not x else (label,):
                y += 0.0 if x else letters.leading
                self._ops.append(Label(x, y - 3, words, letters.size, letters.ink, bold=True))
        return y

    def _break(self, one: Break, y: float, *, is_told: bool) -> float:
        """Dashes from side to side with their words behind them; the same words are said once."""
        letters, words = self.letters, [] if is_told and not one.is_gap else [one.words]
        size = letters.width(one.words) if words else 0.0
        if size > self.width * _WORDS:
            words, size = letters.broken(one.words, self.width), 0.0
        middle = y + letters.leading / 2
        end = self.width - size - GAP if size else self.width
        self._ops.append(dashed(((0.0, middle), (end, middle)), self.style.palette.edge))
        y = middle if not size and words else y
        for line in words:
            y += letters.leading
            baseline = middle + letters.middle if size else y
            self._ops.append(Label(self.width, baseline, line, letters.size, letters.muted, anchor="end"))
        return middle + letters.leading / 2 + _BETWEEN if size or not words else y + _BETWEEN
