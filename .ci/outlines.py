"""Make src/briefgen/model/values/outlines.json anew: the outlines of countries for locator maps.

    python .ci/outlines.py FILE

FILE is countries-50m.json of the npm package world-atlas, version 2.0.2 (ISC): Natural Earth's boundaries of countries
at 1:50 million, version 4.1.0 (public domain), as TopoJSON. Borders that two countries share are one line there, so
what is thinned out stays without gaps between them. Nothing is written unless the file has the hash below.

Kept are the outer rings alone, in hundredths of a degree: what lies within a country is painted over it. Islands that a
page would show as a speck fall away, but for the largest of each country; of the smallest states a point is left.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import math
import sys
from pathlib import Path
from typing import Any

from babel.core import get_global

from briefgen.model.values.countries import ALPHA_2

SOURCE = "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"
TARGET = Path(__file__).parents[1] / "src/briefgen/model/values/outlines.json"
FINE = 0.04
"""Degrees: a line is drawn no further from where it was."""
SPECK = 0.02
"""Square degrees."""
HUNDREDTHS, HALF = 100, 180
LEAST = 4
"""Points of a ring, its first one again among them."""

Point = tuple[float, float]


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The lines in degrees, thinned out."""
    (across, down), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * across + left, y * down + low))
        found.append(thinned(points))
    return found


def thinned(points: list[Point]) -> list[Point]:
    """The points without which a line would leave its course (Douglas and Peucker); a ring is cut in two first."""
    if points[0] == points[-1] and len(points) > LEAST:
        far = max(range(len(points)), key=lambda n: math.dist(points[0], points[n]))
        return [*_thinned(points[: far + 1])[:-1], *_thinned(points[far:])]
    return _thinned(points)


def _thinned(points: list[Point]) -> list[Point]:
    if len(points) < 3:  # noqa: PLR2004 - a line from one point to another
        return points
    start, end = points[0], points[-1]
    apart = [_distance(point, start, end) for point in points]
    far = max(range(len(points)), key=apart.__getitem__)
    if apart[far] <= FINE:
        return [start, end]
    return [*_thinned(points[: far + 1])[:-1], *_thinned(points[far:])]


def _distance(point: Point, start: Point, end: Point) -> float:
    shrunk = math.cos(math.radians(point[1]))
    (x, y), (x1, y1), (x2, y2) = ((lon * shrunk, lat) for lon, lat in (point, start, end))
    length = math.hypot(x2 - x1, y2 - y1)
    if not length:
        return math.hypot(x - x1, y - y1)
    share = min(max(((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length**2, 0), 1)
    return math.hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1))


def ring_of(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """The points of a ring of lines; a number below zero is a line the other way round."""
    found: list[Point] = []
    for number in numbers:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        found += points[1:] if found else points
    return unbroken(found)


def unbroken(ring: list[Point]) -> list[Point]:
    """A ring whose longitudes run on where they begin anew, at 180 degrees; one around a pole goes down to it."""
    found = [ring[0]]
    for lon, lat in ring[1:]:
        last = found[-1][0]
        found.append((lon - HALF * 2 * round((lon - last) / (HALF * 2)), lat))
    if abs(found[-1][0] - found[0][0]) > HALF:
        pole = math.copysign(90, found[0][1])
        found += [(found[-1][0], pole), (found[0][0], pole), found[0]]
    return found


def size_of(ring: list[Point]) -> float:
    """Square degrees of the equator."""
    shrunk = math.cos(math.radians(sum(lat for _, lat in ring) / len(ring)))
    pairs = itertools.pairwise(ring)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2 * shrunk


def written(ring: list[Point]) -> list[int]:
    """A ring as whole hundredths: the first point, then steps."""
    found: list[int] = []
    last = (0, 0)
    for lon, lat in ring:
        point = round(lon * HUNDREDTHS), round(lat * HUNDREDTHS)
        if point != last or not found:
            found += [point[0] - last[0], point[1] - last[1]]
            last = point
    return found


def code_of(geometry: dict[str, Any]) -> str:
    """ISO 3166-1 alpha-3; empty for what it has no code for."""
    alpha_3 = {two: three for three, two in ALPHA_2.items()}
    known = get_global("territory_aliases").get(geometry.get("id", ""), [""])
    return alpha_3.get(known[0], "")


def main(path: str) -> None:
    """Write the outlines."""
    data = Path(path).read_bytes()
    if hashlib.sha256(data).hexdigest() != SOURCE:
        sys.exit(f"{path} is not countries-50m.json of world-atlas 2.0.2")
    topology = json.loads(data)
    arcs = arcs_of(topology)
    countries: dict[str, list[list[int]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        outer = (max((ring_of(ring, arcs) for ring in part), key=size_of) for part in parts)
        rings = sorted(outer, key=size_of, reverse=True)
        kept = [ring for n, ring in enumerate(rings) if n == 0 or size_of(ring) >= SPECK]
        found = [ring for ring in map(written, kept) if len(ring) >= 2 * LEAST] or [written(kept[0])]
        countries.setdefault(code_of(geometry), []).extend(found)
    TARGET.write_text(json.dumps(dict(sorted(countries.items())), separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
