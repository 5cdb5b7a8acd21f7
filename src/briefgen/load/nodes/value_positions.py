"""Where each value of a record stands: a tree of places beside the values themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from briefgen.diagnostics import Place


@dataclass(frozen=True, slots=True)
class Positions:
    """The place of a value, and those of what it holds, by key or number."""

    place: Place
    key: Place | None = None
    """Where its name begins, if it has one."""
    parts: dict[str | int, Positions] = field(default_factory=dict)

    def at(self, *steps: str | int) -> Place:
        """Where the value stands that these steps lead to; what is not there is missing from the last that is."""
        return self._reached(steps).place

    def named(self, *steps: str | int) -> Place:
        """Where the name of that value stands."""
        reached = self._reached(steps)
        return reached.key or reached.place

    def _reached(self, steps: tuple[str | int, ...]) -> Positions:
        spot = self
        for step in steps:
            part = spot.parts.get(step)
            if part is None:
                return spot
            spot = part
        return spot
