"""Sources were read lately.

What it checks: dates of access more than 24 months before the as-of date.

Why it matters: the page may say something else by now, or be gone.

Example: a page read 2021-04-23, as of 2026.

How to fix: read it again, and write the new date; where it is gone, keep a copy under `archive/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date
    from briefgen.validate.finding import Finding


_MONTHS = 24


def pages_were_read_lately(relation: Relation, as_of: Date) -> Iterator[Finding]:
    """BG270 for a page that nobody has looked at for two years."""
    for reference in relation.references.values():
        if reference.accessed and reference.accessed.months_to(as_of) > _MONTHS:
            message = f"'{reference.id}' was read {reference.accessed}, more than {_MONTHS} months before {as_of}"
            yield info("BG270", reference.place, message, "read it again", reference)
