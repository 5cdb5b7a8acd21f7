"""Who acts belongs to the relation.

What it checks: the parties of visitors, hosts, co-chairs, missions and trade.

Why it matters: a third party's visit in this relation's brief misleads.

Example: a co-chair with `party: CHN` in a relation of PAK and BLR.

How to fix: correct the code, or move the record to the relation it belongs to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts import entities
from briefgen.model.facts.relation import every_fact
from briefgen.model.values.countries import WORLD
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_ACTING = ("sending", "host", "exporter", "importer")


def actors_belong_to_the_relation(relation: Relation) -> Iterator[Finding]:
    """BG206 for an actor of a third party."""
    parties = [party.id for party in relation.parties]
    for fact in every_fact(relation):
        for name, code in _acting(fact):
            if code not in {*parties, WORLD}:
                message = f"'{code}' is not a party of this relation ({' and '.join(parties)})"
                yield error("BG206", fact.at(name), message, "correct the code, or move the record", fact)


def _acting(fact: Fact) -> Iterator[tuple[str, str]]:
    for name in _ACTING:
        code = getattr(fact, name, None)
        if code:
            yield name, code
    if isinstance(fact, entities.Visit) and fact.visitor:
        yield "visitor", fact.visitor.party
    if isinstance(fact, entities.Cochair):
        yield "party", fact.party
