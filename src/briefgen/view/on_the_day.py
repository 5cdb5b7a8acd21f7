"""What facts are as of a day, whoever asks: worked out for the first audience, and kept for the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefgen.model.facts.known import Standing, standing
from briefgen.view.as_of import not_yet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date


@dataclass(slots=True)
class OnTheDay:
    """By the identity of facts, which are kept beside so that it stays theirs."""

    day: Date
    data_day: Date
    """The day whose knowledge the data show: what they say without a date was so then."""
    _standings: dict[int, tuple[Fact, Standing]] = field(default_factory=dict)
    _later: dict[int, tuple[Fact, dict[str, Any]]] = field(default_factory=dict)

    @classmethod
    def of(cls, relation: Relation, as_of: Date | None) -> OnTheDay:
        """Of a relation on a day; without one, on the relation's own."""
        return cls(as_of or relation.as_of, relation.as_of)

    def standing(self, fact: Fact, parts: Sequence[Fact]) -> Standing:
        """What can be said of a fact; of one with parts it depends on those that its audience may know."""
        if parts:
            return standing(fact, self.day, parts)
        if id(fact) not in self._standings:
            self._standings[id(fact)] = fact, standing(fact, self.day)
        return self._standings[id(fact)][1]

    def not_yet(self, fact: Fact) -> dict[str, Any]:
        """What of a fact was still to come: field → its value till then."""
        if id(fact) not in self._later:
            self._later[id(fact)] = fact, not_yet(fact, self.day, self.data_day)
        return self._later[id(fact)][1]
