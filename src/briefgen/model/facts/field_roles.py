"""What a field of a record is to the program: a role out of a closed set, declared where the field is.

Whatever reads records without knowing their kind (loader, schemas, views, rules) asks for roles, in matches over all
of them: a new role, or one that a function forgets, fails the type check.
"""

from __future__ import annotations

import enum
from functools import cached_property
from typing import assert_never

from briefgen.records import dataclass


class Nature(enum.Enum):
    """What roles have in common, for whoever need not tell them apart."""

    ITSELF = enum.auto()
    """Who the record is and where it stands."""
    LABEL = enum.auto()
    """For whoever keeps the data; no reader sees it."""
    OURS = enum.auto()
    """Our own words."""
    WORDS = enum.auto()
    """Words of others, and codes."""
    CHOICE = enum.auto()
    """A word out of a list, a truth, a name of a field."""
    NUMBER = enum.auto()
    DATE = enum.auto()
    COUNTRY = enum.auto()
    NAME = enum.auto()
    """The id of a person, an organisation or an indicator, which all relations share."""
    CITED = enum.auto()
    """Where it was taken from: a reference's id, a number in a document."""
    LINK = enum.auto()
    RECORD = enum.auto()
    """A record within the record that is no fact."""
    PARTS = enum.auto()


class FieldRole(enum.Enum):
    """What a field is."""

    __hash__ = object.__hash__
    """Members are one object each: that of `Enum` hashes their names anew each time they are looked for."""

    # ---- the record itself
    ID = enum.auto()
    """Names the record; what leads to it does so by this."""
    PLACE = enum.auto()
    """Where it stands in the files: noted by the loader, entered by nobody."""
    AS_READ = enum.auto()
    """The record as it stands in a file of another standard, for who knows that standard: noted by the loader."""
    SEED = enum.auto()
    """Its numbers in the document it was taken from."""
    STATUS = enum.auto()
    """How the claim stands."""
    SOURCES = enum.auto()
    """Where it is claimed."""
    INFERRED = enum.auto()
    """Names of fields that the source implies but does not state."""

    # ---- labels, which stay behind when a view is made
    TOPICS = enum.auto()
    SENSITIVITY = enum.auto()
    EMBARGO = enum.auto()
    """The day from which it may be told."""
    RECORDED = enum.auto()
    """When it became known."""
    PLANNED = enum.auto()
    """Whether it is yet to happen: told as a plan, and never as done."""
    SUPPRESSIONS = enum.auto()
    """Checks that it is excused from."""
    AUDIENCE = enum.auto()
    """The id of an audience whose briefs alone may have the record."""

    # ---- words
    LINE = enum.auto()
    """A few words of ours in one language: a label, a name."""
    TITLE = enum.auto()
    """The same, in one language or in several."""
    TEXT = enum.auto()
    """Sentences of ours, in one language or in several."""
    QUOTE = enum.auto()
    """Words of a source."""
    WORDS = enum.auto()
    """Words or a code as they are: a city, a code of goods, a page."""
    ADDRESS = enum.auto()
    """The address of a page or a mailbox."""
    ONE_OF = enum.auto()
    """A word of a list."""
    PROSE = enum.auto()
    """A text of ours with values of facts and citations in it, below the head of its file."""
    VALUED = enum.auto()
    """A line or sentences of ours with values of facts in them, in one language or in several."""

    # ---- pictures
    FILE = enum.auto()
    """The name of a picture beside the data; its pixels go wherever the record goes, and nowhere else."""

    # ---- truths and numbers
    TRUTH = enum.auto()
    """Yes or no."""
    MAJOR = enum.auto()
    """Whether it belongs in a short timeline: a kind that asks this is one of events."""
    WHOLE = enum.auto()
    QUANTITY = enum.auto()
    MONEY = enum.auto()
    RATE = enum.auto()

    # ---- time
    HAPPENED = enum.auto()
    """When it happened; before, there is nothing to tell."""
    BEGINS = enum.auto()
    """When what is told of begins to hold, often after it was told of."""
    ENDS = enum.auto()
    """When it ceases to hold."""
    DURING = enum.auto()
    """The time through which it holds, as far as known: an office, a membership."""
    HOLDS_FOR = enum.auto()
    """The time that a value is true of: a count up to then."""
    PERIOD = enum.auto()
    """The span that a figure is the sum of: there is none before its last day."""
    SPEAKS_OF = enum.auto()
    """The time that a judgement is about, which may lie ahead."""
    YEAR_BEGINS = enum.auto()
    """The day of the year on which a party's fiscal year begins."""
    SCHEDULED = enum.auto()
    """A time that was laid down beforehand: by when something is due, the span of a programme."""

    # ---- who, where, and other records
    PARTY = enum.auto()
    """A country that acts in the relation: one of its two parties."""
    COUNTRY = enum.auto()
    """Any country."""
    PERSON = enum.auto()
    ORGANISATION = enum.auto()
    INDICATOR = enum.auto()
    """What a figure of a series is of: an id in indicators.yaml."""
    REFERENCE = enum.auto()
    ACTOR = enum.auto()
    VENUE = enum.auto()
    TERMS = enum.auto()
    """Times in office."""
    AUTHORS = enum.auto()
    LINK = enum.auto()
    """The id of a fact."""
    GROUNDS = enum.auto()
    """The facts that words of ours lean on: who may not know one of them may not know the record."""
    PARTS = enum.auto()
    """Facts within the fact."""

    @cached_property  # asked of every field of every fact, for every audience
    def nature(self) -> Nature:  # noqa: C901, PLR0912 - one case a nature
        """What it has in common with others."""
        match self:
            case FieldRole.ID | FieldRole.PLACE:
                return Nature.ITSELF
            case (
                FieldRole.TOPICS | FieldRole.SENSITIVITY | FieldRole.EMBARGO | FieldRole.RECORDED
                | FieldRole.PLANNED | FieldRole.SUPPRESSIONS | FieldRole.AUDIENCE
            ):  # fmt: skip
                return Nature.LABEL
            case FieldRole.LINE | FieldRole.TITLE | FieldRole.TEXT | FieldRole.PROSE | FieldRole.VALUED:
                return Nature.OURS
            case (
                FieldRole.QUOTE | FieldRole.WORDS | FieldRole.ADDRESS | FieldRole.AS_READ | FieldRole.FILE
                | FieldRole.YEAR_BEGINS
            ):  # fmt: skip
                return Nature.WORDS
            case FieldRole.STATUS | FieldRole.INFERRED | FieldRole.ONE_OF | FieldRole.TRUTH | FieldRole.MAJOR:
                return Nature.CHOICE
            case FieldRole.WHOLE | FieldRole.QUANTITY | FieldRole.MONEY | FieldRole.RATE:
                return Nature.NUMBER
            case (
                FieldRole.HAPPENED | FieldRole.BEGINS | FieldRole.ENDS | FieldRole.DURING | FieldRole.HOLDS_FOR
                | FieldRole.PERIOD | FieldRole.SPEAKS_OF | FieldRole.SCHEDULED
            ):  # fmt: skip
                return Nature.DATE
            case FieldRole.PARTY | FieldRole.COUNTRY:
                return Nature.COUNTRY
            case FieldRole.PERSON | FieldRole.ORGANISATION | FieldRole.INDICATOR:
                return Nature.NAME
            case FieldRole.REFERENCE | FieldRole.SEED:
                return Nature.CITED
            case (
                FieldRole.ACTOR | FieldRole.VENUE | FieldRole.TERMS | FieldRole.AUTHORS | FieldRole.SOURCES
                | FieldRole.GROUNDS
            ):  # fmt: skip
                return Nature.RECORD
            case FieldRole.LINK:
                return Nature.LINK
            case FieldRole.PARTS:
                return Nature.PARTS
            case _:
                assert_never(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What else is to be said of a field, beside its role."""

    choices: tuple[str, ...] = ()
    """Of a word of a list: the list, where the type does not say it or says more."""
    to: tuple[str, ...] = ()
    """Of a link: the kinds of facts it may lead to; any, where absent."""
    is_ground: bool = False
    """Of links: whether the record rests on what they lead to, and is held back where all of it is hidden."""
    is_evidence: bool = False
    """Of links: whether the record argues from what they lead to, and says little to who is not told of it."""
    example: str = ""
    """One as it is written, for who begins a file, where the role does not say it."""
    each: str = ""
    """Of parts: what one is, in the user's words: `a session`."""
    tells_of: str = ""
    """Of a word of a list or a truth: the date that it is about, before which it cannot be said."""
    of_the_whole: bool = False
    """Of what tells of a time: whether of all of it, so that it cannot be said before its end is known."""
    dated: tuple[tuple[str, str], ...] = ()
    """Of a word of a list: the words that a date speaks for, in the order in which they come true, each with its field.

    As of a day such a word is said where its date has been reached, whichever word is entered.
    """
    laid_down: bool = False
    """Of an end: whether it may be laid down beforehand, and then is told while it lies ahead."""
    may_be_world: bool = False
    """Of a party: whether `WLD` may stand there, for all countries together."""
    written: str = ""
    """What a file of another standard calls it: `container-title`, `custom.seed`; as the field where empty."""
    is_reporter: bool = False
    """Of a country: whether it is whose statistics the record is from, and so whose fiscal year it counts."""
    may_be_third: bool = False
    """Of an actor: whether it may be of another country than the relation's two."""
    in_columns: bool = False
    """Of a quantity in a table: whether its number, scale and unit stand in columns of their own."""
    own_side: bool = False
    """Of a party: whether no brief may have it that is written from the other party's perspective."""


@dataclass(frozen=True, slots=True, eq=False)  # `Annotated` hashes it, for each field of each record
class Declared:
    """What stands behind a field's type: `Annotated[Date, Declared(FieldRole.HAPPENED, "When it took place.")]`."""

    role: FieldRole
    about: str = ""
    """What the field is, in a sentence for whoever fills it in."""
    narrowed: Narrowed = Narrowed()
