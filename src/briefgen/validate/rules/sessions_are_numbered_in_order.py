"""Sessions are numbered 1, 2, 3.

What it checks: numbers of listed sessions: none twice, and none missing where `list_complete: true`.

Why it matters: "the fourth session" must be one session.

Example: two sessions with `number: 4`.

How to fix: compare the numbers with the source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.kinds.mechanisms import Mechanism
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def sessions_are_numbered_in_order(relation: Relation) -> Iterator[Finding]:
    """BG233 for a number that is used twice or left out."""
    for body in relation.facts:
        if isinstance(body, Mechanism):
            seen: set[int] = set()
            for session in body.sessions:
                if session.number in seen:
                    message = f"'{body.id}' has two sessions number {session.number}"
                    yield error("BG233", session.at("number"), message, "compare the numbers with the source", body)
                seen.update([session.number] if session.number else [])
            missing = sorted(set(range(1, len(body.sessions) + 1)) - seen)
            if body.list_complete and seen and missing:
                message = f"'{body.id}' lists all its sessions, but none with number {missing[0]}"
                yield error("BG233", body.at("sessions"), message, "number them 1, 2, 3", body)
