"""Products have ranks of their own.

What it checks: ranks of products that one party sells, in one period.

Why it matters: two products in third place leave none in fourth: the order of the table is a guess.

Example: two products with rank 1.

How to fix: compare the ranks with the source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.kinds.products import Product
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def ranks_are_apart(relation: Relation) -> Iterator[Finding]:
    """BG266 for the second product of a rank."""
    seen: dict[tuple[object, ...], Product] = {}
    for fact in relation.facts:
        if isinstance(fact, Product) and fact.rank is not None:
            first = seen.setdefault((fact.exporter, fact.period and fact.period.span, fact.rank), fact)
            if first is not fact:
                message = f"'{fact.id}' has rank {fact.rank}, as has '{first.id}'"
                yield warning("BG266", fact.at("rank"), message, "compare the ranks with the source", fact)
