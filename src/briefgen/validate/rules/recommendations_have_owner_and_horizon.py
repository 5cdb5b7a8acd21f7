"""A recommendation says who, and by when.

What it checks: recommendations without `owner`, or whose `horizon` is absent or open; told once, with the count.

Why it matters: what nobody is to do by no date is not done.

Example: 14 of 16 recommendations with an open horizon.

How to fix: ask the author; `ongoing` is a horizon, `open` is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import Horizon
from briefgen.model.kinds.recommendations import Recommendation
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def recommendations_have_owner_and_horizon(relation: Relation) -> Iterator[Finding]:
    """BG251 at the first recommendation without an owner, and at the first without a horizon."""
    asked = [fact for fact in relation.facts if isinstance(fact, Recommendation)]
    ownerless = [fact for fact in asked if fact.owner is None]
    timeless = [fact for fact in asked if fact.horizon in {None, Horizon.OPEN}]
    for found, name in ((ownerless, "owner"), (timeless, "horizon")):
        if found:
            have = "has" if len(found) == 1 else "have"
            message = f"{len(found)} of {len(asked)} recommendations {have} no {name}, first '{found[0].id}'"
            yield info("BG251", found[0].at(name), message, f"say the {name} where the source does", found[0])
