"""The count of sessions fits the list.

What it checks: sessions_held against the sessions that are listed; fewer listed than held is a warning, another number
in a list that is called complete an error.

Why it matters: a brief would print two different numbers.

Example: 5 held, 6 listed.

How to fix: correct the count, complete the list, or set `list_complete: false`; where the source counts sessions and
lists none, say so: `ignore: [MEC-COUNT]  # the source counts the sessions and lists none`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.model.kinds.mechanisms import Mechanism
from briefgen.validate.finding import error, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def sessions_fit_the_count(relation: Relation) -> Iterator[Finding]:
    """BG212 where list and count disagree."""
    for body in relation.facts:
        if not isinstance(body, Mechanism):
            continue
        listed = len(body.sessions)
        for held in body.sessions_held:
            bounds = held.value.interval
            message = f"'{body.id}': {held.value.value} sessions held, {listed} listed"
            if body.list_complete and not bounds.holds(Decimal(listed)):
                yield error("BG212", held.at("value"), message, "correct the count or the list", body)
            elif not bounds.holds(Decimal(listed)):
                yield warning("BG212", held.at("value"), message, "correct the count or the list", body)
