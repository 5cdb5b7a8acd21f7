"""What the views of one relation have in common: worked out for the first of its audiences, and kept for the others.

Most rows are seen alike by most audiences, and what is made of them depends on nothing else. It is kept by the identity
of what it was made of, which is kept beside so that it stays theirs.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from briefgen.records import dataclass, field
from briefgen.view.as_of import OnTheDay
from briefgen.view.withheld_prose import contract_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.model.audience import Audience
    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.model.observations import Observation
    from briefgen.model.values.date import Date
    from briefgen.model.view import Item
    from briefgen.view.access import Contract
    from briefgen.view.claims import Claims

R = TypeVar("R")


@dataclass(slots=True)
class SharedWork:
    """Of one relation as of one day; None takes the relation's own."""

    relation: Relation
    as_of: Date | None = None
    items: dict[int, tuple[Fact, Item]] = field(default_factory=dict)
    """By the identity of facts, as an audience sees them."""
    filled: dict[int, tuple[Fact, tuple[DeclaredField, ...]]] = field(default_factory=dict)
    """The same → the fields for readers in which something stands."""
    _on_the_day: OnTheDay = field(init=False)
    _contracts: dict[int, tuple[Audience, Contract]] = field(default_factory=dict)
    _figures: dict[tuple[object, ...], tuple[object, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._on_the_day = OnTheDay.of(self.relation, self.as_of)

    def contract(self, audience: Audience) -> Contract:
        """What the audience may know."""
        if id(audience) not in self._contracts:
            self._contracts[id(audience)] = audience, contract_of(self.relation, audience, self._on_the_day)
        return self._contracts[id(audience)][1]

    def figures(self, kind: type[Observation], rows: Sequence[Fact], claims: Claims, make: Callable[[], R]) -> R:
        """What is made of rows of a kind; which claims are told where sources differ is asked only where they do."""
        how = claims.how if claims.disputed else None
        beside = chain.from_iterable(claims.beside.values())
        key = (kind, tuple(map(id, rows)), how, claims.disputed, tuple(map(id, beside)))
        if key not in self._figures:
            self._figures[key] = (rows, claims), make()
        made: R = self._figures[key][1]
        return made
