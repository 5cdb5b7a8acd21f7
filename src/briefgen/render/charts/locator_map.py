"""A map that shows where two countries lie: both in their colours, all others in one grey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.values.country_outlines import outlines
from briefgen.model.values.map_frames import area_of, frame_of
from briefgen.records import dataclass
from briefgen.render.charts.drawing_operations import Box, Disc, Drawing, Label, Op, Polygon, Polyline
from briefgen.render.charts.lettering import Lettering

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefgen.model.charts import LocatorMap
    from briefgen.model.looks.style import Style
    from briefgen.model.values.country_outlines import Ring
    from briefgen.model.values.map_frames import GeoBox, MapFrame

_PAPER = "#ffffff"
_BORDER = 0.4
_MARKER, _RIM = 3.6, 1.2
"""The radius of what stands for a country that is too small to be seen, and of the white around it."""
_SEEN = 8.0
"""Points across which a country is seen."""
_SPECK, _FINE = 0.6, 0.4
_PADDING = 2.5
_GAP = 3.0
_ALL_AROUND = (-360.0, 0.0, 360.0)
_LEAST = 3
"""Points of an area."""

Point = tuple[float, float]


def locator_map(drawn: LocatorMap, style: Style, width: float) -> Drawing:
    """The countries as they lie, north at the top, with the names of the two beside them."""
    one, other = drawn.countries
    paper = _Paper(frame_of(one.code, other.code), width)
    colours = {country.code: style.palette.series[country.colour % len(style.palette.series)]
               for country in drawn.countries}  # fmt: skip
    ops: list[Op] = [Box(0.0, 0.0, paper.width, paper.height, style.palette.tint)]
    ops += _land(paper, colours, style.palette.hairline)
    places = [paper.rectangle(box) for box in paper.frame.countries]
    for country, place in zip(drawn.countries, places, strict=True):
        ops += _marker(place, colours[country.code])
    ops += _names([country.name for country in drawn.countries], places, paper, Lettering.of(style))
    return Drawing(paper.width, paper.height, tuple(ops))


@dataclass(frozen=True, slots=True)
class _Rectangle:
    """A part of the paper."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def is_seen(self) -> bool:
        return max(self.right - self.left, self.bottom - self.top) >= _SEEN

    def overlap(self, other: _Rectangle) -> float:
        """The area that both cover."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down if across > 0 and down > 0 else 0.0


class _Paper:
    """What a place in the world is on the paper."""

    def __init__(self, frame: MapFrame, width: float) -> None:
        self.frame, self.width, self.height = frame, width, width * frame.ratio
        self._scale = width / (frame.box.east - frame.box.west)
        self._down = self._scale / frame.shrunk

    def points(self, ring: Ring, shift: float) -> list[Point]:
        """An outline on the paper, also where it reaches beyond its edges."""
        west, north = self.frame.box.west - shift, self.frame.box.north
        return [((lon - west) * self._scale, (north - lat) * self._down) for lon, lat in ring]

    def rectangle(self, box: GeoBox) -> _Rectangle:
        """The part of the paper that a part of the world takes."""
        (left, top), (right, bottom) = self.points(((box.west, box.north), (box.east, box.south)), 0.0)
        return _Rectangle(left, top, right, bottom)

    def clipped(self, points: list[Point]) -> list[Point]:
        """What of an area lies on the paper (Sutherland and Hodgman)."""
        for axis, edge, keeps_less in ((0, 0.0, False), (0, self.width, True), (1, 0.0, False), (1, self.height, True)):
            points = _cut(points, axis, edge, keeps_less=keeps_less)
        return points


def _cut(points: list[Point], axis: int, edge: float, *, keeps_less: bool) -> list[Point]:
    """The part of an area on one side of an edge."""
    is_in: Callable[[Point], bool] = (lambda p: p[axis] <= edge) if keeps_less else (lambda p: p[axis] >= edge)
    found: list[Point] = []
    for at, point in enumerate(points):
        before = points[at - 1]
        if is_in(point) is not is_in(before):
            share = (edge - before[axis]) / (point[axis] - before[axis])
            found.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if is_in(point):
            found.append(point)
    return found


def _land(paper: _Paper, colours: dict[str, str], grey: str) -> Iterator[Op]:
    """All land on the paper, large before small: a country within another one is painted over it."""
    rings = [(ring, colours.get(code, grey)) for code, found in outlines().items() for ring in found]
    for ring, colour in sorted(rings, key=lambda found: -area_of(found[0])):
        for shift in _ALL_AROUND:
            points = paper.points(ring, shift)
            if not _reaches(points, paper):
                continue
            shown = paper.clipped(_thinned(points))
            if len(shown) >= _LEAST and _across(shown) >= _SPECK:
                yield Polygon(tuple(shown), colour)
                yield Polyline((*shown, shown[0]), _BORDER, _PAPER)


def _thinned(points: Sequence[Point]) -> list[Point]:
    """The points that lie apart on the paper: what is finer than a line is wide cannot be seen."""
    found = [points[0]]
    for point in points[1:]:
        if abs(point[0] - found[-1][0]) + abs(point[1] - found[-1][1]) >= _FINE:
            found.append(point)
    return found


def _reaches(points: Sequence[Point], paper: _Paper) -> bool:
    across, down = [x for x, _ in points], [y for _, y in points]
    return max(across) > 0 and min(across) < paper.width and max(down) > 0 and min(down) < paper.height


def _across(points: Sequence[Point]) -> float:
    across, down = [x for x, _ in points], [y for _, y in points]
    return max(max(across) - min(across), max(down) - min(down))


def _marker(place: _Rectangle, colour: str) -> Iterator[Op]:
    """A dot where a country is too small to be seen."""
    if not place.is_seen:
        yield Disc(*place.middle, _MARKER + _RIM, _PAPER)
        yield Disc(*place.middle, _MARKER, colour)


# ---------------------------------------------------------------- names


def _names(names: Sequence[str], places: Sequence[_Rectangle], paper: _Paper, letters: Lettering) -> Iterator[Op]:
    """Each name on a white ground, beside its country or on it, where it covers least of the other and of its name."""
    taken: list[_Rectangle] = []
    for name, place, other in zip(names, places, reversed(places), strict=True):
        plates = list(_plates(place, letters.width(name, bold=True), letters, paper))
        plate = min(plates, key=lambda found: found.overlap(_around(other)) + 10 * sum(map(found.overlap, taken)))
        taken.append(plate)
        yield Box(plate.left, plate.top, plate.right - plate.left, plate.bottom - plate.top, _PAPER, 2.0)
        baseline = plate.bottom - _PADDING - letters.size * 0.15
        yield Label(plate.middle[0], baseline, name, letters.size, letters.ink, bold=True, anchor="middle")


def _around(place: _Rectangle) -> _Rectangle:
    """A country with the dot that may stand for it."""
    if place.is_seen:
        return place
    (x, y), reach = place.middle, _MARKER + _RIM
    return _Rectangle(x - reach, y - reach, x + reach, y + reach)


def _plates(place: _Rectangle, words: float, letters: Lettering, paper: _Paper) -> Iterator[_Rectangle]:
    """Where a name can stand, the best place first: on its country where there is room, else below, above, beside."""
    width, height = words + 2 * _PADDING, letters.size + 2 * _PADDING
    own, (x, y) = _around(place), place.middle
    centres = [(x, own.bottom + _GAP + height / 2), (x, own.top - _GAP - height / 2),
               (own.right + _GAP + width / 2, y), (own.left - _GAP - width / 2, y)]  # fmt: skip
    if width <= own.right - own.left and 2 * height <= own.bottom - own.top:
        centres.insert(0, (x, y))
    for across, down in centres:
        left = min(max(across - width / 2, _GAP), paper.width - width - _GAP)
        top = min(max(down - height / 2, _GAP), paper.height - height - _GAP)
        plate = _Rectangle(left, top, left + width, top + height)
        if (across, down) == (x, y) or plate.overlap(own) < width * height / 2:
            yield plate
    yield _Rectangle(max(x - width / 2, _GAP), max(y - height / 2, _GAP), x + width / 2, y + height / 2)
