"""Priorities are an order.

What it checks: recommendations with the same `priority`.

Why it matters: which of the two comes first, and which one a short brief leaves out, would be chance.

Example: two recommendations with priority 1.

How to fix: number them 1, 2, 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.kinds.recommendations import Recommendation
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def priorities_are_apart(relation: Relation) -> Iterator[Finding]:
    """BG252 for the second bearer of a priority."""
    seen: dict[int, Recommendation] = {}
    for fact in relation.facts:
        if isinstance(fact, Recommendation) and fact.priority is not None:
            first = seen.setdefault(fact.priority, fact)
            if first is not fact:
                message = f"'{fact.id}' has priority {fact.priority}, as has '{first.id}'"
                yield warning("BG252", fact.at("priority"), message, "number them 1, 2, 3", fact)
