"""A party has one co-chair at a time.

What it checks: co-chairs of one party in a mechanism, with overlapping times.

Why it matters: the brief would name two people for one chair.

Example: two people of PAK, both `during: 2021`.

How to fix: narrow the times; a successor begins where the predecessor ends.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from briefgen.model.kinds.mechanisms import Mechanism
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def cochairs_are_one_at_a_time(relation: Relation) -> Iterator[Finding]:
    """BG262 for the second person in a chair."""
    for body in relation.facts:
        if isinstance(body, Mechanism):
            for one, other in combinations(body.cochairs, 2):
                same = one.party == other.party and one.person != other.person
                if same and one.during and other.during and one.during.overlaps(other.during):
                    message = f"'{body.id}' has two co-chairs of {one.party} in {other.during}"
                    yield warning("BG262", other.at("during"), message, "narrow the times of the two", body)
