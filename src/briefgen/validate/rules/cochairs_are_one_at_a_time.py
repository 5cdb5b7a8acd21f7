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
    from briefgen.model.values.date import Date
    from briefgen.validate.finding import Finding


def cochairs_are_one_at_a_time(relation: Relation) -> Iterator[Finding]:
    """BG262 for the second person in a chair."""
    for body in relation.facts:
        if isinstance(body, Mechanism):
            for one, other in combinations(body.cochairs, 2):
                same = one.party == other.party and one.person != other.person
                if same and one.during and other.during and _share_a_time(one.during, other.during):
                    message = f"'{body.id}' has two co-chairs of {one.party} in {other.during}"
                    yield warning(
                        "BG262", other.at("during"), message, "let the successor begin where the predecessor ends", body
                    )


def _share_a_time(one: Date, other: Date) -> bool:
    """Whether both held the chair at once, beyond the day, month or year in which the one handed it to the other."""
    return one.overlaps(other) and not (_hands_over(one, other) or _hands_over(other, one))


def _hands_over(one: Date, other: Date) -> bool:
    return "/" in one.text and one.end_begins is not None and one.end_begins == other.lower
