"""A reference stands in the library once.

What it checks: URLs and DOIs of references.

Why it matters: the list of sources names one page twice, and a fact seems to have two witnesses.

Example: `pakemb` and `pakembminsk-overview` with one URL.

How to fix: keep one record, and write its id into the facts that name the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Reference, Relation
    from briefgen.validate.finding import Finding


def references_are_apart(relation: Relation) -> Iterator[Finding]:
    """BG245 for the second record of a page or paper."""
    seen: dict[str, Reference] = {}
    for reference in relation.references.values():
        for address in _addresses(reference):
            first = seen.setdefault(address, reference)
            if first is not reference:
                message = f"'{reference.id}' and '{first.id}' are both {address}"
                yield warning("BG245", reference.place, message, "keep one, and name it in the facts", reference)


def _addresses(reference: Reference) -> Iterator[str]:
    """What a reference can be found by, without what makes no difference."""
    if reference.url:
        bare = re.sub(r"^https?://(www\.)?|#.*$", "", reference.url.strip())
        host, slash, path = bare.partition("/")
        yield host.lower() + slash + path.rstrip("/")
    if reference.doi:
        yield "doi:" + re.sub(r"^(https?://(dx\.)?doi\.org/|doi:)", "", reference.doi.strip().lower())
