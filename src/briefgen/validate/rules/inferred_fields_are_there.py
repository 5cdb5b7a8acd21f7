"""What is marked as inferred is there.

What it checks: names under `inferred` against the fields that the record fills.

Why it matters: a mistyped name marks nothing: readers would take an inferred value for a stated one.

Example: `inferred: [vanue]`.

How to fix: write the field's name as it stands in the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import did_you_mean
from briefgen.model.facts.relation import every_fact
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def inferred_fields_are_there(relation: Relation) -> Iterator[Finding]:
    """BG257 for a name under `inferred` that the record does not fill."""
    for fact in every_fact(relation):
        for name in fact.inferred:
            if name not in fact.places:
                hint = did_you_mean(name, fact.places.keys() - {"id", "inferred"})
                yield error("BG257", fact.at("inferred"), f"'{fact.id}' has no '{name}' to infer", hint, fact)
