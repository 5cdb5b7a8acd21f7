"""Every source is in the library.

What it checks: the references that facts name.

Why it matters: a figure whose reference is missing leads nowhere.

Example: `ref: raza-nawas-2021`.

How to fix: write the id as references.json has it, or export the reference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import nearly_or
from briefgen.model.facts.relation import every_fact
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def sources_exist(relation: Relation) -> Iterator[Finding]:
    """BG213 for a source that is no reference."""
    for fact in every_fact(relation):
        for source in fact.sources:
            if source.ref not in relation.references:
                hint = nearly_or(source.ref, relation.references, "add it to references.json, or name one of it")
                yield error("BG213", source.place, f"there is no reference '{source.ref}'", hint, fact)
