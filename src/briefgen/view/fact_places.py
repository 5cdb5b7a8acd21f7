"""Where the records of a view stand in the files: for the owner's trace, never for a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.relation import parts_of
from briefgen.view.access import Contract
from briefgen.view.projection import renumbered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.diagnostics import Place
    from briefgen.model.audience import Audience
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date


def places_of(relation: Relation, audience: Audience, as_of: Date | None) -> Mapping[tuple[str, str], Place]:
    """Kind and id, as origins have them, → the line of each record that the audience may know of."""
    shared = relation.shared.items()
    found = {(kind, record.id): record.place for kind, records in shared for record in records.values()}
    found |= {("reference", record.id): record.place for record in relation.references.values()}
    found |= {("party", party.id): party.place for party in relation.parties}
    found["relation", relation.slug] = relation.place
    contract = Contract.of(relation, audience, as_of)
    for fact in relation.facts:
        if contract.hidden(fact) is None:
            found["fact", fact.id] = fact.at("value")
            names = renumbered(fact, contract)
            found |= {("fact", names[part.id]): part.at("value") for part in parts_of(fact) if part.id in names}
    return found
