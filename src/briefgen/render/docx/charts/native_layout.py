"""How a chart lies in its workbook: which columns there are, and which of them Word draws.

An editor changes a value, or how far it can be from that (`−` and `+`); labels and the ends of bars follow by formula.
Bars are stacks of a solid part up to the lowest value and an open one up to the highest, and of a part that cannot be
seen, which carries the label. Each bar has a row of its own, also where several stand over one category.
"""

from __future__ import annotations

import enum
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from briefgen.model.charts import ChartKind, Panels
from briefgen.records import dataclass, replace
from briefgen.render.docx.charts.chart_axes import MOST_NAMED
from briefgen.render.docx.charts.workbook import Formula, SheetWriter, label_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.charts import Chart, Point, Series
    from briefgen.render.docx.charts.workbook import Content, Sheet, SheetColumn

_ARROW = "\N{RIGHTWARDS ARROW}\u00a0"


def native_charts(graphic: Chart | Panels) -> tuple[Chart, ...]:
    """The charts that Word shows as its own; none of what it has no kind of chart for, which stands as a picture."""
    charts = graphic.charts if isinstance(graphic, Panels) else (graphic,)
    return () if any(chart.kind is ChartKind.DOT for chart in charts) else charts


_WITH_ROOM = {ChartKind.COLUMN, ChartKind.STACKED, ChartKind.LINE}
"""Kinds that stand upright and leave room at a break; what is filled goes on over it."""
_ROOMY = 5
"""Upright categories and breaks up to so many leave room for words at a break."""


class Part(enum.Enum):
    """What a series of the native chart is."""

    WHOLE = enum.auto()
    SOLID = enum.auto()
    OPEN = enum.auto()
    ROOM = enum.auto()
    """Not seen: it carries the label."""


@dataclass(frozen=True, slots=True)
class NativeSeries:
    """A column that Word draws."""

    part: Part
    values: SheetColumn
    colour: int
    labels: SheetColumn | None = None
    below: SheetColumn | None = None
    above: SheetColumn | None = None
    dash: int = 0


class WordsStand(NamedTuple):
    """Which words stand at which row."""

    named: tuple[int, ...] = ()
    """The row that bears the name of each category of the chart."""
    gaps: tuple[tuple[int, int], ...] = ()
    """First and last row of each stretch of categories that have no value at all."""
    over: tuple[str, ...] = ()
    """Words of breaks in time that no row has room for: they stand over the plot."""


_NOWHERE = WordsStand()


@dataclass(frozen=True, slots=True)
class NativeLayout:
    """A workbook and what is drawn of it."""

    sheet: Sheet
    categories: SheetColumn
    series: tuple[NativeSeries, ...]
    inner: SheetColumn | None = None
    """A second column of categories, right of the first, where each of those stands over several rows."""
    has_sides: bool = False
    """Whether it is said over the plot whose side of zero is which."""
    has_legend: bool = False
    stand: WordsStand = _NOWHERE

    @property
    def has_heading(self) -> bool:
        """Whether words stand over the plot."""
        return self.has_legend or self.has_sides


class _Row(NamedTuple):
    category: str | None
    series: Series | None
    place: int
    is_break: bool = False

    @property
    def point(self) -> Point | None:
        return self.series.points[self.place] if self.series else None


def layout_of(chart: Chart) -> NativeLayout:
    """The layout of a kind of chart."""
    match chart.kind:
        case ChartKind.BAR:
            return _stacked(chart, _bars(chart))
        case ChartKind.COLUMN if len(chart.series) == 1:
            return _stacked(chart, _with_breaks(chart, chart.series[0]))
        case ChartKind.COLUMN:
            return _stacked(chart, _columns(chart))
        case ChartKind.LINE | ChartKind.STACKED | ChartKind.AREA | ChartKind.PIE | ChartKind.DOT:
            return _plain(chart)


# ---------------------------------------------------------------- rows


