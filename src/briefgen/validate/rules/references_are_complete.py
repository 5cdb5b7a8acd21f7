"""A reference has what a reader needs.

What it checks: web pages without an access date; references without author and date.

Why it matters: pages change: without the date of access nobody can say which text was read.

Example: a webpage without `accessed`.

How to fix: add the field in the reference manager and export again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.validate.finding import info, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.relation import Relation
    from briefgen.validate.finding import Finding


_ONLINE = frozenset({"webpage", "post", "post-weblog", "article-newspaper"})


def references_are_complete(relation: Relation) -> Iterator[Finding]:
    """BG219 for a reference with gaps."""
    for reference in relation.references.values():
        if reference.type in _ONLINE and reference.accessed is None:
            message = f"'{reference.id}' is a {reference.type} without a date of access"
            yield warning("BG219", reference.place, message, "add accessed")
        elif not reference.authors and reference.issued is None:
            message = f"'{reference.id}' names neither author nor date"
            yield info("BG219", reference.place, message, "look whether the page names them")
