"""Sources had come out by the day that a brief shows.

What it checks: the date of issue of each source that facts known on the as-of date lean on.

Why it matters: a brief of 2016 that rests on a paper of 2021 tells what is known of 2016 today, not what was known
then, and its list of sources shows it. That may be just what is wanted.

Example: `as_of: 2021-04-23`, and a fact leans on a report of June 2021.

How to fix: move `as_of` on, where the day is the relation's own. Where a brief of an earlier day must not know a fact,
give the fact `recorded`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.known import Standing, standing
from briefgen.model.facts.relation import parts_of
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Reference, Relation
    from briefgen.model.values.date import Date
    from briefgen.validate.finding import Finding

_NAMED = 3
"""So many sources are named; of more, how many."""


def sources_precede_as_of(relation: Relation, as_of: Date) -> Iterator[Finding]:
    """BG287 once, for all sources that are younger than the day."""
    used = {source.ref for fact in _known(relation, as_of) for source in fact.sources}
    found = [reference for key, reference in relation.references.items() if key in used]
    younger = [reference.id for reference in found if _is_younger(reference, as_of)]
    if younger:
        many = f"{len(younger)} of the {len(found)} sources" if len(found) > 1 else "the one source"
        names = ", ".join(f"'{key}'" for key in younger[:_NAMED])
        names += f" and {len(younger) - _NAMED} more" if len(younger) > _NAMED else ""
        message = f"{many} of what is told as of {as_of} came out later: {names}"
        is_own = as_of == relation.as_of
        hint = "move as_of on" if is_own else "give 'recorded' to what a brief of that day must not know"
        yield info("BG287", relation.at("as_of"), message, hint)


def _is_younger(reference: Reference, day: Date) -> bool:
    return reference.issued is not None and reference.issued.sort_key[0] > day.sort_key[1]


def _known(relation: Relation, as_of: Date) -> Iterator[Fact]:
    """The facts and parts that can be told as of the day, as what was or as a plan."""
    for fact in relation.facts:
        parts = parts_of(fact)
        if standing(fact, as_of, parts) in _TELLING:
            yield fact
            yield from (part for part in parts if standing(part, as_of) in _TELLING)


_TELLING = frozenset({Standing.TOLD, Standing.PLANNED})
