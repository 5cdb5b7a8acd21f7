"""Where countries lie: their outlines, as Natural Earth draws them.

Made by `.ci/outlines.py`, which says from what. What stands under no code is land of which Natural Earth draws the
bounds and ISO 3166-1 has no code.
"""

from __future__ import annotations

import json
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Ring: TypeAlias = tuple[tuple[float, float], ...]
"""Longitude and latitude of the points of an outline, in degrees; of the smallest states it is one point."""

_FILE = Path(__file__).with_name("outlines.json")
_HUNDREDTHS = 100


@cache
def outlines() -> Mapping[str, tuple[Ring, ...]]:
    """ISO 3166-1 alpha-3 → outlines, the largest first; what has no code stands under an empty one."""
    read: dict[str, list[list[int]]] = json.loads(_FILE.read_text(encoding="utf-8"))
    return {code: tuple(map(_ring, rings)) for code, rings in read.items()}


def has_outline(code: str) -> bool:
    """Whether a country can be shown on a map."""
    return bool(code) and code in outlines()


def _ring(steps: list[int]) -> Ring:
    """Points out of a first one and steps, in hundredths of a degree."""
    across, down = accumulate(steps[::2]), accumulate(steps[1::2])
    return tuple((lon / _HUNDREDTHS, lat / _HUNDREDTHS) for lon, lat in zip(across, down, strict=True))
