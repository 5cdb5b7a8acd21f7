"""The labels of what an audience may know, for a brief that marks its portions; nothing hidden adds to any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.relation import parts_of
from briefgen.model.kinds import kind_of
from briefgen.model.origin import OriginKind, Portions
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.view.as_of import is_embargoed
from briefgen.view.mentioned import named_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.view.access import Contract

_Key = tuple[OriginKind, str]


def portions_of(relation: Relation, facts: Iterable[Fact], contract: Contract) -> Portions | None:
    """The labels of permitted facts, cleared of what the audience may not see; None where it asks for no marks.

    A part is as strict as the fact that it is in, and the fact as its parts: what is counted or said of it may be of
    any. A source, person, organisation or indicator may be known by the least strict of the facts that name it; each of
    these is at least as strict as its sources.
    """
    if not contract.audience.portions:
        return None
    labels: dict[_Key, Sensitivity] = {}
    for fact in facts:
        label = max(_own_label(part, contract) for part in (fact, *parts_of(fact)))
        labels[OriginKind.FACT, fact.id] = label
        for part in parts_of(fact):
            labels[OriginKind.FACT, part.id] = max(_own_label(fact, contract), _own_label(part, contract))
        for key in _names(relation, fact):
            labels[key] = min(labels.get(key, label), label)
    return Portions(contract.audience.clearance, labels)


def _own_label(fact: Fact, contract: Contract) -> Sensitivity:
    """The strictest label on a fact, its note and its sources; under an embargo it is as the audience's clearance."""
    if is_embargoed(fact, contract.as_of):
        return contract.audience.clearance
    kind = kind_of(fact)
    cited = (contract.references[one.ref] for one in fact.sources if one.ref in contract.references)
    labels = (
        kind.least if kind else None, fact.note_sensitivity if fact.note is not None else None,
        *(source.sensitivity for source in fact.sources), *(reference.sensitivity for reference in cited),
    )  # fmt: skip
    return max(fact.sensitivity, *(label for label in labels if label is not None), Sensitivity.PUBLIC)


def _names(relation: Relation, fact: Fact) -> Iterator[_Key]:
    """What a fact and its parts name, of which a brief can tell by itself."""
    for name in named_in((fact,)):
        for kind, known in (
            (OriginKind.PERSON, relation.people), (OriginKind.ORGANISATION, relation.organisations),
            (OriginKind.INDICATOR, relation.indicators),
        ):  # fmt: skip
            if name in known:
                yield kind, name
    for part in (fact, *parts_of(fact)):
        yield from ((OriginKind.REFERENCE, source.ref) for source in part.sources)
