"""The kinds of facts a relation is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.model.facts.fact import Claim, Fact
from briefgen.model.facts.parties_people_references import Actor, Venue

if TYPE_CHECKING:
    from briefgen.model.values.date import Date
    from briefgen.model.values.quantity import Quantity
    from briefgen.model.values.text import Text

__all__ = [
    "Actor", "Agreement", "Assessment", "Cochair", "Forum", "Mechanism", "Membership", "Milestone", "Position",
    "Product", "Project", "Recommendation", "Session", "TradeObservation", "Venue", "Visit",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Fact):
    """A dated step in the relation, or in the life of one party."""

    kind: str
    title: Text
    date: Date | None = None
    text: Text | None = None
    sending: str | None = None
    """The party that opens a mission (not always whom the source names)."""
    host: str | None = None
    venue: Venue | None = None
    counts_from: str | None = None
    """Of an anniversary: the id of the milestone it counts from."""
    years: Quantity | None = None
    """Of an anniversary: how many years."""
    major: bool = False
    """Belongs in a short timeline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Fact):
    """A visit, a meeting beside an event, or a class of visits."""

    kind: str
    title: Text
    date: Date | None = None
    visitor: Actor | None = None
    host: str | None = None
    counterparts: tuple[Actor, ...] = ()
    venue: Venue | None = None
    count: Quantity | None = None
    """Of a class of visits: how many, as far as the source says."""
    major: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Fact):
    """A signed document, or a stock of documents that are counted but not listed."""

    kind: str
    title: Text
    signed: Date | None = None
    in_force: Date | None = None
    state: str = "unknown"
    """Negotiating, signed, ratified, in_force ... ; `state` because `status` is how the claim stands."""
    binding: str = "unknown"
    unts: str | None = None
    """Its number in the United Nations Treaty Series: `I-12345`."""
    venue: Venue | None = None
    signed_during: str | None = None
    """The id of the visit it was signed on."""
    count: Quantity | None = None
    """Of a stock."""
    count_as_of: Date | None = None
    list_complete: bool = False
    """Of a stock: whether the agreements of its kinds are all listed."""
    kinds: tuple[str, ...] = ()
    """Of a stock: which kinds of documents it counts."""
    scope: tuple[Text, ...] = ()
    major: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Fact):
    """One meeting of a mechanism."""

    number: int | None = None
    date: Date | None = None
    venue: Venue | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cochair(Fact):
    """Who heads a mechanism for one party."""

    party: str
    person: str
    during: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism(Fact):
    """A standing body of the relation."""

    kind: str
    name: Text
    aliases: tuple[str, ...] = ()
    level: str | None = None
    levels: tuple[Claim[str], ...] = ()
    """Where sources differ on the level: what each says."""
    created: Date | None = None
    parent: str | None = None
    cadence: str | None = None
    """How often it is meant to meet: a key of `CADENCES`."""
    list_complete: bool = False
    """Whether `sessions` lists every session there was."""
    sessions: tuple[Session, ...] = ()
    sessions_held: tuple[Claim[Quantity], ...] = ()
    cochairs: tuple[Cochair, ...] = ()


CADENCES = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12, "two_yearly": 24, "irregular": None}
"""How often a mechanism is meant to meet → months between two sessions, where that can be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum(Fact):
    """A business forum, a council, or a class of them."""

    kind: str
    name: Text
    count: Quantity | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Fact):
    """A project or investment; its parties need not be those of the relation."""

    kind: str
    name: Text
    parties: tuple[str, ...] = ()
    part_of: str | None = None
    """An organisation's id (an initiative counts as one)."""
    links: tuple[str, ...] = ()
    """Ids of projects it is connected with."""
    relevance: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Fact):
    """Parties in an organisation or initiative."""

    parties: tuple[str, ...]
    organisation: str
    role: str
    during: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Fact):
    """What parties say or do as policy."""

    parties: tuple[str, ...]
    statement: Text
    mechanism: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Fact):
    """A judgement, a causal claim, an expectation or a profile of a party: never an event."""

    kind: str
    text: Text
    about: tuple[str, ...] = ()
    date: Date | None = None
    supports: tuple[str, ...] = ()
    """Ids of facts that speak for it."""
    contradicts: tuple[str, ...] = ()
    """Ids of facts that speak against it."""
    hedged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Fact):
    """What somebody should do."""

    action: Text
    area: str
    owner: Text | None = None
    addressee: str = "government"
    """`government` or `business`: who is asked."""
    horizon: str | None = None
    facts: tuple[str, ...] = ()
    priority: int | None = None
    parts: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeObservation(Fact):
    """One row of trade.csv: one claim about one flow in one period."""

    period: Date
    exporter: str
    importer: str
    flow: str
    """`X` (exporter's goods to the importer), `TURNOVER` or `BALANCE` (exporter minus importer)."""
    value: Quantity
    year_basis: str = "unknown"
    reporter: str | None = None
    valuation: str = "unknown"
    worded_as: str = "unknown"
    """`exports` (of the exporter) or `imports` (of the importer): from which side the source tells it."""
    scheme: str = "TOTAL"
    code: str = "TOTAL"
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Product(Fact):
    """One row of products.csv: what one party sells the other."""

    exporter: str
    importer: str
    label: str
    hs_code: str | None = None
    hs_scheme: str | None = None
    value: Quantity | None = None
    period: Date | None = None
    rank: int | None = None
