"""The state of an agreement fits its dates.

What it checks: `state` against `signed` and `in_force`.

Why it matters: a table of treaties that says "signed" beside a date of entry into force contradicts itself.

Example: `state: signed` with `in_force: 2016-01-01`.

How to fix: correct the state, or the date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import AgreementState
from briefgen.model.kinds.agreements import Agreement
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_BEFORE_SIGNATURE = frozenset({AgreementState.NEGOTIATING, AgreementState.INITIALLED})
_BEFORE_FORCE = _BEFORE_SIGNATURE | {AgreementState.SIGNED, AgreementState.RATIFIED}


def states_fit_dates(relation: Relation) -> Iterator[Finding]:
    """BG232 where a date says that the agreement is further on than its state."""
    for fact in relation.facts:
        if not isinstance(fact, Agreement):
            continue
        if fact.in_force and fact.state in _BEFORE_FORCE:
            message = f"'{fact.id}' is {fact.state.replace('_', ' ')}, but in force {fact.in_force}"
            yield warning("BG232", fact.at("state"), message, "write state: in_force, or delete the date", fact)
        elif fact.signed and fact.state in _BEFORE_SIGNATURE:
            message = f"'{fact.id}' is {fact.state}, but signed {fact.signed}"
            yield warning("BG232", fact.at("state"), message, "write state: signed, or delete the date", fact)
