"""Every reference is leaned on.

What it checks: references that no fact names.

Why it matters: a stray record is often the rest of another article's list; at best it is work not yet done.

Example: a newspaper article on another country in the library of this relation.

How to fix: name it in a fact, delete it, or move it to rejected.yaml with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.relation import every_fact
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def references_are_used(relation: Relation) -> Iterator[Finding]:
    """BG246 for a reference that nothing leads to."""
    used = {source.ref for fact in every_fact(relation) for source in fact.sources}
    for reference in relation.references.values():
        if relation.facts and reference.id not in used:
            message = f"no fact names '{reference.id}'"
            yield warning("BG246", reference.place, message, "name it in a fact, or delete it", reference)
