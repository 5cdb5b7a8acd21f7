"""What the items of a view name, copied: people, organisations, parties, references; nobody else is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.model.facts.declarations import leaves_of
from briefgen.model.facts.field_roles import Nature
from briefgen.model.facts.relation import parts_of
from briefgen.view.as_of import offices_then
from briefgen.view.projection import file_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.parties_people_references import Organisation, Party, Person, Reference
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date

_OURS = frozenset({"sensitivity", "topics", "ignore", "ignore_reason"})
"""What of a reference's record is for whoever keeps it: labels, and checks it is excused from."""


def named_in(facts: Iterable[Fact]) -> frozenset[str]:
    """The ids of all people and organisations that facts and their parts name."""
    return frozenset(
        str(leaf.value)
        for fact in facts
        for part in (fact, *parts_of(fact))
        for leaf in leaves_of(part)
        if leaf.field.role.nature is Nature.NAME
    )


def people_of(relation: Relation, words: frozenset[str], as_of: Date) -> dict[str, Person]:
    """The people that the items name, with the offices that they were known to have held by then."""
    return {key: _person(offices_then(person, as_of)) for key, person in relation.people.items() if key in words}


def _person(person: Person) -> Person:
    terms = tuple(replace(term, place=file_of(term.place)) for term in person.terms)
    return replace(person, terms=terms, place=file_of(person.place))


def organisations_of(relation: Relation, words: frozenset[str]) -> dict[str, Organisation]:
    """The organisations that the items name."""
    found = relation.organisations.items()
    return {key: replace(body, place=file_of(body.place)) for key, body in found if key in words}


def references_of(relation: Relation, refs: Iterable[str]) -> dict[str, Reference]:
    """The references that the items lean on, without their labels."""
    used = frozenset(refs)
    return {key: _reference(reference) for key, reference in relation.references.items() if key in used}


def _reference(reference: Reference) -> Reference:
    csl = dict(reference.csl)
    custom = csl.get("custom")
    if isinstance(custom, dict):
        csl["custom"] = {key: value for key, value in custom.items() if key not in _OURS}
    return replace(reference, sensitivity=None, topics=(), ignore=(), csl=csl, place=file_of(reference.place))


def parties_of(relation: Relation) -> tuple[Party, Party]:
    """Both parties, the perspective's first."""
    first, second = sorted(relation.parties, key=lambda party: party.id != relation.perspective)
    return replace(first, place=file_of(first.place)), replace(second, place=file_of(second.place))
