"""All that is known about one unordered pair of parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.declarations import SelfDeclared, fields_of, values_with
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.parties_people_references import Organisation, Party, Person, Reference, Rejected
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.diagnostics import Place
    from briefgen.model.facts.clearings import ClearedEdition
    from briefgen.model.facts.declared_indicators import DeclaredIndicator
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.kind import Kind
    from briefgen.model.values.date import Date
    from briefgen.model.values.text import Text

__all__ = ["Organisation", "Party", "Person", "Reference", "Rejected", "Relation", "every_fact", "parts_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One dossier: the parties, every fact, and what the facts lean on."""

    slug: str
    """The folder's name; names the output folder too."""
    title: Text
    parties: tuple[Party, Party]
    as_of: Date
    """The date whose knowledge the data shows."""
    perspective: str
    place: Place
    places: Mapping[str, Place]
    """Field of relation.yaml → where its value stands."""
    owner: str | None
    contact: str | None
    """Whom readers may ask."""
    review_by: Date | None
    cleared: tuple[ClearedEdition, ...]
    """The editions of its briefs that were cleared, in file order."""
    facts: tuple[Fact, ...]
    """Every fact in file order; nested ones live in their parents."""
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    indicators: Mapping[str, DeclaredIndicator]
    references: Mapping[str, Reference]
    rejected: tuple[Rejected, ...]
    archive: Mapping[str, str]
    """Reference's id → the text of the source as it was read, where archive/ keeps it."""
    kinds: Mapping[str, Kind]
    """Name → every kind that templates may ask for: those that briefgen brings along, then the workspace's own."""
    is_whole: bool
    """Whether every record could be read; what is missed from a part may stand in a record with a fault."""

    @property
    def shared(self) -> Mapping[str, Mapping[str, Person | Organisation | DeclaredIndicator]]:
        """The records that all relations share, by what origins call them."""
        return {"person": self.people, "organisation": self.organisations, "indicator": self.indicators}

    def at(self, field_name: str) -> Place:
        """Where a field of relation.yaml stands, or the record itself."""
        return self.places.get(field_name, self.place)


def parts_of(fact: Fact) -> tuple[Fact, ...]:
    """The facts nested in a fact, in the order of its declaration."""
    of = type(fact)
    if of not in _PARTLESS:
        _PARTLESS[of] = not issubclass(of, SelfDeclared) and not any(f.role is FieldRole.PARTS for f in fields_of(of))
    return () if _PARTLESS[of] else tuple(part for _, value in values_with(fact, FieldRole.PARTS) for part in value)


_PARTLESS: dict[type, bool] = {}
"""Most facts are of a class that has no parts, and every fact is asked for them many times."""


def every_fact(relation: Relation) -> Iterator[Fact]:
    """All facts, nested ones after their parents."""
    for fact in relation.facts:
        yield fact
        if not _PARTLESS.get(type(fact)):
            yield from parts_of(fact)
