"""The view that an edition was made from, as far as the next one is compared with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

Key: TypeAlias = tuple[str, ...]
"""What a fact or figure is found again by: the collection and id of a fact, the place of a figure."""

PLANNED = "planned"
"""What the keys of what is planned begin with."""


def is_of_plan(key: Key) -> bool:
    """Whether a key is that of something planned."""
    return key[:1] == (PLANNED,)


@dataclass(frozen=True, slots=True)
class KeptWords:
    """Words of a fact, which are compared as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class KeptCode:
    """A word of a list, a truth, or whatever else is compared and not printed."""

    text: str


Kept: TypeAlias = Quantity | Date | KeptWords | KeptCode


@dataclass(frozen=True, slots=True)
class KeptFact:
    """A fact, or a part of one, as its audience knew it."""

    kind: str
    """As `Item.kind`."""
    heading: str
    """What it was called; empty where it has no title."""
    is_planned: bool = False
    of: str = ""
    """Of a part of a fact, the id of the whole."""
    when: Date | None = None
    """When it happened, or is planned for."""
    fields: Mapping[str, Kept] = field(default_factory=dict)
    """What it said, by field; no field without a value."""


@dataclass(frozen=True, slots=True)
class KeptFigure:
    """A figure of a period."""

    quantity: Quantity
    kind: str = ""
    """Of the facts that it is, or was computed from: as `Item.kind`."""
    facts: tuple[str, ...] = ()
    """Ids of those that it is, or was computed from."""
    is_derived: bool = False
    """Whether it was computed, so that it moves when another figure does."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What an edition knew."""

    facts: Mapping[Key, KeptFact] = field(default_factory=dict)
    figures: Mapping[Key, KeptFigure] = field(default_factory=dict)
    stale: Mapping[str, Date] = field(default_factory=dict)
    """Collection → the date of its newest fact, of those that were older than the audience takes."""
    withdrawn: frozenset[str] = frozenset()
    """Ids of facts that an edition before told, that are retracted since, and that nothing else hides."""

    @property
    def told(self) -> frozenset[str]:
        """Ids of all facts that it knew by their words or as figures."""
        figures = (fact for figure in self.figures.values() for fact in figure.facts)
        return frozenset((*(key[-1] for key in self.facts), *figures))


@dataclass(frozen=True, slots=True)
class KeptEdition:
    """A snapshot with the edition that it is of."""

    number: int
    """Counted from one for each brief; the owner's, and on no page."""
    mark: str
    """Of the first brief that was made of it."""
    as_of: Date
    """The day that brief showed."""
    snapshot: Snapshot
    made_of: str = ""
    """Of all that decides its words, but for the day: data, templates, wording, the program."""
