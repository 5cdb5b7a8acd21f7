"""Facts to items: fields are copied, labels are left behind."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from briefgen.model import entities
from briefgen.model.fact import Claim, Fact
from briefgen.model.origin import FactOrigin, Origin
from briefgen.model.view import Item

if TYPE_CHECKING:
    from collections.abc import Callable

COLLECTIONS: dict[type[Fact], str] = {
    entities.Milestone: "milestones",
    entities.Visit: "visits",
    entities.Agreement: "agreements",
    entities.Mechanism: "mechanisms",
    entities.Forum: "forums",
    entities.Project: "projects",
    entities.Membership: "memberships",
    entities.Position: "positions",
    entities.Assessment: "assessments",
    entities.Recommendation: "recommendations",
    entities.TradeObservation: "observations",
    entities.Product: "products",
}
"""Entity → the name of its collection in a view."""

_VALUED = (Claim, entities.TradeObservation)
"""Facts that are one value: their origin is where it stands."""
_LABELS = frozenset({"id", "place", "places", "topics", "sensitivity", "ignore", "recorded"})
"""What stays behind: labels, positions, and the id, which the item carries itself."""
_LINKS = frozenset({"supports", "contradicts", "facts", "links", "counts_from", "parent", "signed_during", "mechanism"})
"""Fields that name other facts; a link to a fact that the audience may not know is cut."""


def collection_of(fact: Fact) -> str:
    """The collection a fact belongs to, as audiences name it: `trade` for the observations."""
    return "trade" if isinstance(fact, entities.TradeObservation) else COLLECTIONS[type(fact)]


@dataclass(frozen=True, slots=True)
class Projection:
    """Turns permitted facts into items."""

    permitted: Callable[[Fact], bool]
    visible: frozenset[str]
    """Ids of all facts the audience may know."""

    def item(self, fact: Fact) -> Item:
        """The fact as the audience may see it."""
        copied = {f.name: self._copy(f.name, getattr(fact, f.name)) for f in fields(fact) if f.name not in _LABELS}
        return Item(type(fact).__name__.lower(), fact.id, copied, origin_of(fact))

    def _copy(self, name: str, value: object) -> object:
        if name in _LINKS:
            return self._linked(value)
        if isinstance(value, tuple) and value and isinstance(value[0], Fact):
            return tuple(self.item(part) for part in value if self.permitted(part))
        return value

    def _linked(self, value: object) -> object:
        if isinstance(value, tuple):
            return tuple(link for link in value if link in self.visible)
        return value if value in self.visible else None


def origin_of(fact: Fact) -> Origin:
    """The fact itself as an origin."""
    return Origin((FactOrigin(fact.id, fact.at("value") if isinstance(fact, _VALUED) else fact.place, fact.sources),))
