"""The relation as one audience may know it: the only thing that templates see."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.model.audience import Audience
    from briefgen.model.date import Date
    from briefgen.model.named import Organisation, Party, Person, Reference
    from briefgen.model.origin import Origin
    from briefgen.model.quantity import Interval, Quantity


@dataclass(frozen=True, slots=True)
class Item:
    """A fact without its labels: a bag of fields that knows where it came from."""

    kind: str
    """Milestone, visit, agreement ...: the entity's name in lower case."""
    id: str
    fields: Mapping[str, object]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with its origin, stated or derived."""

    quantity: Quantity
    origin: Origin
    derived: bool = False
    period: Date | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A change between two periods, in per cent, with everything it can mean."""

    interval: Interval
    """In per cent, unbounded ends None."""
    estimate: Figure
    """The value from the stated figures, in per cent."""
    direction: str
    """`up`, `down`, or `unclear` where the interval holds zero."""


@dataclass(frozen=True, slots=True)
class TradeYear:
    """One period of trade between the parties, in both directions."""

    period: Date
    exports: Mapping[str, Figure]
    """Party → what it sold to the other."""
    turnover: Figure | None
    balance: Figure | None
    """The larger exporter's surplus."""
    surplus_party: str | None
    shares: Mapping[str, Figure]
    """Party → its share in turnover, per cent."""
    origin: Origin
    """The rows of the period."""
    changes: Mapping[str, Change] = field(default_factory=dict)
    """Party, `turnover` or `balance` → change against the period before."""
    against: Date | None = None
    """The period before, which need not be the year before."""


@dataclass(frozen=True, slots=True)
class Latest:
    """The newest of a kind of facts, where it is older than the audience takes."""

    kind: str
    """As audiences name it: `trade`, `visits`."""
    date: Date
    origin: Origin


@dataclass(frozen=True, slots=True)
class View:
    """What one audience may know of a relation, as of a date."""

    slug: str
    title: str
    audience: Audience
    parties: tuple[Party, Party]
    """The perspective's party first."""
    perspective: str
    as_of: Date
    review_by: Date | None
    language: str
    items: Mapping[str, tuple[Item, ...]]
    """Collection name (`milestones`, `visits` ...) → items in order of date, then of file."""
    trade: tuple[TradeYear, ...]
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    references: Mapping[str, Reference]
    """Only those that the items lean on."""
    author: str = ""
    latest: tuple[Latest, ...] = ()
    """What the brief is to mark as the latest available."""
