"""Evidence speaks for a judgement or against it.

What it checks: facts that an assessment names under both `supports` and `contradicts`.

Why it matters: the brief would cite one figure on both sides.

Example: a trade figure in both lists.

How to fix: take it out of one list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.kinds.assessments import Assessment
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def evidence_points_one_way(relation: Relation) -> Iterator[Finding]:
    """BG263 for a fact on both sides."""
    for fact in relation.facts:
        if isinstance(fact, Assessment):
            for key in fact.supports:
                if key in fact.contradicts:
                    message = f"'{key}' is to speak for '{fact.id}' and against it"
                    yield error("BG263", fact.at("contradicts"), message, "take it out of one list", fact)
