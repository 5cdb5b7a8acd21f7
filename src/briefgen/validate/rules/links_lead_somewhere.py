"""Every link leads to a record.

What it checks: ids in supports, contradicts, facts, links, counts_from, parent,
signed_during and mechanism; people in visits and co-chairs; organisations in venues, memberships and projects.

Why it matters: a link to nothing is silently empty in a brief.

Example: `counts_from: diplomatic-relatons`.

How to fix: write the id as the record has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import did_you_mean
from briefgen.model.facts import entities
from briefgen.model.facts.relation import every_fact
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_FACTS = ("supports", "contradicts", "facts", "links", "counts_from", "parent", "signed_during", "mechanism")


def links_lead_somewhere(relation: Relation) -> Iterator[Finding]:
    """BG202 for an id that names nothing."""
    facts = {fact.id: None for fact in every_fact(relation)}
    for fact in every_fact(relation):
        for name in _FACTS:
            yield from _unknown(fact, name, _ids(getattr(fact, name, None)), facts, "fact")
        yield from _unknown(fact, *_people(fact), relation.people, "person")
        yield from _unknown(fact, *_organisations(fact), relation.organisations, "organisation")


def _unknown(fact: Fact, name: str, ids: tuple[str, ...], known: Mapping[str, object], what: str) -> Iterator[Finding]:
    for key in ids:
        if key not in known:
            yield error("BG202", fact.at(name), f"there is no {what} '{key}'", did_you_mean(key, known), fact)


def _ids(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(str(key) for key in value)
    return (str(value),) if value else ()


def _people(fact: Fact) -> tuple[str, tuple[str, ...]]:
    if isinstance(fact, entities.Cochair):
        return "person", (fact.person,)
    if isinstance(fact, entities.Visit):
        actors = (fact.visitor, *fact.counterparts)
        return "visitor", tuple(actor.person for actor in actors if actor and actor.person)
    return "person", ()


def _organisations(fact: Fact) -> tuple[str, tuple[str, ...]]:
    if isinstance(fact, entities.Membership):
        return "organisation", (fact.organisation,)
    if isinstance(fact, entities.Project):
        return "part_of", _ids(fact.part_of)
    venue = getattr(fact, "venue", None)
    return "venue", _ids(venue.event if venue else None)
