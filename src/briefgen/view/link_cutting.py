"""Links from fact to fact: one to a fact that the audience may not know is cut, for its id alone would tell of it."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from briefgen.model.facts.fact import Fact

if TYPE_CHECKING:
    from collections.abc import Collection

F = TypeVar("F", bound=Fact)

LINKS = frozenset({"supports", "contradicts", "facts", "links", "counts_from", "parent", "signed_during", "mechanism"})
"""Fields that name other facts."""


def with_links_cut(fact: F, visible: frozenset[str]) -> F:
    """A fact that names no fact but visible ones."""
    cut: dict[str, Any] = {f.name: linked(getattr(fact, f.name), visible) for f in fields(fact) if f.name in LINKS}
    return replace(fact, **cut)


def linked(value: object, visible: Collection[str]) -> object:
    """One link or several, without those to what is not visible."""
    if isinstance(value, tuple):
        return tuple(link for link in value if link in visible)
    return value if value in visible else None
