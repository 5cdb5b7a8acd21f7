"""The part of the world that a map of two countries shows, north at the top.

Longitudes may run over 180 degrees: a frame around Fiji and Kiribati crosses the line where they begin anew.
"""

from __future__ import annotations

import enum
import itertools
import math
from typing import TYPE_CHECKING

from briefgen.model.values.country_outlines import outlines
from briefgen.records import dataclass

if TYPE_CHECKING:
    from briefgen.model.values.country_outlines import Ring

_MAIN = 0.2
"""A part of a country that is smaller than this share of its largest lies outside of what a map must show."""
_MARGIN = 0.14
"""Around the countries, as a share of what they take."""
_LEAST_HEIGHT = 12.0
"""Degrees: less would not show where in the world it is."""
_FLATTEST, _STEEPEST = 0.45, 0.6
"""The least and the greatest height, as shares of the width."""
_NARROWEST = 0.35
"""How much a degree of longitude shrinks at most: nearer to a pole, shapes are drawn wider than they are."""
_POLE = 86.0
_HALF, _AROUND, _POINT = 180.0, 360.0, 45.0


class Bearing(enum.StrEnum):
    """The points of the compass, clockwise."""

    NORTH = "north"
    NORTH_EAST = "north_east"
    EAST = "east"
    SOUTH_EAST = "south_east"
    SOUTH = "south"
    SOUTH_WEST = "south_west"
    WEST = "west"
    NORTH_WEST = "north_west"


@dataclass(frozen=True, slots=True)
class GeoBox:
    """A part of the world, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    def overlaps(self, other: GeoBox) -> bool:
        """Whether something lies in both."""
        is_across = self.west < other.east and other.west < self.east
        return is_across and self.south < other.north and other.south < self.north

    def shifted(self, degrees: float) -> GeoBox:
        """The same part, so much further east."""
        return GeoBox(self.west + degrees, self.south, self.east + degrees, self.north)

    def joined(self, other: GeoBox) -> GeoBox:
        """What holds both."""
        return GeoBox(
            min(self.west, other.west), min(self.south, other.south),
            max(self.east, other.east), max(self.north, other.north),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class MapFrame:
    """What a map shows."""

    box: GeoBox
    shrunk: float
    """How long a degree of longitude is drawn, in degrees of latitude."""
    countries: tuple[GeoBox, GeoBox]
    """The main parts of the two, where they lie in the frame."""

    @property
    def bearing(self) -> Bearing | None:
        """Where the second country lies from the first; None where one reaches around the other."""
        one, other = self.countries
        if one.overlaps(other):
            return None
        (lon, lat), (to_lon, to_lat) = one.middle, other.middle
        turned = math.degrees(math.atan2((to_lon - lon) * self.shrunk, to_lat - lat))
        return tuple(Bearing)[round(turned / _POINT) % len(Bearing)]

    @property
    def ratio(self) -> float:
        """Height by width."""
        return (self.box.north - self.box.south) / ((self.box.east - self.box.west) * self.shrunk)


def area_of(ring: Ring) -> float:
    """Square degrees of the equator, about."""
    if not ring:
        return 0.0
    shrunk = math.cos(math.radians(sum(lat for _, lat in ring) / len(ring)))
    pairs = itertools.pairwise(ring)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2 * shrunk


def box_of(ring: Ring) -> GeoBox:
    """What holds an outline."""
    lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
    return GeoBox(min(lons), min(lats), max(lons), max(lats))


def main_part(code: str) -> GeoBox:
    """What holds the main parts of a country, without what lies far off and is small beside them."""
    largest, *others = outlines()[code]
    box, least = box_of(largest), area_of(largest) * _MAIN
    for other in others:
        if area_of(other) >= least:
            found = box_of(other)
            box = box.joined(found.shifted(_nearest(found.middle[0], box.middle[0])))
    return box


def _nearest(longitude: float, to: float) -> float:
    """By how many degrees a longitude is to be shifted to lie as near as it can to another one."""
    return -_AROUND * math.floor((longitude - to + _HALF) / _AROUND)


def frame_of(one: str, other: str) -> MapFrame:
    """The frame that shows two countries and something of what lies around them."""
    first, second = main_part(one), main_part(other)
    second = second.shifted(_nearest(second.middle[0], first.middle[0]))
    both = first.joined(second)
    lon, lat = both.middle
    shrunk = max(math.cos(math.radians(lat)), _NARROWEST)
    height = max((both.north - both.south) * (1 + 2 * _MARGIN), _LEAST_HEIGHT)
    width = max((both.east - both.west) * shrunk * (1 + 2 * _MARGIN), height / _STEEPEST)
    width = min(width, _AROUND * shrunk)
    height = min(max(height, width * _FLATTEST), 2 * _POLE)
    south = min(max(lat - height / 2, -_POLE), _POLE - height)
    box = GeoBox(lon - width / shrunk / 2, south, lon + width / shrunk / 2, south + height)
    return MapFrame(box, shrunk, (first, second))
