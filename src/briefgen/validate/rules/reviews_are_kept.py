"""The relation is reviewed in time.

What it checks: `review_by` of relation.yaml against the as-of date.

Why it matters: its owner has promised to look through it by then; nobody has.

Example: `review_by: 2022-04-01`, as of 2026.

How to fix: look through the data, then move the date on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date
    from briefgen.validate.finding import Finding


def reviews_are_kept(relation: Relation, as_of: Date) -> Iterator[Finding]:
    """BG271 for a review date that has passed."""
    due = relation.review_by
    if due and due.sort_key[1] < as_of.sort_key[0]:
        whose = f" ({relation.owner})" if relation.owner else ""
        message = f"the review of '{relation.slug}' was due {due}{whose}"
        yield warning("BG271", relation.at("review_by"), message, "look through the data, then move the date on")
