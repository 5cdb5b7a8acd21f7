"""Visits and agreements follow diplomatic relations.

What it checks: visits and agreements against the milestone of kind diplomatic_relations.

Why it matters: an earlier one is rare enough to be a slip.

Example: an agreement of 1992 with relations from 1994.

How to fix: check the date; if it is right, add `ignore: [DAT-BEFORE-REL]` with the reason as a comment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import MilestoneKind
from briefgen.model.kinds.agreements import Agreement
from briefgen.model.kinds.milestones import Milestone
from briefgen.model.kinds.visits import Visit
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def events_follow_recognition(relation: Relation) -> Iterator[Finding]:
    """BG210 for a visit or agreement before the relations began."""
    steps = [fact for fact in relation.facts if isinstance(fact, Milestone)]
    begun = [step.date for step in steps if step.kind is MilestoneKind.DIPLOMATIC_RELATIONS]
    start = next((date for date in begun if date), None)
    for fact in relation.facts:
        date = fact.signed if isinstance(fact, Agreement) else None
        date = fact.date if isinstance(fact, Visit) else date
        if start and date and date.upper and date.sort_key[1] < start.sort_key[0]:
            name = "signed" if isinstance(fact, Agreement) else "date"
            message = f"'{fact.id}' of {date} lies before the diplomatic relations of {start}"
            yield warning("BG210", fact.at(name), message, "check the date with the source", fact)
