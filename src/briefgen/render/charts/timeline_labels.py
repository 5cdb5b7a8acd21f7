"""Where the labels of a timeline stand: never on each other, near the axis, their leaders clear of other labels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    sides = {side: _Side([other for other in others if other.above is side], label) for side in (True, False)}
    best: tuple[float, float, bool, int] | None = None
    lowest = float("inf")
    for cost, level, shift in _nearest_first(count):
        if cost >= lowest:
            break
        for above, column in product((True, False), _columns(label.event_x, shift, width)):
            side = sides[above]
            total = cost + side.leader(column)
            if total >= lowest or (total := total + side.passed(column, level)) >= lowest:
                continue
            for left in _lefts(column, label.size, width):
                whole = total + side.box(left, level)
                if whole < lowest:
                    best, lowest = (left, column, above, level), whole
    if best is None:
        raise AssertionError("the highest level is always free")
    left, column, above, level = best
    return PlacedLabel(label.lines, left, left + label.size, label.event_x, column, above, level)


class _Side:
    """What stands on one side of the axis already, for one label that looks for its place."""

    def __init__(self, others: Sequence[PlacedLabel], label: WantedLabel) -> None:
        self._others, self._label = others, label
        self._known: dict[float, float] = {}

    def leader(self, column: float) -> float:
        """What it costs the reader where the label's leader crosses others or runs along them."""
        if column not in self._known:
            x = self._label.event_x
            self._known[column] = sum(_between_leaders(x, column, o.event_x, o.column) for o in self._others)
        return self._known[column]

    def passed(self, column: float, level: int) -> float:
        """The same where it crosses labels nearer to the axis."""
        return _CROSSED_LABEL * sum(
            o.level < level and o.left - _CLEAR <= column <= o.right + _CLEAR for o in self._others
        )

    def box(self, left: float, level: int) -> float:
        """The same for the label itself, in the way of others' leaders; endless where it would touch a label."""
        right, crossed = left + self._label.size, 0
        for other in self._others:
            if other.level == level and left < other.right + _GAP and other.left < right + _GAP:
                return float("inf")
            crossed += other.level > level and left - _CLEAR <= other.column <= right + _CLEAR
        return crossed * _CROSSED_LABEL


def _between_leaders(x: float, column: float, other_x: float, other_column: float) -> float:
    cost = _CROSSED_LEADER if (x - other_x) * (column - other_column) < 0 else 0.0
    return cost + (_NEAR_LEADER if abs(column - other_column) < _CLEAR and x != other_x else 0.0)


@cache
def _nearest_first(events: int) -> tuple[tuple[float, int, float], ...]:
    """Cost, level and lean, cheapest first; among so many levels one is always free."""
    return tuple(
        sorted((level * _LEVEL_COST + _lean(shift), level, shift) for level in range(events + 1) for shift in _SHIFTS)
    )


def _lean(shift: float) -> float:
    """What a leader costs that leans: the further, the harder to follow."""
    return shift + shift * shift / 60


def _columns(middle: float, shift: float, width: float) -> list[float]:
    """Where a leader can rise that leans so far to either side."""
    return [column for column in dict.fromkeys((middle + shift, middle - shift)) if 1 <= column <= width - 1]


def _lefts(column: float, size: float, width: float) -> list[float]:
    """Where a label can begin: centred on its leader, to its right, to its left."""
    return [min(max(left, 1.0), width - size - 1) for left in (column - size / 2, column - 2, column - size + 2)]


def _crossings(one: PlacedLabel, other: PlacedLabel) -> float:
    """What two labels cost the reader."""
    if one.above is not other.above:
        return 0.0
    cost = _between_leaders(one.event_x, one.column, other.event_x, other.column)
    if one.level == other.level:
        return cost
    inner, outer = (one, other) if one.level < other.level else (other, one)
    return cost + (_CROSSED_LABEL if inner.left - _CLEAR <= outer.column <= inner.right + _CLEAR else 0.0)
