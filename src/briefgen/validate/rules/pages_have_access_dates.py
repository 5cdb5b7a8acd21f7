"""A page has the date on which it was read.

What it checks: web pages without `accessed`, and references read before they were issued.

Why it matters: pages change: without the date of access nobody can say which text was read.

Example: a webpage without `accessed`.

How to fix: add the date in the reference manager and export again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_ONLINE = frozenset({"webpage", "post", "post-weblog", "article-newspaper"})


def pages_have_access_dates(relation: Relation) -> Iterator[Finding]:
    """BG247 for a page of unknown or impossible access."""
    for reference in relation.references.values():
        read, issued = reference.accessed, reference.issued
        if reference.type in _ONLINE and read is None:
            message = f"'{reference.id}' is a {reference.type} without a date of access"
            yield warning("BG247", reference.place, message, "add accessed", reference)
        if read and issued and read.sort_key[1] < issued.sort_key[0]:
            message = f"'{reference.id}' was read {read}, before it was issued {issued}"
            yield warning("BG247", reference.place, message, "compare both dates with the page", reference)
