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

from briefgen.model.facts.controlled_vocabularies import DOCUMENTS, AgreementState
from briefgen.model.facts.declarations import values_of
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.kinds.agreements import Agreement
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_UNSIGNED = frozenset({AgreementState.NEGOTIATING, AgreementState.INITIALLED, AgreementState.UNKNOWN})


def events_have_dates(relation: Relation) -> Iterator[Finding]:
    """BG226 for an event that is dated in words only, or not at all."""
    for fact in relation.facts:
        if _lacks_date(fact):
            message = f"'{fact.id}' has no date"
            hint = "write what the source allows, such as 2019~ or ../2021, and list the field under inferred"
            yield warning("BG226", fact.place, message, hint, fact)


def _lacks_date(fact: Fact) -> bool:
    if isinstance(fact, Agreement) and (fact.kind not in DOCUMENTS or fact.state in _UNSIGNED):
        return False
    is_event = any(field.role is FieldRole.MAJOR for field, _ in values_of(fact))
    return is_event and all(date is None for field, date in values_of(fact) if field.role is FieldRole.HAPPENED)
