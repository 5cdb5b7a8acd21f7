"""Where the labels of a timeline stand: never on each other, near the axis, their leaders clear of other labels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP = 8.0
_LEVEL_COST, _CROSSED_LEADER, _CROSSED_LABEL, _NEAR_LEADER = 34.0, 250.0, 400.0, 25.0
_CLEAR = 3.0
"""A leader keeps so far from a label that it passes."""
_SHIFTS = (0.0, 8.0, 16.0, 28.0, 44.0, 64.0, 90.0, 130.0, 180.0, 240.0, 320.0, 420.0)
"""How far a leader may lean to find a free column."""
_ROUNDS, _MOST_IMPROVED = 6, 16
"""How often labels are moved again, and up to how many of them."""


@dataclass(frozen=True, slots=True)
class WantedLabel:
    """An event's label before it has a place."""

    lines: tuple[str, ...]
    size: float
    """The width of its longest line."""
    event_x: float


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A label's box on one side of the axis, in a level counted from the axis."""

    lines: tuple[str, ...]
    left: float
    right: float
    event_x: float
    column: float
    """Where the leader rises past inner labels."""
    above: bool
    level: int


@lru_cache(maxsize=256)  # every format draws the same timelines, and so do the briefs of a batch
def placed_labels(wanted: tuple[WantedLabel, ...], width: float) -> tuple[PlacedLabel, ...]:
    """Labels in time's order and against it, each where it is least in the way; the better of both."""
    if len(wanted) > _MOST_IMPROVED:
        return tuple(_in_order(wanted, range(len(wanted)), width))
    orders = (range(len(wanted)), range(len(wanted) - 1, -1, -1))
    tries = [_improved(wanted, _in_order(wanted, order, width), width) for order in orders]
    best = min(tries, key=_total)
    return tuple(best)


def _in_order(wanted: Sequence[WantedLabel], order: Sequence[int], width: float) -> list[PlacedLabel]:
    placed: dict[int, PlacedLabel] = {}
    for index in order:
        placed[index] = _best(wanted[index], list(placed.values()), len(wanted), width)
    return [placed[index] for index in range(len(wanted))]


def _improved(wanted: Sequence[WantedLabel], placed: list[PlacedLabel], width: float) -> list[PlacedLabel]:
    """The labels moved again, one by one, while that makes things better."""
    for _ in range(_ROUNDS):
        before = list(placed)
        for index, label in enumerate(wanted):
            placed[index] = _best(label, placed[:index] + placed[index + 1 :], len(wanted), width)
        if placed == before:
            break
    return placed


def _total(placed: Sequence[PlacedLabel]) -> float:
    own = sum(label.level * _LEVEL_COST + _lean(abs(label.column - label.event_x)) for label in placed)
    return own + sum(_crossings(one, other) for one, other in combinations(placed, 2))


def _best(label: WantedLabel, others: Sequence[PlacedLabel], count: int, width: float) -> PlacedLabel:
    """The cheapest place; tries come cheapest first, so the search ends when none can be better."""
    best: PlacedLabel | None = None
    lowest = float("inf")
    for cost, item in _tries(label, count, width):
        if best and cost >= lowest:
            break
        if any(_overlap(item, other) for other in others):
            continue
        total = cost
        for other in others:
            total += _crossings(item, other)
            if total >= lowest:
                break
        else:
            best, lowest = item, total
    if best is None:
        raise AssertionError("the highest level is always free")
    return best


def _tries(label: WantedLabel, count: int, width: float) -> Iterator[tuple[float, PlacedLabel]]:
    for cost, level, shift in _nearest_first(count):
        for above in (True, False):
            for column, left in _positions(label.event_x, shift, label.size, width):
                yield cost, PlacedLabel(label.lines, left, left + label.size, label.event_x, column, above, level)


@cache
def _nearest_first(events: int) -> tuple[tuple[float, int, float], ...]:
    """Cost, level and lean, cheapest first; among so many levels one is always free."""
    return tuple(
        sorted((level * _LEVEL_COST + _lean(shift), level, shift) for level in range(events + 1) for shift in _SHIFTS)
    )


def _lean(shift: float) -> float:
    """What a leader costs that leans: the further, the harder to follow."""
    return shift + shift * shift / 60


def _positions(middle: float, shift: float, size: float, width: float) -> list[tuple[float, float]]:
    """Where the leader rises and the label begins: the label centred on it, to its right, to its left."""
    found: list[tuple[float, float]] = []
    for column in dict.fromkeys((middle + shift, middle - shift)):
        if 1 <= column <= width - 1:
            lefts = (column - size / 2, column - 2, column - size + 2)
            found += [(column, min(max(left, 1.0), width - size - 1)) for left in lefts]
    return found


def _overlap(one: PlacedLabel, other: PlacedLabel) -> bool:
    """Whether two labels would touch."""
    same = one.above is other.above and one.level == other.level
    return same and one.left < other.right + _GAP and other.left < one.right + _GAP


def _crossings(one: PlacedLabel, other: PlacedLabel) -> float:
    """What it costs the reader where leaders cross each other or a label, or run along one another."""
    if one.above is not other.above:
        return 0.0
    cost = _CROSSED_LEADER if (one.event_x - other.event_x) * (one.column - other.column) < 0 else 0.0
    if abs(one.column - other.column) < _CLEAR and one.event_x != other.event_x:
        cost += _NEAR_LEADER
    if one.level == other.level:
        return cost
    inner, outer = (one, other) if one.level < other.level else (other, one)
    return cost + (_CROSSED_LABEL if inner.left - _CLEAR <= outer.column <= inner.right + _CLEAR else 0.0)
