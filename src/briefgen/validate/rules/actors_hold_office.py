"""Who acts in office held it then.

What it checks: visitors, counterparts and co-chairs with a person against the terms in people.yaml.

Why it matters: titles are computed from terms: without one a brief prints the bare name.

Example: a visit of 2015 by a person whose only term is attested for 2019.

How to fix: add a term, or widen `held` to what a source attests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.relation import every_fact
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
        for name, key, date in _acts(fact):
            person = relation.people.get(key)
            if person and not any(term.held.overlaps(date) for term in person.terms):
                message = f"'{person.name}' has no office at {date}"
                yield warning("BG218", fact.at(name), message, "add a term to data/people.yaml", fact)


def _acts(fact: Fact) -> Iterator[tuple[str, str, Date]]:
    if isinstance(fact, Cochair) and fact.during:
        yield "person", fact.person, fact.during
    if isinstance(fact, Visit) and fact.date:
        if fact.visitor and fact.visitor.person:
            yield "visitor", fact.visitor.person, fact.date
        yield from (("counterparts", a.person, fact.date) for a in fact.counterparts if a.person)
