"""A period that is only implied is named as such.

What it checks: figures of trade and of series whose period is marked `?`.

Why it matters: the year carries the figure; readers must know that the source does not write it.

Example: period `2020?`.

How to fix: find a source that states the period; until then briefs print it with a question mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.observations import Observation
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def implied_periods_are_named(relation: Relation) -> Iterator[Finding]:
    """BG211 for a period in doubt."""
    for fact in relation.facts:
        if isinstance(fact, Observation) and fact.period.uncertain:
            message = f"'{fact.id}' has the period {fact.period}, which its source does not state"
            yield info("BG211", fact.at("period"), message, "look for a source that states it", fact)
