"""A mechanism meets as often as it should.

What it checks: the last dated session of a mechanism against its `cadence`, at the as-of date.

Why it matters: a body that no longer meets is no achievement, and reviving it may be the first thing to ask for.

Example: `cadence: yearly`, last session 2018, as of 2021.

How to fix: add the sessions since, or correct the cadence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.kinds.mechanisms import Mechanism
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date
    from briefgen.validate.finding import Finding


def mechanisms_meet(relation: Relation, as_of: Date) -> Iterator[Finding]:
    """BG268 for a mechanism that has skipped two sessions."""
    for body in relation.facts:
        if not isinstance(body, Mechanism):
            continue
        months = body.cadence.months if body.cadence else None
        dates = [session.date for session in body.sessions if session.date]
        if months and dates:
            last = max(dates, key=lambda date: date.sort_key)
            if last.months_to(as_of) > 2 * months:
                message = f"'{body.id}' is to meet {str(body.cadence).replace('_', '-')}, its last session was {last}"
                yield warning("BG268", body.at("cadence"), message, "add the sessions since", body)
