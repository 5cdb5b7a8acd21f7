"""A part of a workspace that is read for itself: while nothing of it changes, it is not read a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from briefgen.diagnostics import Outcome, Report
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from briefgen.world import Recollection, World

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class PartReading:
    """The reading of a workspace, or of a part of it: what is told comes with the part, also where it is recalled."""

    world: World
    report: Report
    kept: Recollection

    def part(self, name: Hashable, made: Callable[[PartReading], R], *given: object) -> R:
        """What `made` gives, by a reading of its own; it must be of `given` and of the world alone."""

        def read(world: World) -> Outcome[R]:
            own = Report()
            return Outcome(made(PartReading(world, own, self.kept)), own.diagnostics)

        return self.report.keep(self.kept.read(name, self.world, read, *given))
