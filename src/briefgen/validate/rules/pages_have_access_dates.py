"""A page has the date on which it was read.

What it checks: web pages, and articles of newspapers with an address, without `accessed`; and references read before
they were issued.

Why it matters: pages change: without the date of access nobody can say which text was read.

Example: a webpage without `accessed`.

How to fix: add the date in the reference manager and export again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import with_article
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_ONLINE = {"webpage": "webpage", "post": "post", "post-weblog": "post in a blog"}
"""What is always read on its page → how a message calls it."""
_WITH_ADDRESS = {"article-newspaper": "article of a newspaper"}
"""What is read on its page where an address is given, and in print else."""


def pages_have_access_dates(relation: Relation) -> Iterator[Finding]:
    """BG247 for a page of unknown or impossible access."""
    for reference in relation.references.values():
        read, issued = reference.accessed, reference.issued
        kind = _ONLINE.get(reference.type) or (_WITH_ADDRESS.get(reference.type) if reference.url else None)
        if kind and read is None:
            message = f"'{reference.id}' is {with_article(kind)} without a date of access"
            yield warning("BG247", reference.place, message, "add accessed", reference)
        if read and issued and read.sort_key[1] < issued.sort_key[0]:
            message = f"'{reference.id}' was read {read}, before it was issued {issued}"
            yield warning("BG247", reference.place, message, "compare both dates with the page", reference)
