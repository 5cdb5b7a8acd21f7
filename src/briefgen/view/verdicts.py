"""Every fact of a relation with why an audience gets it or not: for the owner, never for a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.coverage import Coverage, Reason, Verdict
from briefgen.model.facts.relation import parts_of
from briefgen.model.kinds import kind_of
from briefgen.view.projection import renumbered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.view.access import Contract


def cover(relation: Relation, contract: Contract, printed: Collection[str], fallen: Collection[str] = ()) -> Coverage:
    """What becomes of every fact; `printed` are the ids that the brief leans on, `fallen` those it has no room for."""
    shown: dict[str | None, Reason | None] = {**dict.fromkeys(fallen, Reason.FIT), **dict.fromkeys(printed)}
    verdicts = (verdict for fact in relation.facts for verdict in _verdicts(fact, contract, shown))
    return Coverage(relation.slug, contract.audience.id, str(contract.as_of), tuple(verdicts))


def _verdicts(fact: Fact, contract: Contract, shown: Mapping[str | None, Reason | None]) -> Iterator[Verdict]:
    kind = kind_of(fact)
    collection = kind.name if kind else ""
    reason = contract.hidden(fact)
    names = renumbered(fact, contract)
    absent = Reason.SECTION
    yield Verdict(fact.id, collection, fact.place, reason or shown.get(contract.called(fact), absent))
    for part in parts_of(fact):
        own = Reason.PARENT if reason or fact.planned else contract.hidden(part)
        yield Verdict(part.id, collection, part.place, own or shown.get(names.get(part.id), absent))
