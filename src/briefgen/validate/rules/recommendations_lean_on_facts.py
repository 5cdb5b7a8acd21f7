"""A recommendation leans on facts.

What it checks: recommendations with an empty `facts`.

Why it matters: "why?" is the first question, and the rationale in a brief is made from these facts.

Example: "give academic exchange room to grow" without any fact.

How to fix: name the facts it follows from; where the source gives none, say so with `ignore: [REC-LINK]` and
the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.kinds.recommendations import Recommendation
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def recommendations_lean_on_facts(relation: Relation) -> Iterator[Finding]:
    """BG250 for a recommendation that follows from nothing."""
    for fact in relation.facts:
        if isinstance(fact, Recommendation) and not fact.facts:
            message = f"'{fact.id}' names no facts that it follows from"
            yield warning("BG250", fact.place, message, "add facts: [...]", fact)
