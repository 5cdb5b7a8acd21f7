"""Which fields of which facts the templates of a brief have printed, or asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterable

FieldOf: TypeAlias = tuple[str, str]
"""A fact's id in the view, and the name of a field; without a name, the fact as a figure was computed from it."""

Answer: TypeAlias = tuple[str, int, bool]
"""A template's path under templates/, where in it a condition stands, and whether it held."""


@dataclass(slots=True)
class FieldUse:
    """What has been used so far."""

    _printed: list[FieldOf] = field(default_factory=list)
    told_beside: set[FieldOf] = field(default_factory=set)
    """What is said by words that stand beside its own, so that these may fall away."""
    read: set[FieldOf] = field(default_factory=set)
    """At all: also to choose what is printed."""
    answers: set[Answer] = field(default_factory=set)
    """How conditions of templates were answered."""

    @property
    def printed(self) -> set[FieldOf]:
        """In words that stand in the brief."""
        return {*self._printed, *self.told_beside}

    def tell_beside(self, fields: Iterable[FieldOf]) -> None:
        """Note what other words than its own say."""
        self.told_beside.update(fields)

    def print(self, fields: Iterable[FieldOf]) -> None:
        """Note what a printed value came from."""
        self._printed.extend(fields)

    def answered(self, path: str, at: int, value: object) -> bool:
        """How a condition of a template is answered, which is noted."""
        holds = bool(value)
        self.answers.add((path, at, holds))
        return holds

    def mark(self) -> int:
        """A place to which what is noted from here on can be forgotten."""
        return len(self._printed)

    def forget(self, mark: int) -> None:
        """Take back what was noted since, as its words fall away."""
        del self._printed[mark:]
