"""What fell before something larger, and has room where that was: put back, the highest ranks first.

A brief is cut by rank until it fits. Where a long section was what made it fit, more room is free than was needed, and
short things of a lower rank fell before it for nothing. Nothing returns before what ranks above it was found to have no
room; what is many times larger than the room that is left is not tried, and the looks are few: each composes and
measures the brief anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefgen.pipeline.fitting.drop_order import Drop

    Free = Callable[[Sequence[Drop]], float | None]
    """How many pages stay free when so much has fallen; None where it does not fit, or cannot be made so."""

MOST_LOOKS = 4
_LEAST_FREE = 0.04
"""Of a page: about two lines."""
_FAR = 2.0
"""What is thought to take so many times the room that is free is not tried."""
_OF_ROOM = 0.8
"""How much of it may be filled by what is tried at once."""


@dataclass(slots=True)
class PuttingBack:
    """What is to stay away of what fell, in the order of `drops`; the last of them is known to have no room."""

    drops: Sequence[Drop]
    sizes: Sequence[float]
    """About how many pages each takes."""
    away: set[int] = field(default_factory=set)
    """Places in `drops` of what has fallen yet."""
    _sections: set[int] = field(default_factory=set)
    _lists: set[tuple[int, int]] = field(default_factory=set)
    """What was found to have no room: with a section stay its items away, with an item those behind it."""

    def __post_init__(self) -> None:
        """All has fallen."""
        self.away = set(range(len(self.drops)))
        self._refuse(len(self.drops) - 1)

    def found(self, free: float, measured: Free) -> list[Drop]:
        """What falls at last; `free` is what is free when all has fallen."""
        place, most = len(self.drops) - 2, len(self.drops)
        for _ in range(MOST_LOOKS):
            tried = list(self._next(place, free, most)) if free >= _LEAST_FREE else []
            if not tried:
                break
            left = measured(self._fallen(self.away.difference(tried)))
            if left is not None:
                self.away.difference_update(tried)
                place, most, free = tried[-1] - 1, len(self.drops), left
            elif len(tried) > 1:
                most = len(tried) // 2
            else:
                self._refuse(tried[0])
                place, most = tried[0] - 1, len(self.drops)
        return self._fallen(self.away)

    def _next(self, place: int, free: float, most: int) -> Iterator[int]:
        """What is tried at once, from a place upwards in rank order: as much as may have room, at least one thing."""
        taken, count = 0.0, 0
        for at in range(place, -1, -1):
            if self._is_refused(at):
                continue
            if not count and self.sizes[at] > free * _FAR:
                self._refuse(at)
                continue
            if count and (count == most or taken + self.sizes[at] > free * _OF_ROOM):
                return
            taken, count = taken + self.sizes[at], count + 1
            yield at

    def _fallen(self, places: set[int]) -> list[Drop]:
        return [self.drops[place] for place in sorted(places)]

    def _refuse(self, place: int) -> None:
        drop = self.drops[place]
        if drop.is_whole:
            self._sections.add(drop.section)
        else:
            self._lists.add((drop.section, drop.number))

    def _is_refused(self, place: int) -> bool:
        drop = self.drops[place]
        return drop.section in self._sections or (drop.section, drop.number) in self._lists
