"""Dates follow each other as events do.

What it checks: what begins or ends after what it follows on, such as entry into force after signature; sessions with
rising numbers and dates.

Why it matters: an order that cannot be shows a slip in one of the dates.

Example: signed 2015-08-10, in force 2015-08-01.

How to fix: compare both dates with the source.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.known import dates_of
from briefgen.model.facts.relation import every_fact
from briefgen.model.kinds.mechanisms import Mechanism
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_COURSE = (FieldRole.HAPPENED, FieldRole.BEGINS, FieldRole.ENDS)
_AFTER = {
    FieldRole.HAPPENED: frozenset({*_COURSE, FieldRole.SCHEDULED}),
    FieldRole.BEGINS: frozenset({FieldRole.ENDS}),
}
"""Role → those whose dates lie behind it. What came about in stages is declared in their order; what is due may be done
before, or after."""


def dates_are_in_order(relation: Relation) -> Iterator[Finding]:
    """BG209 for dates in an impossible order."""
    for fact in every_fact(relation):
        yield from _course(fact)
        if isinstance(fact, Mechanism):
            yield from _sessions(fact)


def _course(fact: Fact) -> Iterator[Finding]:
    """What happened, what began with it, what ended."""
    dates = sorted(dates_of(fact), key=lambda dated: _place(dated[0].role))
    for (earlier, one), (later, other) in combinations(dates, 2):
        if later.role in _AFTER.get(earlier.role, ()) and other.sort_key[1] < one.sort_key[0]:
            message = f"'{fact.id}' has {later.name} {other}, before {earlier.name} {one}"
            yield error("BG209", fact.at(later.name), message, "compare both dates with the source", fact)


def _place(role: FieldRole) -> int:
    return _COURSE.index(role) if role in _COURSE else len(_COURSE)


def _sessions(body: Mechanism) -> Iterator[Finding]:
    numbered = sorted((s for s in body.sessions if s.number and s.date), key=lambda s: s.number or 0)
    for one, other in pairwise(numbered):
        if one.date and other.date and other.date.sort_key[1] < one.date.sort_key[0]:
            message = f"session {other.number} ({other.date}) lies before session {one.number} ({one.date})"
            yield error("BG209", other.at("date"), message, "compare both dates with the source", body)
