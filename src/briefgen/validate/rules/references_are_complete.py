"""A reference has what a reader needs.

What it checks: references without author and date.

Why it matters: a reader judges a source by who wrote it and when.

Example: a webpage with neither `author` nor `issued`.

How to fix: add the field in the reference manager and export again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def references_are_complete(relation: Relation) -> Iterator[Finding]:
    """BG219 for a reference with gaps."""
    for reference in relation.references.values():
        if not reference.authors and reference.issued is None:
            message = f"'{reference.id}' names neither author nor date"
            yield info("BG219", reference.place, message, "look whether the page names them", reference)
