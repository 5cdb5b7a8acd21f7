"""One specification of a chart or map, from which every format draws the same.

Strings are ready to print; numbers are Decimals in the unit that the caption names.
"""

from __future__ import annotations

import enum
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias, assert_never

from briefgen.model.timelines import Timeline
from briefgen.records import dataclass

if TYPE_CHECKING:
    from briefgen.model.origin import Origin


NEITHER = 2
"""The index of the colour that is neither party's."""


class ChartKind(enum.StrEnum):
    """What a chart looks like."""

    BAR = "bar"
    """Horizontal bars, one group per category, one bar per series."""
    COLUMN = "column"
    """Upright bars, one group per category, one bar per series."""
    STACKED = "stacked"
    """One upright bar per category, the series on top of each other; there are no gaps."""
    LINE = "line"
    """One line per series over the categories in order; a gap breaks the line, and a point alone is a dot."""
    AREA = "area"
    """Filled bands on top of each other over the categories in order; there are no gaps."""
    PIE = "pie"
    """Shares of one whole: one series, a slice per category."""
    DOT = "dot"
    """A dot per value, and around it what it can mean: each kind of doubt has a shape of its own."""


class Doubt(enum.StrEnum):
    """How surely a value is known: each has a shape of its own where there is room for one."""

    NONE = "none"
    ABOUT = "about"
    BETWEEN = "between"
    """Known by its two ends alone."""
    AT_LEAST = "at_least"
    """Nobody says how much more it can be."""
    AT_MOST = "at_most"
    CONTESTED = "contested"
    """Sources differ on it."""


_PARTIES = 2
"""The first colours of a style are theirs."""
_MOST_LABELLED, _MOST_WORDED = 14, 4
"""Columns up to so many print their labels, and up to so many in words; signs are narrower."""
_MOST_MARKED = 36
_ROOM = Decimal("0.1")
"""The share of the axis that a line of letters takes."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series."""

    value: Decimal
    low: Decimal | None = None
    """The lowest that it can be, where that is worth showing, else None."""
    high: Decimal | None = None
    """The highest, likewise."""
    label: str = ""
    """As printed beside it, in words: `about 35.1`."""
    origin: Origin | None = None
    signed: str = ""
    """The same in signs, for where words have no room: `≈ 35.1`."""
    doubt: Doubt = Doubt.NONE
    others: tuple[Decimal, ...] = ()
    """What other sources say, where they differ."""

    @property
    def is_open(self) -> bool:
        """Whether it has no other end away from zero."""
        return self.doubt is Doubt.AT_LEAST


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one name; None is a gap."""

    name: str
    """As it stands in a direct label: `Belarus to Pakistan`."""
    points: tuple[Point | None, ...]
    """One per category."""
    colour: int
    """Index into the style's series colours: a party has the same colour in every exhibit."""


