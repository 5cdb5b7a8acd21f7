"""The state of an agreement fits its dates.

What it checks: `state` against `signed`, `in_force`, `ended` and `ratifications`, as of the relation's day.

Why it matters: briefs print the state that the dates give, so what was entered would silently not be printed; one of
the two is wrong.

Example: `state: signed` with `in_force: 2016-01-01`.

How to fix: correct the state, or the date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import AgreementState
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.known import is_reached
from briefgen.model.kinds.agreements import Agreement
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_BEFORE_SIGNATURE = frozenset({AgreementState.NEGOTIATING, AgreementState.INITIALLED})
_BEFORE_RATIFICATION = _BEFORE_SIGNATURE | {AgreementState.SIGNED}
_BEFORE_FORCE = _BEFORE_RATIFICATION | {AgreementState.RATIFIED}
_OVER = frozenset({AgreementState.TERMINATED, AgreementState.EXPIRED, AgreementState.ENDED})
_BEFORE_END = frozenset(AgreementState) - _OVER - {AgreementState.UNKNOWN}


def states_fit_dates(relation: Relation) -> Iterator[Finding]:
    """BG232 where the dates say that an agreement is further on than its state, or not as far."""
    for fact in relation.facts:
        if isinstance(fact, Agreement) and (found := _contradiction(fact, relation)):
            but, hint = found
            message = f"'{fact.id}' is {fact.state.replace('_', ' ')}, but {but}"
            yield warning("BG232", fact.at("state"), message, hint, fact)


def _contradiction(fact: Agreement, relation: Relation) -> tuple[str, str] | None:
    """What speaks against the state, and what to write instead; the first that does."""
    day = relation.as_of
    has_ended = fact.ended is not None and is_reached(FieldRole.ENDS, fact.ended, day)
    has_begun = fact.in_force is not None and is_reached(FieldRole.BEGINS, fact.in_force, day)
    ratified = {part.party for part in fact.ratifications} >= {party.id for party in relation.parties}
    if has_ended and fact.state in _BEFORE_END:
        return f"ended {fact.ended}", "write state: terminated, expired or ended, or delete the date"
    if fact.ended and not has_ended and fact.state in _OVER:
        return f"ends {fact.ended} only", "write state: in_force, or correct the date"
    if has_begun and fact.state in _BEFORE_FORCE:
        return f"in force {fact.in_force}", "write state: in_force, or delete the date"
    if fact.in_force and not has_begun and fact.state is AgreementState.IN_FORCE:
        return f"enters into force {fact.in_force} only", "write state: signed, or correct the date"
    if fact.signed and fact.state in _BEFORE_SIGNATURE:
        return f"signed {fact.signed}", "write state: signed, or delete the date"
    if ratified and fact.state in _BEFORE_RATIFICATION:
        return "both parties have ratified it", "write state: ratified, or correct the ratifications"
    return None
