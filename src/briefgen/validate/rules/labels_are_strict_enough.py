"""A label is as strict as its kind asks.

What it checks: records whose label, or that of their file, is below the least that their kind may have: a line to take
that is public.

Why it matters: such a record counts as the least all the same, and readers whom the label seems to let see it do not.

Example: `sensitivity: public` of a line to take.

How to fix: write `official` or `restricted`. What the public may hear is a position.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.kinds import kind_of
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def labels_are_strict_enough(relation: Relation) -> Iterator[Finding]:
    """BG290 for a label that is looser than the kind allows."""
    for fact in relation.facts:
        kind = kind_of(fact)
        if kind is not None and fact.sensitivity < kind.least:
            label, least = fact.sensitivity.word, kind.least.word
            message = f"'{fact.id}' is labelled {label}, but {kind.what} counts as {least} at least"
            yield warning("BG290", fact.at("sensitivity"), message, f"write {least}, or stricter", fact)
