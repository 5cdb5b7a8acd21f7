"""What happens once is told once.

What it checks: milestones of kind diplomatic_relations, and independence of one party.

Why it matters: anniversaries and "before the relations" are counted from these dates; two of them count two ways.

Example: two milestones of kind diplomatic_relations, of 1994 and 1992.

How to fix: keep the one whose source is better; the other date belongs into its note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import MilestoneKind
from briefgen.model.kinds.milestones import Milestone
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_KINDS = frozenset({MilestoneKind.DIPLOMATIC_RELATIONS, MilestoneKind.INDEPENDENCE})


def single_events_happen_once(relation: Relation) -> Iterator[Finding]:
    """BG224 for the second milestone of a kind that happens once."""
    seen: dict[tuple[MilestoneKind, str], Milestone] = {}
    for fact in relation.facts:
        if isinstance(fact, Milestone) and fact.kind in _KINDS:
            whose = "" if fact.kind is MilestoneKind.DIPLOMATIC_RELATIONS else str(fact.title)
            first = seen.setdefault((fact.kind, whose), fact)
            if first is not fact:
                message = f"'{fact.id}' tells {fact.kind.replace('_', ' ')} again, first '{first.id}' of {first.date}"
                yield warning("BG224", fact.at("kind"), message, "keep the one whose source is better", fact)
