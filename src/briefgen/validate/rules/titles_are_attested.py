"""Who is named today holds office today.

What it checks: the latest co-chair of each party in a mechanism, unless the time in the chair is said to be over:
whether one of the person's terms of that party covers the as-of date.

Why it matters: a brief that names last year's minister embarrasses its reader.

Example: a co-chair whose term is attested until 2021, in a brief as of 2026.

How to fix: look up who holds the chair now; add the successor, or widen `held` in people.yaml to what a source
attests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.known import is_reached
from briefgen.model.kinds.mechanisms import Cochair, Mechanism
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date
    from briefgen.validate.finding import Finding


def titles_are_attested(relation: Relation, as_of: Date) -> Iterator[Finding]:
    """BG269 for a co-chair without a term at the as-of date."""
    for body in relation.facts:
        if isinstance(body, Mechanism):
            seated = [c for c in body.cochairs if c.during is None or is_reached(FieldRole.DURING, c.during, as_of)]
            latest = {chair.party: chair for chair in sorted(seated, key=_since)}
            for chair in latest.values():
                person = relation.people.get(chair.person)
                terms = [term for term in person.terms if term.party == chair.party] if person else []
                if (
                    person
                    and terms
                    and not (_is_over(chair, as_of) or any(term.held.overlaps(as_of) for term in terms))
                ):
                    last = terms[-1]
                    message = f"'{person.name}' is attested as {last.title} for {last.held}, not as of {as_of}"
                    yield warning("BG269", chair.at("person"), message, "look up who holds the chair now", chair)


def _since(chair: Cochair) -> tuple[object, ...]:
    return chair.during.sort_key if chair.during else ()


def _is_over(chair: Cochair, as_of: Date) -> bool:
    """Whether its time is said to have ended; `../2021` says by when it was attested, and of its end nothing."""
    time = chair.during
    return time is not None and time.has_end and time.lower is not None and not time.overlaps(as_of)
