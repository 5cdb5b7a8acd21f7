"""What every fact has in common: identity, place, sources, visibility."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from briefgen.model.facts.parties_people_references import Source, Suppression
from briefgen.model.values.sensitivity import Sensitivity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.diagnostics import Place
    from briefgen.model.values.date import Date
    from briefgen.model.values.text import Text

__all__ = ["TOPICS", "Claim", "Fact", "Sensitivity", "Source", "Status", "Suppression"]

T = TypeVar("T")


class Status(enum.StrEnum):
    """How a claim stands."""

    ASSERTED = "asserted"
    CONTESTED = "contested"
    PREFERRED = "preferred"
    SUPERSEDED = "superseded"
    DERIVED = "derived"
    RETRACTED = "retracted"


TOPICS = (
    "politics", "defence", "trade", "investment", "education", "culture", "consular", "connectivity", "parliament",
    "health", "energy", "agriculture", "industry", "science", "law", "regional",
)  # fmt: skip
"""The controlled list of topics."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One record with an id. Everything that can be printed about the relation is one, or a part of one."""

    id: str
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict)
    """Field name → where its value stands."""
    seed: tuple[str, ...] = ()
    """Its number or numbers in the document it was taken from."""
    topics: tuple[str, ...] = ()
    sensitivity: Sensitivity = Sensitivity.RESTRICTED
    """A record that nobody labelled counts as the strictest."""
    sources: tuple[Source, ...] = ()
    status: Status = Status.ASSERTED
    as_stated: str | None = None
    """The source's wording where ours corrects it; at most 25 words."""
    note: Text | None = None
    """What a reader should know about the fact's limits."""
    inferred: tuple[str, ...] = ()
    """Names of fields that the source implies but does not state."""
    note_sensitivity: Sensitivity | None = None
    """Of the note alone, where it is stricter than the fact's own."""
    embargo_until: Date | None = None
    """The day from which the fact may be told; a month or year ends with its last day."""
    recorded: Date | None = None
    """When the fact became known; a brief as of an earlier date leaves it out."""
    ignore: tuple[Suppression, ...] = ()
    """Checks that do not apply to this fact, each with its reason."""

    def at(self, field_name: str) -> Place:
        """Where a field's value stands, or the record itself."""
        return self.places.get(field_name, self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Fact, Generic[T]):
    """A value that somebody states; one quantity may carry several."""

    value: T
    as_of: Date | None = None
    """The time the value holds for, as far as known."""