@dataclass(frozen=True, slots=True)
class Break:
    """A place between two categories over which nothing is compared."""

    before: int
    """Which category it stands before."""
    words: str
    """`counted differently: do not compare`."""
    is_gap: bool = False
    """Whether it stands for a stretch of time in which nothing is known."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart."""

    kind: ChartKind
    categories: tuple[str, ...]
    """`2019`, `2020?`: what a point stands over."""
    series: tuple[Series, ...]
    unit: str
    """Of the value axis: `million US dollars`."""
    ticks: tuple[Decimal, ...]
    """Values of the grid lines, first and last bound the axis."""
    tick_labels: tuple[str, ...]
    sides: tuple[str, ...] = ()
    """Whose side is above zero and whose is below, where values stand on both: they have the parties' colours."""
    breaks: tuple[Break, ...] = ()
    """In the order of the categories."""
    gap: str = ""
    """What is printed where a category has no value at all: `no figure`."""

    @property
    def lone_party(self) -> Series | None:
        """The only series, where it is a party's: it is named, as nothing else says whose it is."""
        is_one = len(self.series) == 1 and not self.sides and self.kind is not ChartKind.PIE  # its slices have names
        first = self.series[0] if is_one else None
        return first if first and first.colour < _PARTIES else None

    @property
    def is_dense(self) -> bool:
        """Whether points stand so close that marks of the usual size would lie upon each other."""
        return len(self.categories) > _MOST_MARKED

    @property
    def is_stacked(self) -> bool:
        """Whether the series stand on top of each other."""
        return self.kind in {ChartKind.STACKED, ChartKind.AREA}

    def colour(self, series: Series, point: Point | None) -> int:
        """The colour of a point: its series', or on two sides of zero that of the party it speaks for."""
        if not self.sides or point is None:
            return series.colour
        is_settled = point.low is None or point.high is None or point.low >= 0 or point.high <= 0
        return NEITHER if not point.value or not is_settled else int(point.value < 0)

    def printed(self, series: Series, index: int) -> str:
        """The label that stands beside a point, where a fixed layout has room for it, else nothing."""
        point = series.points[index]
        if point is None:
            return ""
        labels = self._count
        match self.kind:
            case ChartKind.BAR | ChartKind.PIE | ChartKind.DOT:
                return point.label
            case ChartKind.COLUMN:
                is_shown = labels <= _MOST_LABELLED or self.is_extreme(series, index)
                return self.short(point) if is_shown else ""
            case ChartKind.STACKED | ChartKind.AREA:
                return point.signed if self._has_room(series, index) else ""
            case ChartKind.LINE:
                is_last = not any(series.points[index + 1 :])
                return point.label if is_last else ""
            case _:
                assert_never(self.kind)

    @property
    def labels_all(self) -> bool:
        """Whether every mark has a label in a fixed layout, so that the value axis says nothing more."""
        is_labelled = self.kind is ChartKind.COLUMN and self._count <= _MOST_LABELLED
        return is_labelled or self.kind in {ChartKind.BAR, ChartKind.PIE}

    def short(self, point: Point) -> str:
        """The label of a column: in words where there are few of them, else in signs."""
        return point.label if self._count <= _MOST_WORDED else point.signed

    @property
    def _count(self) -> int:
        return sum(1 for one in self.series for other in one.points if other)

    def is_extreme(self, series: Series, index: int) -> bool:
        """Whether a point is the furthest from zero on its side, among all."""
        point = series.points[index]
        each = [other.value for one in self.series for other in one.points if other]
        return point is not None and point.value in {max(each), min(each)} and each.count(point.value) == 1

    def _has_room(self, series: Series, index: int) -> bool:
        """Whether a part of a stack is high enough for its label, or stands clear of the others."""
        point = series.points[index]
        if point is None or len(self.categories) > _MOST_LABELLED or not self.ticks:
            return False
        room = (self.ticks[-1] - self.ticks[0]) * _ROOM
        if point.value >= room or self.kind is ChartKind.AREA:
            return point.value >= room
        middles = self._middles(index)
        return all(abs(middles[series.name] - other) >= room for name, other in middles.items() if name != series.name)

    def _middles(self, index: int) -> dict[str, Decimal]:
        """Where the middle of each part of a stack stands, by the name of its series."""
        base, found = Decimal(0), {}
        for series in self.series:
            point = series.points[index]
            height = point.value if point else Decimal(0)
            found[series.name] = base + height / 2
            base += height
        return found


@dataclass(frozen=True, slots=True)
class Panels:
    """One picture of several charts: each has a unit and an axis of its own.

    What stands upright has the same categories in every panel, so that a year is at one place in all.
    """

    charts: tuple[Chart, ...]
    tells: tuple[int, ...]
    """Where, in the words that tell what the picture shows, those on each panel begin."""

    def alts(self, alt: str) -> tuple[str, ...]:
        """The words for each panel, out of those for the picture; what stands before them goes with the first."""
        ends = (*self.tells[1:], len(alt))
        return tuple(alt[start:end].strip() for start, end in zip((0, *self.tells[1:]), ends, strict=True))


@dataclass(frozen=True, slots=True)
class MappedCountry:
    """A country that stands out on a map."""

    code: str
    """ISO 3166-1 alpha-3."""
    name: str
    """As it is lettered."""
    colour: int
    """Index into the style's series colours: a party has the same colour in every exhibit."""


@dataclass(frozen=True, slots=True)
class LocatorMap:
    """Where two countries lie, among those around them."""

    countries: tuple[MappedCountry, MappedCountry]


Graphic: TypeAlias = Chart | Panels | Timeline | LocatorMap
