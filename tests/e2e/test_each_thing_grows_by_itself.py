"""Twice as much of one thing is at most twice the work for it, from the files to finished briefs, counted in calls."""

from __future__ import annotations

import cProfile
import pstats
from functools import cache, partial
from typing import TYPE_CHECKING

import pytest

from briefgen import record_methods
from briefgen.pipeline import Order, check, make
from briefgen.world import Disk, Memory, Overlay, shipped_root
from samples.growing_shapes import SHAPES

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.pipeline import Result
    from briefgen.world import World

_MOST = 2.3
"""Of twice as much, where linear work is 2; to sort takes a little more."""
_FACTORS = (8, 16, 32)
_WITHOUT_PAGES = ("docx", "html", "md")
_WAYS: dict[str, Callable[[World], Result]] = {
    "made": lambda world: make(world, _order("pdf", *_WITHOUT_PAGES)),
    "made without pages": lambda world: make(world, _order(*_WITHOUT_PAGES)),
    "checked": lambda world: check(world, Order(fit=False)),
}
_OTHERWISE = {"letters of an address": ("made without pages", "checked"), "sentences of one text": ("checked",)}
"""One long paragraph: how often pages are tried, since it leaves them empty, weighs more than how long it is; and its
sentences are looked at by `check` alone."""


def _order(*formats: str) -> Order:
    return Order(audiences=("researcher",), formats=formats, fit=False)


def _world(shape: str, factor: int) -> World:
    files = {path: text.encode() for path, text in SHAPES[shape](factor).items()}
    return Overlay(Memory(files), Disk(shipped_root()))


@cache
def _warmed(shape: str, way: str) -> None:
    """What a process pays once would make the smallest of three look dearer, and the step from it too small."""
    _WAYS[way](_world("months", 1))
    _WAYS[way](_world(shape, _FACTORS[0]))


def _calls(way: str, world: World) -> int:
    profile = cProfile.Profile()
    result = profile.runcall(_WAYS[way], world)
    assert not result.report.has_errors
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]  # of its own, and documented


@pytest.mark.parametrize(
    ("shape", "way"),
    [(shape, way) for shape in SHAPES for way in _OTHERWISE.get(shape, ("made", "checked"))],
)
def test_twice_as_much_of_one_thing_is_at_most_twice_the_work(
    shape: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_methods, "OFTEN", 0)  # every method of a record is written when it is first called
    _warmed(shape, way)

    once, twice, four = map(partial(_calls, way), (_world(shape, factor) for factor in _FACTORS))

    assert (four - twice) / max(twice - once, 1) < _MOST, (once, twice, four)