def _bars(chart: Chart) -> list[_Row]:
    """A row for each bar; groups have one without a value between them, if not a break."""
    if len(chart.series) == 1:
        return _with_breaks(chart, chart.series[0])
    rows: list[_Row] = []
    for place, category in enumerate(chart.categories):
        rows += _before(chart, place) or ([_Row(None, None, place, is_break=True)] if place else [])
        rows += [_Row(f"{series.name}, {category}", series, place) for series in chart.series]
    return rows


def _columns(chart: Chart) -> list[_Row]:
    """A row for each column; a category stands over all of its own, and one without a value parts it from the next."""
    rows: list[_Row] = []
    for place, category in enumerate(chart.categories):
        for one in _before(chart, place) or ([_Row(" ", None, place, is_break=True)] if place else []):
            wider = 0 if one.category == " " else len(chart.series)
            rows += [one, *(_Row(None, None, place, is_break=True) for _ in range(wider))]
        for number, series in enumerate(chart.series):
            rows.append(_Row(None if number else category, series, place))
    if len(chart.categories) > MOST_NAMED:  # each name stands under a column, and not over all of its own
        return [row if row.category is not None else row._replace(category=" ") for row in rows]
    return rows


def _with_breaks(chart: Chart, series: Series | None) -> list[_Row]:
    rows: list[_Row] = []
    for place, category in enumerate(chart.categories):
        rows += [*_before(chart, place), _Row(category, series, place)]
    return rows


def _without_breaks(chart: Chart) -> Iterator[_Row]:
    return (_Row(category, None, place) for place, category in enumerate(chart.categories))


def _has_room(chart: Chart) -> bool:
    """Whether the words of a break stand in its row."""
    return chart.kind is ChartKind.BAR or (
        chart.kind in _WITH_ROOM and len(chart.categories) + len(chart.breaks) <= _ROOMY
    )


def _over(chart: Chart) -> tuple[str, ...]:
    """That there is no figure for some time, where no row says so; why others break is told under the chart."""
    return () if _has_room(chart) else tuple(one.words for one in chart.breaks if one.is_gap)


def _named(rows: Sequence[_Row]) -> tuple[int, ...]:
    """The first row of each category."""
    first: dict[int, int] = {}
    for number, row in enumerate(rows):
        if not row.is_break:
            first.setdefault(row.place, number)
    return tuple(first.values())


def _gaps(chart: Chart, rows: Sequence[_Row]) -> tuple[tuple[int, int], ...]:
    """First and last row of each stretch of categories without a value."""
    known = [(number, row.place) for number, row in enumerate(rows) if not row.is_break]
    stretches = groupby(known, key=lambda at: any(series.points[at[1]] for series in chart.series))
    each = [[number for number, _ in stretch] for has_value, stretch in stretches if not has_value]
    return tuple((numbers[0], numbers[-1]) for numbers in each)


def _before(chart: Chart, place: int) -> list[_Row]:
    """The breaks before a category, with words where they have room; else these stand elsewhere."""
    has_room = _has_room(chart)
    found = [one for one in chart.breaks if one.before == place]
    return [_Row(one.words if has_room else " ", None, place, is_break=True) for one in found]


def _segment(chart: Chart, place: int) -> int:
    """How many breaks between unlike figures stand before a category."""
    return sum(1 for one in chart.breaks if not one.is_gap and one.before <= place)


# ---------------------------------------------------------------- stacks of a solid and an open part


