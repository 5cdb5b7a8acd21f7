"""Which notes came before: what makes a later note of the same source a short one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.compose.citations.locators import CitedSpot

_NEAR = 5
"""How many notes back is near, where a style does not say (CSL 1.0.2, "Note distance")."""


class NoteHistory:
    """The positions of notes as CSL 1.0.2 tells them ("Choose", attribute `position`)."""

    def __init__(self) -> None:
        self.seen: dict[str, int] = {}
        self._count = 0
        self._last: tuple[CitedSpot, ...] = ()

    def positions(self, spots: tuple[CitedSpot, ...]) -> dict[str, frozenset[str]]:
        """The positions of each reference in the next note."""
        self._count += 1
        found = {spot.ref: frozenset(self._position(spot, alone=len(spots) == 1)) for spot in spots}
        self.seen.update(dict.fromkeys(found, self._count))
        self._last = spots
        return found

    def _position(self, spot: CitedSpot, *, alone: bool) -> Iterator[str]:
        if spot.ref not in self.seen:
            yield "first"
            return
        yield "subsequent"
        if self._count - self.seen[spot.ref] <= _NEAR:
            yield "near-note"
        last = self._last[0] if alone and len(self._last) == 1 else None
        if last is None or last.ref != spot.ref or (last.words and not spot.words):
            return
        yield "ibid"
        if spot.words and spot != last:
            yield "ibid-with-locator"
