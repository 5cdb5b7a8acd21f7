"""Dates follow each other as events do.

What it checks: entry into force after signature; sessions with rising numbers and dates.

Why it matters: an order that cannot be shows a slip in one of the dates.

Example: signed 2015-08-10, in force 2015-08-01.

How to fix: compare both dates with the source.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.model.facts import entities
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def dates_are_in_order(relation: Relation) -> Iterator[Finding]:
    """BG209 for dates in an impossible order."""
    for fact in relation.facts:
        if isinstance(fact, entities.Agreement):
            yield from _agreement(fact)
        if isinstance(fact, entities.Mechanism):
            yield from _sessions(fact)


def _agreement(fact: entities.Agreement) -> Iterator[Finding]:
    signed, in_force = fact.signed, fact.in_force
    if signed and in_force and in_force.sort_key[1] < signed.sort_key[0]:
        message = f"'{fact.id}' is in force {in_force}, before its signature {signed}"
        yield error("BG209", fact.at("in_force"), message, "compare both dates with the source", fact)


def _sessions(body: entities.Mechanism) -> Iterator[Finding]:
    numbered = sorted((s for s in body.sessions if s.number and s.date), key=lambda s: s.number or 0)
    for one, other in pairwise(numbered):
        if one.date and other.date and other.date.sort_key[1] < one.date.sort_key[0]:
            message = f"session {other.number} ({other.date}) lies before session {one.number} ({one.date})"
            yield error("BG209", other.at("date"), message, "compare both dates with the source", body)
