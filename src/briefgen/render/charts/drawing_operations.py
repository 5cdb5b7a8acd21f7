"""A chart or timeline as drawing operations: what every format can paint.

Lengths are points; x grows to the right, y grows down from the top left. Colours are `#rrggbb`.
"""

from __future__ import annotations

import enum
from typing import Literal, NamedTuple, TypeAlias

from briefgen.records import dataclass

Anchor: TypeAlias = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class LineStroke:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle."""

    x: float
    y: float
    radius: float
    colour: str


@dataclass(frozen=True, slots=True)
class Polyline:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    width: float
    colour: str
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled area within straight edges."""

    points: tuple[tuple[float, float], ...]
    colour: str


class ToldPart(enum.StrEnum):
    """What a label says of an event."""

    GAP = "gap"
    """Which years before it are empty."""
    YEAR = "year"
    DATE = "date"
    EVENT = "event"


class ToldMark(NamedTuple):
    """Which event of a timeline a label speaks of, counted from 0, and what it says of it."""

    event: int
    part: ToldPart


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text in the sans family with tabular figures; y is its baseline."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False
    anchor: Anchor = "start"
    told: ToldMark | None = None
    """Of a timeline that is read as a list: what it is a line of."""


Op: TypeAlias = LineStroke | Box | Disc | Polyline | Polygon | Label


@dataclass(frozen=True, slots=True)
class PlotArea:
    """Where in a drawing values stand, from the first to the last value of the axis."""

    x: float
    width: float
    within: float
    """The width of what it is the plot of: the drawing, or one of its panels."""
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole chart or timeline."""

    width: float
    height: float
    ops: tuple[Op, ...]
    plots: tuple[PlotArea, ...] = ()
    """One for each panel that has an axis."""
