"""The count of sessions fits the list.

What it checks: sessions_held against the sessions that are listed. Another number in a list that is called complete is
an error; fewer listed than held is a warning, unless the list is said to be open: `list_complete: false`.

Why it matters: a brief would print two different numbers.

Example: 5 held, 6 listed.

How to fix: correct the count, complete the list, or write `list_complete: false` where the source counts sessions and
lists only some of them, or none. More listed than held is wrong in any case.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.model.kinds.mechanisms import Mechanism
from briefgen.validate.finding import error, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.quantity import Interval
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
            elif not bounds.holds(Decimal(listed)) and not _is_open(body, listed, bounds):
                yield warning("BG212", held.at("value"), message, "correct the count or the list", body)


def _is_open(body: Mechanism, listed: int, bounds: Interval) -> bool:
    """Whether the list is said to lack some of the sessions, and may: it is not longer than the count."""
    return "list_complete" in body.places and (bounds.high is None or listed <= bounds.high)
