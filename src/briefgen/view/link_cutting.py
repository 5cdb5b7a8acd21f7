"""Links from fact to fact: one to a fact that the audience may not know is cut, for its id alone would tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from briefgen.model.facts.declarations import values_with
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.own_fact import with_values

if TYPE_CHECKING:
    from collections.abc import Mapping

F = TypeVar("F", bound=Fact)


def with_links_cut(fact: F, names: Mapping[str, str]) -> F:
    """A fact that names no fact but visible ones, nor do its parts."""
    cut: dict[str, Any] = {}
    for field, value in values_with(fact, FieldRole.LINK, FieldRole.PARTS):
        if field.role is FieldRole.LINK:
            cut[field.name] = linked(value, names)
        else:
            cut[field.name] = tuple(with_links_cut(part, names) for part in value)
    return with_values(fact, cut)


def linked(value: object, names: Mapping[str, str]) -> object:
    """One link or several, by the names that the view knows facts by, without those to what it does not know."""
    if isinstance(value, tuple):
        return tuple(names[link] for link in value if link in names)
    return names.get(str(value))
