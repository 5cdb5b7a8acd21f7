"""One audience's brief as it was looked at: the one answer to what it shows of the facts, for all that judges it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.coverage import Reason
from briefgen.model.facts.relation import every_fact
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.audience import Audience
    from briefgen.model.facts.coverage import Coverage, Verdict
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.view import FieldsShown


@dataclass(frozen=True, slots=True)
class BriefSeen:
    """The brief of a relation for an audience, made without an error."""

    relation: Relation
    audience: Audience
    fields: FieldsShown
    coverage: Coverage
    answers: tuple[tuple[str, int, bool], ...] = ()
    """How conditions of its templates were answered."""

    def verdicts(self) -> Iterator[tuple[Fact, Verdict]]:
        """Every fact and part of the relation with what became of it."""
        facts = {fact.id: fact for fact in every_fact(self.relation)}
        return ((facts[verdict.fact], verdict) for verdict in self.coverage.verdicts)

    @property
    def shown(self) -> frozenset[str]:
        """Ids of the facts and parts that it tells; what fell so that it keeps to its pages counts as told."""
        return frozenset(verdict.fact for verdict in self.coverage.verdicts if is_told(verdict))


def is_told(verdict: Verdict) -> bool:
    """Whether the audience's sections tell a fact, for which there may be no room."""
    return verdict.reason in {None, Reason.FIT}


def named(ids: Sequence[str]) -> str:
    """Some ids for a message, the first three of many."""
    shown, more = ids[:_LISTED], len(ids) - _LISTED
    listed = ", ".join(f"'{one}'" for one in shown)
    return f"{listed} and {more} more" if more > 0 else listed


_LISTED = 3
