"""An anniversary fits what it counts from.

What it checks: milestones of kind anniversary: base year plus years against their own date.

Why it matters: a wrong anniversary is an embarrassment in a speech.

Example: 25 years after 1994 in 2018.

How to fix: correct the date, the years, or the milestone it counts from.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.model.kinds.milestones import Milestone
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def anniversaries_count_right(relation: Relation) -> Iterator[Finding]:
    """BG221 where base and years do not give the date."""
    steps = {fact.id: fact for fact in relation.facts if isinstance(fact, Milestone)}
    for fact in steps.values():
        base = steps.get(fact.counts_from or "")
        if not (base and base.date and base.date.year and fact.date and fact.date.year and fact.years):
            continue
        if not fact.years.interval.holds(Decimal(fact.date.year - base.date.year)):
            counted = base.date.year + int(fact.years.value)
            message = f"{base.date.year} + {int(fact.years.value)} = {counted}, but '{fact.id}' is dated {fact.date}"
            yield warning("BG221", fact.at("date"), message, "correct the date or the years", fact)
