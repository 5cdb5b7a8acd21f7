"""A judgement fits the facts.

What it checks: assessments that name facts under `contradicts`.

Why it matters: a brief that repeats such a claim unmarked can be refuted with its own table.

Example: "trade developed well for both" where the change of one side's exports holds zero.

How to fix: mark the claim `status: contested`: briefs then say so, and the rule only notes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.fact import Status
from briefgen.model.kinds.assessments import Assessment
from briefgen.model.values.arithmetic import growth
from briefgen.validate.finding import info, warning
from briefgen.validate.trade_rows import claimed_figures, earlier_figures, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.model.observations import Observation
    from briefgen.validate.finding import Finding
    from briefgen.validate.trade_rows import Earlier


def assessments_fit_the_figures(relation: Relation) -> Iterator[Finding]:
    """BG253 for a claim against the facts; a note where it is marked as contested."""
    figures = {row.id: row for row in claimed_figures(relation)}
    against = [fact for fact in relation.facts if isinstance(fact, Assessment) and fact.contradicts]
    before = earlier_figures(relation, {key for fact in against for key in fact.contradicts})
    for fact in against:
        spans = [span for key in fact.contradicts if key in before and (span := _span(before[key], figures[key]))]
        message = f"'{fact.id}' stands against {'; '.join(spans) or ', '.join(fact.contradicts)}"
        settled = fact.status is Status.CONTESTED
        hint = None if settled else "mark it status: contested"
        yield (info if settled else warning)("BG253", fact.at("contradicts"), message, hint, fact)


def _span(earlier: Earlier, other: Observation) -> str | None:
    """The change of a figure with everything it can mean; None where it is not compared."""
    change = growth(earlier.row.value, other.value)
    if earlier.bars or change is None:
        return None
    return f"{named(other)}, whose change is {change[1].low:+.1f} % to {change[1].high:+.1f} %"
