"""Somebody has entered what came of a plan.

What it checks: facts and parts with `planned: true` whose date is over on the as-of date; of those without a date,
whether the plan has been on record for a year.

Why it matters: briefs do not tell such a plan any more, neither as a plan nor as done. What the reader asks first is
missing from them.

Example: a visit planned for 12 May 2027, as of 13 May 2027.

How to fix: where it took place, take `planned` out and correct the rest of the record. Where it was put off, write the
new date; where it was called off, delete the record, or enter that as an event of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.known import Standing, event_date, standing
from briefgen.model.facts.relation import every_fact
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date
    from briefgen.validate.finding import Finding

_MONTHS = 12
"""So long a plan without a date is taken for one."""


def plans_come_true(relation: Relation, as_of: Date) -> Iterator[Finding]:
    """BG286 for a plan whose time is over."""
    for fact in every_fact(relation):
        hint = "enter what came of it: take 'planned' out, write the new date, or delete it"
        if fact.planned and standing(fact, as_of) is Standing.OVERTAKEN:
            message = f"'{fact.id}' was planned for {event_date(fact)}, which is over: what came of it?"
            yield warning("BG286", fact.at("planned"), message, hint, fact)
        elif fact.planned and _is_old(fact, as_of):
            message = f"'{fact.id}' has been planned since {fact.recorded}, without a date: is it still?"
            yield warning("BG286", fact.at("planned"), message, hint, fact)


def _is_old(fact: Fact, as_of: Date) -> bool:
    undated = event_date(fact) is None and fact.recorded is not None
    return undated and fact.recorded is not None and fact.recorded.months_to(as_of) >= _MONTHS
