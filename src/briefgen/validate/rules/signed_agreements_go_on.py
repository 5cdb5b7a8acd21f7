"""A signed treaty goes on.

What it checks: treaties, agreements, protocols and exchanges of notes signed more than five years before the
as-of date, without entry into force, suspension or end.

Why it matters: "signed" after five years means either in force or forgotten, and a minister must know which.

Example: a treaty signed 2015-08-10, as of 2021.

How to fix: look the treaty up in the treaty registers of both sides; where they are silent, say so with
`ignore: [AGR-STATUS]` and the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import AgreementKind, AgreementState, Binding
from briefgen.model.kinds.agreements import Agreement
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date
    from briefgen.validate.finding import Finding


_KINDS = frozenset(
    {AgreementKind.TREATY, AgreementKind.AGREEMENT, AgreementKind.PROTOCOL, AgreementKind.EXCHANGE_OF_NOTES}
)
_WAITING = frozenset({AgreementState.SIGNED, AgreementState.RATIFIED, AgreementState.UNKNOWN})
_YEARS = 5


def signed_agreements_go_on(relation: Relation, as_of: Date) -> Iterator[Finding]:
    """BG267 for a binding document without news."""
    for fact in relation.facts:
        if not isinstance(fact, Agreement) or fact.kind not in _KINDS or fact.state not in _WAITING:
            continue
        if (
            fact.in_force is None
            and fact.ended is None
            and not fact.ratifications
            and fact.binding is not Binding.NO
            and fact.signed
            and fact.signed.months_to(as_of) > _YEARS * 12
        ):
            message = f"'{fact.id}': nothing is known since its signature of {fact.signed}"
            yield warning("BG267", fact.at("signed"), message, "look it up in the treaty registers", fact)
