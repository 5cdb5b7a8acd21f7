"""Which fields of which facts the templates of a brief have printed, or asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

FieldOf: TypeAlias = tuple[str, str]
"""A fact's id in the view, and the name of a field; without a name, the fact as a figure was computed from it."""


@dataclass(slots=True)
class FieldUse:
    """What has been used so far."""

    printed: set[FieldOf] = field(default_factory=set)
    """In words that stand in the brief."""
    read: set[FieldOf] = field(default_factory=set)
    """At all: also to choose what is printed."""

    def print(self, fields: Iterable[FieldOf]) -> None:
        """Note what a printed value came from."""
        self.printed.update(fields)
