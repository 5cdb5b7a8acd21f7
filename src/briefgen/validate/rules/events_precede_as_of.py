"""What is told as past is past.

What it checks: dates of milestones, visits, agreements and sessions against the relation's as-of date.

Why it matters: a brief as of a date cannot report what came later.

Example: a visit of 2027 in a relation as of 2021.

How to fix: correct the date, or move `as_of` on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.relation import every_fact
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_FIELDS = ("date", "signed", "in_force", "created")


def events_precede_as_of(relation: Relation) -> Iterator[Finding]:
    """BG208 for an event that begins after the as-of date."""
    for fact in every_fact(relation):
        for name in _FIELDS:
            date = getattr(fact, name, None)
            if date and date.sort_key[0] > relation.as_of.sort_key[1]:
                message = f"'{fact.id}' is dated {date}, but the data is as of {relation.as_of}"
                yield warning("BG208", fact.at(name), message, "correct the date, or move as_of on", fact)
