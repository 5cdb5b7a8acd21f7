"""An event has a date.

What it checks: milestones, visits, signed documents and other events (what may stand in a short timeline) without a
date.

Why it matters: what has no date stands at the end of every timeline, and `--as-of` cannot leave it out.

Example: a visit whose source says "in recent years".

How to fix: write what the source allows: `2019~`, `2017/..`, `../2021`; keep its words in `as_stated` and list
the date under `inferred`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import DOCUMENTS
from briefgen.model.facts.declarations import values_of, values_with
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.known import dates_of
from briefgen.model.kinds.agreements import Agreement
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_DATES = frozenset({FieldRole.HAPPENED, FieldRole.SCHEDULED})
"""What says when an event is, or what it was laid down for."""


def events_have_dates(relation: Relation) -> Iterator[Finding]:
    """BG226 for an event that is dated in words only, or not at all."""
    for fact in relation.facts:
        if _lacks_date(fact):
            message = f"'{fact.id}' has no date"
            hint = "write what the source allows, such as 2019~ or ../2021, and list the field under inferred"
            yield warning("BG226", fact.place, message, hint, fact)


def _lacks_date(fact: Fact) -> bool:
    if isinstance(fact, Agreement) and fact.kind not in DOCUMENTS:
        return False
    is_event = next(values_with(fact, FieldRole.MAJOR), None) is not None
    return is_event and not any(field.role in _DATES for field, _ in dates_of(fact)) and not _may_be_to_come(fact)


def _may_be_to_come(fact: Fact) -> bool:
    """Whether its state is said to be one before the event, such as under negotiation, or is not known."""
    happens = {field.name for field, _ in values_of(fact) if field.role is FieldRole.HAPPENED}
    for field, word in values_of(fact):
        reached = [field.choices.index(said) for said, date in field.narrowed.dated if date in happens]
        if reached and (word == field.default or field.choices.index(word) < min(reached)):
            return True
    return False
