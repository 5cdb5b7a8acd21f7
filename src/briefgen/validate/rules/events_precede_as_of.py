"""What is told as past is past.

What it checks: every date that a fact or a part of one has against the relation's as-of date: an event by its first
day, a figure by the last day of its period, a value by the end of the time that it holds for. An end may lie ahead,
and so may what a judgement speaks of where `recorded` says when it was known. `recorded` itself may not.

Why it matters: a brief as of a date cannot report what came later, and leaves it out.

Example: a visit of 2027 in a relation as of 2021.

How to fix: correct the date, or move `as_of` on. Of what is yet to happen write `planned: true`, with `recorded`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.known import dates_of, is_reached, may_lie_ahead
from briefgen.model.facts.relation import every_fact
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date
    from briefgen.validate.finding import Finding


_HINT = "correct the date, or move as_of on; of what is yet to happen write planned: true, and recorded"


def events_precede_as_of(relation: Relation) -> Iterator[Finding]:
    """BG208 for a date, or a day of recording, that the as-of date has not reached."""
    for fact in every_fact(relation):
        if fact.recorded and not is_reached(FieldRole.RECORDED, fact.recorded, relation.as_of):
            message = f"'{fact.id}' was recorded {fact.recorded}, but the data is as of {relation.as_of}"
            yield warning("BG208", fact.at("recorded"), message, "move as_of on, or correct the day", fact)
        elif not fact.planned:
            yield from _ahead(fact, relation.as_of)


def _ahead(fact: Fact, as_of: Date) -> Iterator[Finding]:
    for field, date in dates_of(fact):
        if not is_reached(field.role, date, as_of) and not may_lie_ahead(fact, field):
            message = f"'{fact.id}' is dated {date}, but the data is as of {as_of}"
            yield warning("BG208", fact.at(field.name), message, _HINT, fact)
