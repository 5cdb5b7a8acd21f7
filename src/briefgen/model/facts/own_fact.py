"""A fact of a team's own kind: what all facts have, and beside it the values that the team declared."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from briefgen.model.facts.declarations import OwnRecord, SelfDeclared, fields_of
from briefgen.model.facts.fact import Fact
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.kind import Kind

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFact(Fact, SelfDeclared):
    """A record of a kind that stands in a file of the workspace, or a part of one."""

    of: OwnRecord
    kind: Kind | None
    """None of a part."""
    values: Mapping[str, Any]
    """Its own fields, every one of them, by their names."""


def own_record(name: str, about: str, own: tuple[DeclaredField, ...]) -> OwnRecord:
    """The declaration of a record: its own fields behind those that every fact has."""
    return OwnRecord(name, about, own, (*fields_of(Fact), *own))


def type_of(made_of: type[Fact] | OwnRecord) -> str:
    """What templates know a record of a declaration as: `milestone`, `claim`."""
    return made_of.name if isinstance(made_of, OwnRecord) else made_of.type_name or made_of.__name__.lower()


def maker_of(made_of: type[Fact] | OwnRecord, kind: Kind | None = None) -> Callable[..., Fact]:
    """What makes a fact out of the values that were read."""
    return partial(_own_fact, made_of, kind) if isinstance(made_of, OwnRecord) else made_of


def _own_fact(of: OwnRecord, kind: Kind | None, /, **values: Any) -> OwnFact:  # noqa: ANN401 - whatever was read
    own = {field.name: values.pop(field.name, field.default) for field in of.own}
    return OwnFact(of=of, kind=kind, values=own, **values)


def with_values(fact: F, values: Mapping[str, Any]) -> F:
    """The fact with other values in some of its fields, whoever declared them."""
    if not isinstance(fact, OwnFact):
        return replace(fact, **values)
    own = {name: value for name, value in values.items() if name in fact.values}
    common = {name: value for name, value in values.items() if name not in own}
    return replace(fact, values={**fact.values, **own}, **common)
