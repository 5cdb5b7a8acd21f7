"""What the items of a view name, copied: people, organisations, indicators, parties, references; none else is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.declarations import fields_of, leaves_of
from briefgen.model.facts.field_roles import Nature
from briefgen.model.facts.parties_people_references import CUSTOM, IGNORE_REASON, Reference, own_key
from briefgen.model.facts.relation import parts_of
from briefgen.records import replace
from briefgen.view.as_of import offices_then
from briefgen.view.projection import without_labels

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.declared_indicators import DeclaredIndicator
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.parties_people_references import Organisation, Party, Person
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date

_OURS = {own_key(field.written) for field in fields_of(Reference) if field.role.nature is Nature.LABEL} | {
    IGNORE_REASON
}
"""What of a reference's record is for whoever keeps it: labels, and checks it is excused from."""


def named_in(facts: Iterable[Fact]) -> frozenset[str]:
    """The ids of all people, organisations and indicators that facts and their parts name."""
    return frozenset(
        str(leaf.value) for fact in facts for part in (fact, *parts_of(fact)) for leaf in leaves_of(part, _is_a_name)
    )


def _is_a_name(field: DeclaredField) -> bool:
    return field.role.nature is Nature.NAME


def people_of(relation: Relation, words: frozenset[str], as_of: Date) -> dict[str, Person]:
    """The people that the items name, with the offices that they were known to have held by then."""
    return {key: _person(offices_then(person, as_of)) for key, person in relation.people.items() if key in words}


def _person(person: Person) -> Person:
    return replace(without_labels(person), terms=tuple(map(without_labels, person.terms)))


def organisations_of(relation: Relation, words: frozenset[str]) -> dict[str, Organisation]:
    """The organisations that the items name."""
    found = relation.organisations.items()
    return {key: without_labels(body) for key, body in found if key in words}


def indicators_of(relation: Relation, words: frozenset[str]) -> dict[str, DeclaredIndicator]:
    """The indicators that the rows of series are of."""
    return {key: without_labels(indicator) for key, indicator in relation.indicators.items() if key in words}


def references_of(relation: Relation, refs: Iterable[str]) -> dict[str, Reference]:
    """The references that the items lean on, without their labels."""
    used = frozenset(refs)
    return {key: _reference(reference) for key, reference in relation.references.items() if key in used}


def _reference(reference: Reference) -> Reference:
    csl = dict(reference.csl)
    custom = csl.get(CUSTOM)
    if isinstance(custom, dict):
        csl[CUSTOM] = {key: value for key, value in custom.items() if key not in _OURS}
    return replace(without_labels(reference), csl=csl)


def parties_of(relation: Relation) -> tuple[Party, Party]:
    """Both parties, the perspective's first."""
    first, second = sorted(relation.parties, key=lambda party: party.id != relation.perspective)
    return without_labels(first), without_labels(second)
