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
    told_beside: set[FieldOf] = field(default_factory=set)
    """Of those: by words that stand beside them, so that their own may fall away."""
    read: set[FieldOf] = field(default_factory=set)
    """At all: also to choose what is printed."""

    def tell_beside(self, fields: Iterable[FieldOf]) -> None:
        """Note what other words than its own say."""
        told = set(fields)
        self.told_beside |= told
        self.printed |= told

    def print(self, fields: Iterable[FieldOf]) -> None:
        """Note what a printed value came from."""
        self.printed.update(fields)
