"""Facts to items: permitted values are copied, labels and positions are left behind."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from briefgen.diagnostics import Place
from briefgen.model.facts import entities
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.parties_people_references import Source
from briefgen.model.origin import FactOrigin, Origin
from briefgen.model.view import Item
from briefgen.view.link_cutting import LINKS, linked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.view.access import Contract

F = TypeVar("F", bound=Fact)

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

_LABELS = frozenset({
    "id", "place", "places", "topics", "sensitivity", "note_sensitivity", "embargo_until", "ignore", "recorded",
})  # fmt: skip
"""What stays behind: labels, positions, and the id, which the item carries itself."""


def collection_of(fact: Fact) -> str:
    """The collection a fact belongs to, as audiences name it: `trade` for the observations."""
    return "trade" if isinstance(fact, entities.TradeObservation) else COLLECTIONS[type(fact)]


def cleared(fact: F, contract: Contract) -> F:
    """A permitted fact without the sources, the note and the parts that the audience may not see."""
    note = fact.note if contract.clears(fact.note_sensitivity, ()) else None
    parts: dict[str, Any] = _parts(fact, contract)
    return replace(fact, note=note, sources=contract.sources(fact), **parts)


def _parts(fact: Fact, contract: Contract) -> dict[str, Any]:
    """Field → the permitted facts in it, by the ids that the view knows them by."""
    ids = renumbered(fact, contract)
    return {
        name: tuple(cleared(replace(part, id=ids[part.id]), contract) for part in parts if part.id in ids)
        for name, parts in _part_fields(fact)
    }


def renumbered(fact: Fact, contract: Contract) -> dict[str, str]:
    """Id → id in the view of the permitted parts; one without an id of its own counts among those that are left."""
    found: dict[str, str] = {}
    for name, parts in _part_fields(fact):
        kept = [(number, part) for number, part in enumerate(parts, 1) if contract.hidden(part) is None]
        for new, (number, part) in enumerate(kept, 1):
            is_counted = part.id == f"{fact.id}/{name}/{number}"
            found[part.id] = f"{fact.id}/{name}/{new}" if is_counted else part.id
    return found


def _part_fields(fact: Fact) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    for field in fields(fact):
        parts = getattr(fact, field.name)
        if isinstance(parts, tuple) and parts and isinstance(parts[0], Fact):
            yield field.name, parts


def file_of(place: Place) -> Place:
    """A place without its line: where a record stands tells how many stand above it, hidden ones too."""
    return Place(place.path)


@dataclass(frozen=True, slots=True)
class Projection:
    """Turns cleared facts into items."""

    visible: frozenset[str]
    """Ids of all facts the audience may know."""

    def item(self, fact: Fact) -> Item:
        """The fact as the audience may see it."""
        copied = {f.name: self._copy(f.name, getattr(fact, f.name)) for f in fields(fact) if f.name not in _LABELS}
        return Item(type(fact).__name__.lower(), fact.id, copied, origin_of(fact))

    def _copy(self, name: str, value: object) -> object:
        if name in LINKS:
            return linked(value, self.visible)
        if isinstance(value, tuple) and value and isinstance(value[0], Fact):
            return tuple(self.item(part) for part in value)
        if isinstance(value, tuple) and value and isinstance(value[0], Source):
            return _unlabelled(value)
        return value


def origin_of(fact: Fact) -> Origin:
    """The fact itself as an origin, by its id and its file."""
    return Origin((FactOrigin(fact.id, file_of(fact.place), _unlabelled(fact.sources)),))


def _unlabelled(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    return tuple(replace(s, sensitivity=None, topics=(), place=file_of(s.place)) for s in sources)
