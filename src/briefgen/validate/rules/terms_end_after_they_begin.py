"""A term is over after it was held.

What it checks: `over_by` against `held` of every term of the people in the relation.

Why it matters: titles are computed from terms: a person would be "former" while in office.

Example: `held: 2019, over_by: 2018`.

How to fix: compare both dates with the source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def terms_end_after_they_begin(relation: Relation) -> Iterator[Finding]:
    """BG264 for a term that is over before it was held."""
    for person in relation.people.values():
        for term in person.terms:
            if term.over_by and term.over_by.sort_key[1] < term.held.sort_key[0]:
                message = f"the term of '{person.name}' is over by {term.over_by}, but held {term.held}"
                yield error("BG264", term.place, message, "compare both dates with the source")
