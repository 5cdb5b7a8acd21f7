"""What is planned can be told as a plan.

What it checks: facts and parts with `planned: true`: they say since when the plan is known (`recorded`), they are of a
kind that happens, their date has an end, and they have no parts.

Why it matters: a brief tells a plan from the day that it became known until its date is over. Without the one or the
other it would be told nowhere, or for ever. What is yet to happen has no parts: no brief would tell them.

Example: a visit with `planned: true` and `date: 2027/..`, without `recorded`; a planned mechanism with a session.

How to fix: add `recorded` with the day on which you learned of it; write a date with an end, or none; of what does not
happen, such as a figure or a position, take `planned` out. Of what is planned, take the parts out; where they took
place, it exists, and `planned` comes out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.declarations import values_of
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.known import can_be_planned, dates_of
from briefgen.model.facts.relation import every_fact
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date
    from briefgen.validate.finding import Finding


def plans_are_plans(relation: Relation) -> Iterator[Finding]:
    """BG285 for a plan that no brief could tell, or that every brief would tell for ever."""
    for fact in every_fact(relation):
        if not fact.planned:
            continue
        endless = next((pair for pair in dates_of(fact) if _has_no_end(*pair)), None)
        if not can_be_planned(fact):
            message = f"'{fact.id}' cannot be planned: a record of this kind does not happen on a day"
            yield error("BG285", fact.at("planned"), message, "take 'planned' out", fact)
        elif fact.recorded is None:
            message = f"'{fact.id}' is planned, but nothing says since when that is known"
            yield error("BG285", fact.at("planned"), message, "add recorded: with the day you learned of it", fact)
        elif endless:
            field, date = endless
            message = f"'{fact.id}' is planned for {date}, which has no end: it would be a plan for ever"
            yield error("BG285", fact.at(field.name), message, "write a date with an end, or leave the date out", fact)
        yield from _parts(fact)


def _parts(fact: Fact) -> Iterator[Finding]:
    """What has not happened has no parts yet, and no brief tells them."""
    for field, value in values_of(fact):
        if field.role is FieldRole.PARTS and value and can_be_planned(fact):
            each = field.narrowed.each.partition(" ")[2]
            message = f"'{fact.id}' is planned, and what is planned has no {each} yet: no brief tells of it"
            yield error("BG285", fact.at(field.name), message, f"take 'planned' out, or '{field.name}'", fact)


def _has_no_end(field: DeclaredField, date: Date) -> bool:
    return field.role is FieldRole.HAPPENED and date.upper is None
