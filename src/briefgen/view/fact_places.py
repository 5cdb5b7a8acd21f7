"""Where the records of a view stand in the files: for the owner's trace, never for a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.relation import parts_of
from briefgen.model.origin import OriginKind
from briefgen.records import replace
from briefgen.view.projection import renumbered
from briefgen.view.withheld_prose import prose_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.diagnostics import Place
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.view.access import Contract


def places_of(relation: Relation, contract: Contract) -> Mapping[tuple[str, str], Place]:
    """Kind and id, as origins have them, → the line of each record that the audience may know of."""
    shared = relation.shared.items()
    found = {(kind, record.id): record.place for kind, records in shared for record in records.values()}
    found |= {("reference", record.id): record.place for record in relation.references.values()}
    found |= {("party", party.id): party.place for party in relation.parties}
    found["relation", relation.slug] = relation.place
    for fact in relation.facts:
        if contract.hidden(fact) is None:
            found["fact", contract.called(fact)] = fact.at("value")
            names = renumbered(fact, contract)
            found |= _of_texts(fact, contract.called(fact))
            found |= {("fact", names[part.id]): part.at("value") for part in parts_of(fact) if part.id in names}
    return found


def _of_texts(fact: Fact, name: str) -> Iterator[tuple[tuple[str, str], Place]]:
    """Where the text of a file begins, by the file's path and by its lines as a view counts them."""
    start = fact.at("text")
    for text in prose_in(fact):
        yield (OriginKind.PROSE.value, start.path), start
        for line in text.starts:
            yield (OriginKind.PROSE.value, f"{name}/{line}"), replace(start, line=start.line + line - 1)
