"""Every fact has a source.

What it checks: facts without any reference. A headline that leans on facts has theirs.

Why it matters: a reader must be able to follow each statement; audiences may leave out what has no source.

Example: a visit without `sources`.

How to fix: add `sources: [{ref: ..., quote: ...}]`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.leaning_texts import rests_on_facts
from briefgen.model.facts.relation import every_fact
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def facts_have_sources(relation: Relation) -> Iterator[Finding]:
    """BG214 for a fact that leans on nothing."""
    for fact in every_fact(relation):
        if not fact.sources and not rests_on_facts(fact):
            yield warning(
                "BG214", fact.place, f"'{fact.id}' has no source", "add sources: [{ref: ..., quote: ...}]", fact
            )
