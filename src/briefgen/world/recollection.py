"""What was read, and given again as long as nothing that it was made of is otherwise.

Whoever reads says what else the result is made of. It is held in this process alone, and never on the disk: a result
that is given again is what reading afresh would give.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from briefgen.records import dataclass
from briefgen.world.witness import Witness, answers_alike

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from briefgen.world.interface import World

R = TypeVar("R")
_MOST_KEPT = 4096
"""Results: a few for each file of a workspace."""


class Recollection(Protocol):
    """Who is asked for a result before it is made; it must be of `given` and of what is read alone."""

    def read(self, name: Hashable, world: World, made: Callable[[World], R], *given: object) -> R:
        """What `made` gives of a world."""

    def worked_out(self, name: Hashable, made: Callable[[], R], *given: object) -> R:
        """What `made` gives without reading anything."""


class ReadAfresh:
    """Keeps nothing: for a command that reads once."""

    def read(self, name: Hashable, world: World, made: Callable[[World], R], *given: object) -> R:  # noqa: ARG002 - makes it
        """Made now."""
        return made(world)

    def worked_out(self, name: Hashable, made: Callable[[], R], *given: object) -> R:  # noqa: ARG002 - makes it
        """Made now."""
        return made()


READ_AFRESH = ReadAfresh()


@dataclass(frozen=True, slots=True)
class _Result:
    value: Any
    given: tuple[object, ...]
    """Held, so that nothing else can come to have the identity of one of them."""
    answers: Mapping[str, str]

    def is_of(self, given: tuple[object, ...]) -> bool:
        """Whether it was made of these: the very same records, or the same words."""
        pairs = zip(self.given, given, strict=False)
        return len(self.given) == len(given) and all(_are_one(one, other) for one, other in pairs)


class ReadBefore:
    """Keeps the last result of each name, for a process that reads the same files again and again."""

    def __init__(self) -> None:
        self._results: OrderedDict[Hashable, _Result] = OrderedDict()

    def read(self, name: Hashable, world: World, made: Callable[[World], R], *given: object) -> R:
        """Made anew where the world answers otherwise than it did, or something else is given.

        The questions are asked again of `world`, so that a witness in front of it hears them either way.
        """
        known = self._results.get(name)
        if known is None or not known.is_of(given) or not answers_alike(world, known.answers):
            witness = Witness(world)
            known = _Result(made(witness), given, witness.answers)
            if not witness.is_sure:
                self._results.pop(name, None)
                unsure: R = known.value
                return unsure
        value: R = self._kept(name, known)
        return value

    def worked_out(self, name: Hashable, made: Callable[[], R], *given: object) -> R:
        """Made anew where something else is given."""
        known = self._results.get(name)
        if known is None or not known.is_of(given):
            known = _Result(made(), given, {})
        value: R = self._kept(name, known)
        return value

    def _kept(self, name: Hashable, result: _Result) -> Any:  # noqa: ANN401 - of the type that its name stands for
        self._results[name] = result
        self._results.move_to_end(name)
        if len(self._results) > _MOST_KEPT:
            self._results.popitem(last=False)
        return result.value


def _are_one(one: object, other: object) -> bool:
    """By identity: records that are equal may stand on other lines."""
    return one is other or (isinstance(one, str) and isinstance(other, str) and one == other)
