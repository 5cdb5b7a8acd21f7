"""Who acts in office held it then.

What it checks: visitors, counterparts, co-chairs and the people of contacts against the terms in people.yaml: one of
the party that the person acts for, at the date.

Why it matters: titles are computed from terms: without one a brief prints the bare name, with another country's a title
that is not meant.

Example: a visit of 2015 by a person whose only term is attested for 2019.

How to fix: add a term, or widen `held` to what a source attests; or name who acted for that party.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.relation import every_fact
from briefgen.model.kinds.contacts import Contact
from briefgen.model.kinds.mechanisms import Cochair
from briefgen.model.kinds.visits import Visit
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date
    from briefgen.validate.finding import Finding


def actors_hold_office(relation: Relation) -> Iterator[Finding]:
    """BG218 for a person without a term at the date."""
    for fact in every_fact(relation):
        for name, key, party, date in _acts(fact):
            person = relation.people.get(key)
            if person and not any(term.party == party and term.held.overlaps(date) for term in person.terms):
                elsewhere = any(term.held.overlaps(date) for term in person.terms)
                message = f"'{person.name}' has no office{f' of {party}' if elsewhere else ''} at {date}"
                yield warning("BG218", fact.at(name), message, "add a term to data/people.yaml", fact)


def _acts(fact: Fact) -> Iterator[tuple[str, str, str, Date]]:
    """Field, person, party and date of whoever acts in a fact."""
    if isinstance(fact, Cochair) and fact.during:
        yield "person", fact.person, fact.party, fact.during
    if isinstance(fact, Contact) and fact.person and fact.during:
        yield "person", fact.person, fact.party, fact.during
    if isinstance(fact, Visit) and fact.date:
        if fact.visitor and fact.visitor.person:
            yield "visitor", fact.visitor.person, fact.visitor.party, fact.date
        yield from (("counterparts", a.person, a.party, fact.date) for a in fact.counterparts if a.person)
