"""The words that fields of facts choose from, where the program asks which of them it is.

A member is its word as it stands in the files, so that it is written, compared and printed like any text.
"""

from __future__ import annotations

import enum

# ---------------------------------------------------------------- events and agreements


class MilestoneKind(enum.StrEnum):
    """What a milestone is."""

    RECOGNITION = "recognition"
    DIPLOMATIC_RELATIONS = "diplomatic_relations"
    INDEPENDENCE = "independence"
    EMBASSY_OPENING = "embassy_opening"
    CONSULATE = "consulate"
    ANNIVERSARY = "anniversary"
    UPGRADE = "upgrade"
    DOWNGRADE = "downgrade"
    CRISIS = "crisis"
    CONTEXT = "context"
    OTHER = "other"


class VisitKind(enum.StrEnum):
    """What a visit is."""

    STATE = "state"
    OFFICIAL = "official"
    WORKING = "working"
    PRIVATE = "private"
    TRANSIT = "transit"
    MEETING = "meeting"
    """Beside an event in a third place."""
    VIRTUAL = "virtual"
    """Held online: nobody travels, nobody receives."""
    PARLIAMENTARY = "parliamentary"
    """Of members of parliament, one visit or a class of them."""
    DELEGATIONS = "delegations"
    """A class of visits."""


class AgreementKind(enum.StrEnum):
    """What a document is; the last two are no documents of their own."""

    TREATY = "treaty"
    AGREEMENT = "agreement"
    MOU = "mou"
    PROTOCOL = "protocol"
    DECLARATION = "declaration"
    EXCHANGE_OF_NOTES = "exchange_of_notes"
    JOINT_STATEMENT = "joint_statement"
    STOCK = "stock"
    """So many documents, counted and not listed."""
    SCOPE = "scope"
    """What the documents together are about."""


DOCUMENTS = tuple(kind for kind in AgreementKind if kind not in {AgreementKind.STOCK, AgreementKind.SCOPE})
"""Kinds of single documents."""


class AgreementState(enum.StrEnum):
    """How far a document has come."""

    NEGOTIATING = "negotiating"
    INITIALLED = "initialled"
    SIGNED = "signed"
    RATIFIED = "ratified"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"
    EXPIRED = "expired"
    ENDED = "ended"
    """In force no longer, whichever way it came about."""
    UNKNOWN = "unknown"


class Binding(enum.StrEnum):
    """Whether a document binds."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Cadence(enum.StrEnum):
    """How often a mechanism is meant to meet."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    TWO_YEARLY = "two_yearly"
    IRREGULAR = "irregular"

    @property
    def months(self) -> int | None:
        """Months between two sessions, where that can be said."""
        match self:
            case Cadence.MONTHLY:
                return 1
            case Cadence.QUARTERLY:
                return 3
            case Cadence.HALF_YEARLY:
                return 6
            case Cadence.YEARLY:
                return 12
            case Cadence.TWO_YEARLY:
                return 24
            case Cadence.IRREGULAR:
                return None


# ---------------------------------------------------------------- judgements


class AssessmentKind(enum.StrEnum):
    """What a judgement is."""

    ASSESSMENT = "assessment"
    CAUSAL = "causal"
    EXPECTATION = "expectation"
    PROFILE = "profile"
    GENERAL = "general"


class PositionHolder(enum.StrEnum):
    """Who holds a position."""

    GOVERNMENT = "government"
    PARLIAMENT = "parliament"
    OPPOSITION = "opposition"
    BUSINESS = "business"
    EXPERTS = "experts"
    SOCIETY = "society"


class Horizon(enum.StrEnum):
    """By when something should be done."""

    ONGOING = "ongoing"
    OPEN = "open"
    """The source does not say."""
    IMMEDIATE = "immediate"
    ONE_YEAR = "1y"
    THREE_YEARS = "3y"
    LONG = "long"


class SourceClass(enum.StrEnum):
    """How near a source is to the matter."""

    OFFICIAL = "official"
    PARTY = "party"
    MEDIA = "media"
    ACADEMIC = "academic"
    DATASET = "dataset"
    UNKNOWN = "unknown"


# ---------------------------------------------------------------- trade


class Flow(enum.StrEnum):
    """What a row of trade states."""

    X = "X"
    """The exporter's goods to the importer."""
    TURNOVER = "TURNOVER"
    """Both directions added."""
    BALANCE = "BALANCE"
    """Exporter minus importer."""


class Valuation(enum.StrEnum):
    """At which border, and so with which costs, goods are valued."""

    FOB = "FOB"
    """At the exporter's."""
    CIF = "CIF"
    """At the importer's, with insurance and freight."""
    UNKNOWN = "unknown"


class Traded(enum.StrEnum):
    """What a figure of trade counts."""

    GOODS = "goods"
    SERVICES = "services"
    GOODS_AND_SERVICES = "goods_and_services"
    UNKNOWN = "unknown"
    """The source says no more than trade."""


class YearBasis(enum.StrEnum):
    """Which year a yearly figure counts."""

    CALENDAR = "calendar"
    FISCAL = "fiscal"
    UNKNOWN = "unknown"


class WordedAs(enum.StrEnum):
    """From which side a source tells a flow."""

    EXPORTS = "exports"
    IMPORTS = "imports"
    UNKNOWN = "unknown"
