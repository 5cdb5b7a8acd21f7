"""The kinds of facts a relation is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import AgreementState, Binding, Valuation, WordedAs, YearBasis
from briefgen.model.facts.fact import Claim, Fact
from briefgen.model.facts.parties_people_references import Actor, Venue

if TYPE_CHECKING:
    from briefgen.model.facts.controlled_vocabularies import (
        AgreementKind,
        AssessmentKind,
        Cadence,
        Flow,
        Horizon,
        MilestoneKind,
        VisitKind,
    )
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

    kind: MilestoneKind
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

    kind: VisitKind
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

    kind: AgreementKind
    title: Text
    signed: Date | None = None
    in_force: Date | None = None
    state: AgreementState = AgreementState.UNKNOWN
    """Called `state` because `status` is how the claim stands."""
    binding: Binding = Binding.UNKNOWN
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
    kinds: tuple[AgreementKind, ...] = ()
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
    cadence: Cadence | None = None
    list_complete: bool = False
    """Whether `sessions` lists every session there was."""
    sessions: tuple[Session, ...] = ()
    sessions_held: tuple[Claim[Quantity], ...] = ()
    cochairs: tuple[Cochair, ...] = ()


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

    kind: AssessmentKind
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
    horizon: Horizon | None = None
    facts: tuple[str, ...] = ()
    priority: int | None = None
    parts: tuple[Text, ...] = ()


TOTAL = "TOTAL"
"""Scheme and code of a row that counts all goods."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeObservation(Fact):
    """One row of trade.csv: one claim about one flow in one period."""

    period: Date
    exporter: str
    importer: str
    flow: Flow
    value: Quantity
    year_basis: YearBasis = YearBasis.UNKNOWN
    reporter: str | None = None
    valuation: Valuation = Valuation.UNKNOWN
    worded_as: WordedAs = WordedAs.UNKNOWN
    scheme: str = TOTAL
    """Of the code: `HS17`, `SITC4` ... ; `TOTAL` for all goods together."""
    code: str = TOTAL
    label: str | None = None

    @property
    def is_total(self) -> bool:
        """Whether it counts all goods, not those of one product."""
        return self.scheme == TOTAL


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