def _stacked(chart: Chart, rows: Sequence[_Row]) -> NativeLayout:
    writer = SheetWriter()
    points = [row.point for row in rows]
    several = chart.kind is ChartKind.COLUMN and len(chart.series) > 1
    is_nested = several and len(chart.categories) <= MOST_NAMED
    categories = writer.add("", [row.category for row in rows])
    inner = writer.add("", ["" for _ in rows]) if is_nested else None
    values = writer.add(chart.unit, [point.value if point else None for point in points])
    labels = writer.add("≈", [_label(chart, row, f"{values.letter}{n}") for n, row in enumerate(rows, 2)])
    below = writer.add("−", [_below(point) for point in points])
    above = writer.add("+", [_above(point) for point in points])
    at = (values.letter, below.letter, above.letter)
    found: list[NativeSeries] = []
    group_of = [_group(chart, row) for row in rows]
    for group in dict.fromkeys(group for group, point in zip(group_of, points, strict=True) if point):
        name, colour, _ = group
        own = [point if of == group else None for of, point in zip(group_of, points, strict=True)]
        solid = writer.add(name, [_solid(point, n, at) if point else None for n, point in enumerate(own, 2)])
        found.append(NativeSeries(Part.SOLID, solid, colour))
        for head, cell in ((f"{name} +", _up), (f"{name} −", _down)):
            cells = [cell(point, n, solid.letter, at) if point else None for n, point in enumerate(own, 2)]
            if any(one.says for one in cells if one):
                found.append(NativeSeries(Part.OPEN, writer.add(head, cells), colour))
    shift = writer.add("↦", [_shift(chart, row) for row in rows])
    found.append(NativeSeries(Part.ROOM, shift, 0, labels))
    in_legend = several or (bool(chart.sides) and chart.kind is ChartKind.COLUMN)
    has_sides = bool(chart.sides) and not in_legend
    words = WordsStand(_named(rows), _gaps(chart, rows), _over(chart))
    return NativeLayout(writer.sheet(), categories, tuple(found), inner, has_sides, in_legend, words)


def _shift(chart: Chart, row: _Row) -> Decimal | None:
    """How far the unseen part that carries a label reaches, on the side of its value."""
    room = (chart.ticks[-1] - chart.ticks[0]) / 4
    if row.point is None:
        return room if _is_told_missing(chart, row) else None
    return room if row.point.value >= 0 else -room


def _is_told_missing(chart: Chart, row: _Row) -> bool:
    """Whether a row says that it has no figure."""
    return chart.kind is ChartKind.BAR and row.series is not None and row.point is None and bool(chart.gap)


def _group(chart: Chart, row: _Row) -> tuple[str, int, int]:
    """Name, colour and stretch of what a bar belongs to: no series of Word goes on over a break."""
    if row.series is None or row.point is None:
        return "", 0, 0
    colour, segment = chart.colour(row.series, row.point), _segment(chart, row.place)
    if chart.sides:
        return (*chart.sides, " / ".join(chart.sides))[colour], colour, segment
    return row.series.name, colour, segment


def _label(chart: Chart, row: _Row, cell: str) -> Content:
    if _is_told_missing(chart, row):
        return chart.gap
    point = row.point
    label = chart.printed(row.series, row.place) if row.series else ""
    if point is None or not label:
        return None
    return label_cell(f"{_ARROW}{label}" if point.is_open else label, point.value, cell)


def _below(point: Point | None) -> Decimal | None:
    return None if point is None or point.low is None else point.value - point.low


def _above(point: Point | None) -> Decimal | None:
    return None if point is None or point.high is None else point.high - point.value


def _ends(point: Point) -> tuple[Decimal, Decimal]:
    return (point.value if point.low is None else point.low), (point.value if point.high is None else point.high)


def _solid(point: Point, row: int, at: tuple[str, str, str]) -> Formula:
    """Up to the end that is next to zero; nothing where zero lies between both."""
    low, high = _ends(point)
    says = max(low, Decimal(0)) if point.value >= 0 else min(high, Decimal(0))
    value, below, above = (f"{letter}{row}" for letter in at)
    return Formula(f"IF({value}>=0,MAX({value}-{below},0),MIN({value}+{above},0))", says)


def _up(point: Point, row: int, solid: str, at: tuple[str, str, str]) -> Formula:
    low, high = _ends(point)
    says = max(high, Decimal(0)) - (max(low, Decimal(0)) if point.value >= 0 else Decimal(0))
    return Formula(f"MAX({at[0]}{row}+{at[2]}{row},0)-MAX({solid}{row},0)", says)


