"""A relation as if it held nothing but what an audience may see: for checks whose words others read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import replace
from briefgen.view.as_of import OnTheDay, offices_then
from briefgen.view.link_cutting import with_links_cut
from briefgen.view.mentioned import named_in
from briefgen.view.projection import cleared, names_of
from briefgen.view.withheld_prose import contract_of

if TYPE_CHECKING:
    from briefgen.model.audience import Audience
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date


def open_part(relation: Relation, audience: Audience, as_of: Date | None) -> Relation:
    """The relation with the facts, people, organisations and references that the audience's brief may name."""
    contract = contract_of(relation, audience, OnTheDay.of(relation, as_of))
    seen = [cleared(fact, contract) for fact in relation.facts if contract.hidden(fact) is None]
    names = names_of(relation.facts, contract)
    facts = tuple(with_links_cut(fact, names) for fact in seen)
    named = named_in(facts)
    leaned_on = {source.ref for fact in facts for source in fact.sources}
    return replace(
        relation,
        facts=facts,
        people={key: offices_then(person, contract.as_of) for key, person in relation.people.items() if key in named},
        organisations={key: body for key, body in relation.organisations.items() if key in named},
        indicators={key: record for key, record in relation.indicators.items() if key in named},
        references={key: record for key, record in relation.references.items() if key in leaned_on},
        archive={key: text for key, text in relation.archive.items() if key in leaned_on},
    )
