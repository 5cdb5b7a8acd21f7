"""Facts that are retracted after they were told: what the next edition corrects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.fact import Status
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.editions.snapshot import KeptEdition, Snapshot
    from briefgen.model.facts.relation import Relation
    from briefgen.view.access import Contract


def withdrawn_facts(relation: Relation, contract: Contract) -> frozenset[str]:
    """The ids of facts that are retracted and that an audience could know, if they were not."""
    retracted = (fact for fact in relation.facts if fact.status is Status.RETRACTED)
    return frozenset(fact.id for fact in retracted if contract.hidden(replace(fact, status=Status.ASSERTED)) is None)


def with_withdrawn(snapshot: Snapshot, withdrawn: frozenset[str], kept: Iterable[KeptEdition]) -> Snapshot:
    """A snapshot with those of them that an edition before told: of others nobody who reads it knows anything."""
    if not withdrawn:
        return snapshot
    told = frozenset[str]().union(*(edition.snapshot.told for edition in kept))
    return replace(snapshot, withdrawn=withdrawn & told)
