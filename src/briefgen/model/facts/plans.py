"""What has happened and what is planned, kept apart: whoever looks at the one never meets the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from briefgen.model.facts.declarations import values_with
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.own_fact import with_values
from briefgen.model.facts.relation import parts_of
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.relation import Relation

F = TypeVar("F", bound=Fact)
COMMON: Mapping[str, tuple[FieldRole, ...]] = {
    "date": (FieldRole.HAPPENED,),
    "number": (FieldRole.WHOLE,),
    "venue": (FieldRole.VENUE,),
    "major": (FieldRole.MAJOR,),
    "title": (FieldRole.TITLE, FieldRole.LINE),
}
"""What templates ask of every plan, whatever its kind: name → the roles of the fields that answer, the first filled."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A fact that is yet to happen."""

    fact: Fact
    of: Fact | None = None
    """What it is a part of."""


def told_apart(facts: Iterable[Fact]) -> tuple[list[Fact], list[Plan]]:
    """What has happened, without the plans among its parts; and the plans, without any parts."""
    happened: list[Fact] = []
    plans: list[Plan] = []
    for fact in facts:
        if fact.planned:
            plans.append(Plan(fact))
        else:
            happened.append(_without_planned_parts(fact))
            plans += [Plan(part, fact) for part in parts_of(fact) if part.planned]
    return happened, plans


def answering(fact: Fact, name: str) -> tuple[DeclaredField, Any] | None:
    """The field of a plan, with its value, that a common name stands for; one list of several values is no answer."""
    found = [
        (field, value)
        for role in COMMON[name]
        for field, value in values_with(fact, role)
        if value is not None and not field.many
    ]
    return found[0] if found else None


def what_happened(relation: Relation) -> Relation:
    """The relation as if nothing were planned."""
    happened, _ = told_apart(relation.facts)
    return replace(relation, facts=tuple(happened))


def _without_planned_parts(fact: F) -> F:
    left: dict[str, Any] = {
        field.name: tuple(part for part in value if not part.planned)
        for field, value in values_with(fact, FieldRole.PARTS)
    }
    return with_values(fact, left) if left else fact
