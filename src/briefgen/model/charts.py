"""One specification of a chart or map, from which every format draws the same.

Strings are ready to print; numbers are Decimals in the unit that the caption names.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from briefgen.model.timelines import Timeline

if TYPE_CHECKING:
    from briefgen.model.origin import Origin


class ChartKind(enum.StrEnum):
    """What a chart looks like."""

    BAR = "bar"
    """Grouped horizontal bars, one group per category, one bar per series."""
    COLUMN = "column"
    """Grouped upright bars, one group per category, one bar per series."""
    STACKED = "stacked"
    """One upright bar per category, the series on top of each other; there are no gaps."""
    LINE = "line"
    """One line per series over the categories in order; a gap breaks the line."""
    AREA = "area"
    """Filled bands on top of each other over the categories in order; there are no gaps."""
    PIE = "pie"
    """Shares of one whole: one series, a slice per category."""


_FEW, _MOST_LABELLED = 8, 14
"""Up to so many points of lines and bands print their values, and up to so many columns."""
_MOST_MARKED = 36
_ACROSS = 60
"""So many letters stand beside each other across a chart: labels that need more would run into each other."""
_ROOM = Decimal("0.09")
"""The share of the axis that a line of letters takes."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series."""

    value: Decimal
    low: Decimal | None = None
    """The whisker's ends where the interval is worth showing, else None."""
    high: Decimal | None = None
    label: str = ""
    """As printed beside it, with its doubt: `≈ 35.1`."""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one name; None is a gap."""

    name: str
    """As it stands in a direct label: `Belarus → Pakistan`."""
    points: tuple[Point | None, ...]
    """One per category."""
    colour: int
    """Index into the style's series colours: a party has the same colour in every exhibit."""


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
    sides: str = ""
    """What it means to stand on this or that side of zero, where values stand on both."""

    @property
    def prints_labels(self) -> bool:
        """Whether each point's label stands beside it; many points on lines, or columns, would run into each other."""
        labels = [point.label for series in self.series for point in series.points if point]
        points = len(labels)
        match self.kind:
            case ChartKind.LINE | ChartKind.AREA:
                return points <= _FEW and max(map(len, labels), default=0) * len(self.categories) <= _ACROSS
            case ChartKind.COLUMN:
                return points <= _MOST_LABELLED
            case ChartKind.STACKED:
                return len(self.categories) <= _MOST_LABELLED
            case ChartKind.BAR | ChartKind.PIE:
                return True

    @property
    def is_dense(self) -> bool:
        """Whether points stand so close that marks of the usual size would lie upon each other."""
        return len(self.categories) > _MOST_MARKED

    @property
    def is_stacked(self) -> bool:
        """Whether the series stand on top of each other."""
        return self.kind in {ChartKind.STACKED, ChartKind.AREA}

    def prints_label(self, series: Series, index: int) -> bool:
        """Whether one point's label stands beside it: of a stack, none that would lie upon another."""
        point = series.points[index]
        if point is None or not self.prints_labels:
            return False
        room = (self.ticks[-1] - self.ticks[0]) * _ROOM if self.is_stacked else Decimal(0)
        if point.value >= room:
            return True
        middles = self._middles(index)
        return all(abs(middles[series.name] - other) >= room for name, other in middles.items() if name != series.name)

    def printed(self, series: Series, index: int) -> str:
        """The label that stands beside a point; empty where there is no room for it in a stack."""
        point = series.points[index]
        has_room = not self.is_stacked or not self.prints_labels or self.prints_label(series, index)
        return point.label if point and has_room else ""

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
    """One picture of several charts, one above the other: each has a unit and an axis of its own.

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
