"""A second look at an audience's contract: whether a composed brief names what its audience may not see.

The view already holds nothing hidden; this asks the same of what came out at the far end of the templates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.facts.relation import every_fact
from briefgen.view.projection import renumbered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.view.access import Contract


def breaches(used: Collection[str], relation: Relation, contract: Contract) -> tuple[Diagnostic, ...]:
    """BG302 for each fact, by id, that a brief leans on and its audience may not see; never with its words."""
    seen = set(_permitted(relation, contract))
    places = {fact.id: fact.place for fact in every_fact(relation)}
    return tuple(
        Diagnostic(
            "BG302",
            Severity.ERROR,
            places.get(fact, relation.place),
            f"the brief for '{contract.audience.id}' leans on '{fact}', which that audience may not see",
            "this is briefgen's own fault: please report it; nothing was written for this audience",
            is_quotable=False,
        )
        for fact in used
        if fact not in seen
    )


def _permitted(relation: Relation, contract: Contract) -> Iterator[str]:
    """Ids of the facts that an audience may see, nested ones too, as its view counts them."""
    for fact in relation.facts:
        if contract.hidden(fact) is None:
            yield contract.called(fact)
            yield from renumbered(fact, contract).values()
