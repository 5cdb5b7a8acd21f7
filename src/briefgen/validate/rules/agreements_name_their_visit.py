"""An agreement names the visit it was signed on.

What it checks: agreements signed to the day or month within a visit's dates, without `signed_during`.

Why it matters: the timeline can then tell both as one event.

Example: a declaration of 2015-05-29, and a visit of 2015-05.

How to fix: add `signed_during: ID-OF-THE-VISIT`; where the source does not say so, list it under `inferred`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import VisitKind
from briefgen.model.kinds.agreements import Agreement
from briefgen.model.kinds.visits import Visit
from briefgen.model.values.date import Precision
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date
    from briefgen.validate.finding import Finding


_KINDS = frozenset({VisitKind.STATE, VisitKind.OFFICIAL, VisitKind.WORKING})


def agreements_name_their_visit(relation: Relation) -> Iterator[Finding]:
    """BG231 where a visit of the same days is not named."""
    visits: dict[tuple[int, int], list[Visit]] = {}
    for visit in relation.facts:
        if isinstance(visit, Visit) and visit.kind in _KINDS and (month := _month(visit.date)):
            visits.setdefault(month, []).append(visit)
    for fact in relation.facts:
        if not isinstance(fact, Agreement) or fact.signed_during:
            continue
        month = _month(fact.signed)
        for visit in visits.get(month, ()) if month else ():
            if fact.signed and visit.date and fact.signed.overlaps(visit.date):
                message = f"'{fact.id}' was signed {fact.signed}, in the days of the visit '{visit.id}' ({visit.date})"
                yield info("BG231", fact.at("signed"), message, f"add signed_during: {visit.id}", fact)


def _month(date: Date | None) -> tuple[int, int] | None:
    """Year and month of what is known to the month or the day."""
    if date is None or date.lower is None or date.precision not in {Precision.DAY, Precision.MONTH}:
        return None
    return date.lower.year, date.lower.month
