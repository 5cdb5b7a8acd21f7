"""Every id names one thing.

What it checks: ids of facts and of their parts within the relation.

Why it matters: links, origins and anchors lead by id; a second bearer would be taken for the first.

Example: two visits with `id: visit-2015`.

How to fix: rename one of the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.relation import every_fact
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def ids_are_unique(relation: Relation) -> Iterator[Finding]:
    """BG201 for the second bearer of an id."""
    seen: dict[str, Fact] = {}
    for fact in every_fact(relation):
        first = seen.setdefault(fact.id, fact)
        if first is not fact:
            message = f"the id '{fact.id}' is used twice, first in {first.place.path}:{first.place.line}"
            yield error("BG201", fact.at("id"), message, "rename one of the two", fact)
