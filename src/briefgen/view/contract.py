"""A second look at an audience's contract: whether a composed brief names what its audience may not see.

The view already holds nothing hidden; this asks the same of what came out at the far end of the templates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.relation import parts_of
from briefgen.view.permitted import permits
from briefgen.view.project import collection_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.model.audience import Audience
    from briefgen.model.date import Date
    from briefgen.model.origin import Origin
    from briefgen.model.relation import Relation


def breaches(
    origins: Iterable[Origin], relation: Relation, audience: Audience, as_of: Date | None
) -> tuple[Diagnostic, ...]:
    """BG302 for each fact that the brief leans on and its audience may not see; the fact's words are not repeated."""
    seen = set(permitted_facts(relation, audience, as_of or relation.as_of))
    used = {fact.fact: fact.place for origin in origins for fact in origin.facts if fact.kind == "fact"}
    return tuple(
        Diagnostic(
            "BG302",
            Severity.ERROR,
            place,
            f"the brief for '{audience.id}' leans on '{fact}', which that audience may not see",
            "this is briefgen's own fault: please report it; nothing was written for this audience",
        )
        for fact, place in used.items()
        if fact not in seen
    )


def permitted_facts(relation: Relation, audience: Audience, as_of: Date) -> Iterator[str]:
    """Ids of the facts that an audience may see, nested ones too."""
    for fact in relation.facts:
        if permits(audience, as_of, collection_of(fact))(fact):
            yield fact.id
            yield from (part.id for part in parts_of(fact) if permits(audience, as_of, "")(part))