def _down(point: Point, row: int, solid: str, at: tuple[str, str, str]) -> Formula:
    low, high = _ends(point)
    says = min(low, Decimal(0)) - (min(high, Decimal(0)) if point.value < 0 else Decimal(0))
    return Formula(f"MIN({at[0]}{row}-{at[1]}{row},0)-MIN({solid}{row},0)", says)


# ---------------------------------------------------------------- lines, bands, stacks, slices


def _of(series: Series, rows: Sequence[_Row]) -> Series:
    """A series with a gap at each break."""
    return replace(series, points=tuple(None if row.is_break else series.points[row.place] for row in rows))


def _labels(writer: SheetWriter, chart: Chart, rows: Sequence[_Row], own: Series, values: SheetColumn) -> SheetColumn:
    """The labels of a series of the chart, whose values stand in a column."""
    placed = (_Row(row.category, None if row.is_break else own, row.place, row.is_break) for row in rows)
    cells = [_label(chart, row, f"{values.letter}{n}") for n, row in enumerate(placed, 2)]
    return writer.add(f"≈ {own.name}", cells)


def _spreads(writer: SheetWriter, each: Sequence[Series]) -> tuple[list[SheetColumn | None], list[SheetColumn | None]]:
    """For each series how far the lowest and the highest value are from its value, where any is worth showing."""
    wanted = [any(point and point.low is not None and point.high is not None for point in one.points) for one in each]
    pairs = [*zip(each, wanted, strict=True)]
    below = [writer.add(f"− {one.name}", [*map(_below, one.points)]) if shown else None for one, shown in pairs]
    above = [writer.add(f"+ {one.name}", [*map(_above, one.points)]) if shown else None for one, shown in pairs]
    return below, above


def _plain(chart: Chart) -> NativeLayout:
    writer = SheetWriter()
    is_line = chart.kind is ChartKind.LINE
    rows = _with_breaks(chart, None) if chart.kind in _WITH_ROOM else [*_without_breaks(chart)]
    categories = writer.add("", [row.category for row in rows])
    parts = [(own, part) for own in chart.series for part in _stretches(chart, _of(own, rows), rows)]
    each = [part for _, part in parts]
    values = [writer.add(one.name, [p.value if p else None for p in one.points]) for one in each]
    labels = [
        _line_labels(writer, own, part, column) if is_line else _labels(writer, chart, rows, own, column)
        for (own, part), column in zip(parts, values, strict=True)
    ]
    below, above = _spreads(writer, each) if is_line else ([None] * len(each), [None] * len(each))
    found = tuple(
        NativeSeries(Part.WHOLE, column, one.colour, labels[n], below[n], above[n])
        for n, (one, column) in enumerate(zip(each, values, strict=True))
    )
    has_legend = len(chart.series) > 1
    words = WordsStand(_named(rows), _gaps(chart, rows), _over(chart))
    has_sides = bool(chart.sides) and not has_legend
    return NativeLayout(writer.sheet(), categories, found, None, has_sides, has_legend, words)


def _stretches(chart: Chart, series: Series, rows: Sequence[_Row]) -> list[Series]:
    """A series for each stretch between breaks, so that no line and no name goes on over one."""
    last = _segment(chart, len(chart.categories))
    if not last:
        return [series]
    return [
        replace(
            series,
            points=tuple(
                point if _segment(chart, row.place) == number else None
                for row, point in zip(rows, series.points, strict=True)
            ),
        )
        for number in range(last + 1)
    ]


def _line_labels(writer: SheetWriter, own: Series, part: Series, values: SheetColumn) -> SheetColumn:
    """The newest value of a line alone; `part` is a stretch of the series."""
    newest = next((point for point in reversed(own.points) if point), None)
    last = max((n for n, point in enumerate(part.points) if point), default=0)
    cells: list[Content] = [None] * len(part.points)
    if newest is not None and part.points[last] is newest:
        cells[last] = label_cell(newest.label, newest.value, f"{values.letter}{last + 2}")
    return writer.add(f"≈ {own.name}", cells)
