"""Mechanisms: the standing bodies of a relation, with their sessions, counts, chairs and levels."""

from typing import Annotated, ClassVar

from briefgen.model.facts.controlled_vocabularies import Cadence
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.facts.parties_people_references import Venue
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.model.values.text import Text
from briefgen.records import dataclass

MECHANISMS = ("political_consultations", "joint_commission", "working_group", "working_groups", "strategic_dialogue",
              "parliamentary_group", "council", "other")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Fact):
    """One meeting of a mechanism."""

    number: Annotated[int | None, Declared(FieldRole.WHOLE, "Its number in the series.")] = None
    date: Annotated[Date | None, Declared(FieldRole.HAPPENED, "When it took place.")] = None
    venue: Annotated[Venue | None, Declared(FieldRole.VENUE, "Where it took place; every part may be unknown.")] = None

    @property
    def is_meeting(self) -> bool:
        """Always."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Cochair(Fact):
    """Who heads a mechanism for one party."""

    party: Annotated[str, Declared(FieldRole.PARTY, "The party that the person heads the mechanism for.")]
    person: Annotated[str, Declared(FieldRole.PERSON, "A person's id in people.yaml.")]
    during: Annotated[Date | None, Declared(FieldRole.DURING, "When: an interval or a date.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelClaim(Fact):
    """At which level a mechanism meets, as one source says."""

    type_name: ClassVar[str] = "claim"

    value: Annotated[str, Declared(FieldRole.LINE, "The level that the source names.")]
    as_of: Annotated[Date | None, Declared(FieldRole.HOLDS_FOR, "The time that the value holds for.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCount(Fact):
    """How many sessions a mechanism has held, as one source counts them."""

    type_name: ClassVar[str] = "claim"

    value: Annotated[Quantity, Declared(FieldRole.QUANTITY, "How many: 5 sessions.", Narrowed(example="5 sessions"))]
    as_of: Annotated[Date | None, Declared(FieldRole.HOLDS_FOR, "The time that the value holds for.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism(Fact):
    """A standing body of the relation."""

    kind: Annotated[str, Declared(FieldRole.ONE_OF, "What kind it is.", Narrowed(choices=MECHANISMS))]
    name: Annotated[Text, Declared(FieldRole.TITLE, "What it is called.")]
    aliases: Annotated[tuple[str, ...], Declared(FieldRole.LINE, "Other names that sources use.")] = ()
    level: Annotated[str | None, Declared(FieldRole.LINE, "At which level it meets: foreign ministers, directors.")] = (
        None
    )
    levels: Annotated[
        tuple[LevelClaim, ...],
        Declared(
            FieldRole.PARTS, "Where sources differ on the level: what each says.", Narrowed(each="a claim of a level")
        ),
    ] = ()
    created: Annotated[Date | None, Declared(FieldRole.HAPPENED, "When it was set up.")] = None
    parent: Annotated[
        str | None, Declared(FieldRole.LINK, "The id of the mechanism above it.", Narrowed(to=("mechanisms",)))
    ] = None
    cadence: Annotated[Cadence | None, Declared(FieldRole.ONE_OF, "How often it is meant to meet.")] = None
    list_complete: Annotated[
        bool, Declared(FieldRole.TRUTH, "Whether `sessions` lists every session that there was.")
    ] = False
    sessions: Annotated[
        tuple[Session, ...],
        Declared(FieldRole.PARTS, "The sessions that are known one by one.", Narrowed(each="a session")),
    ] = ()
    sessions_held: Annotated[
        tuple[SessionCount, ...],
        Declared(
            FieldRole.PARTS,
            "How many sessions there were, as sources count them.",
            Narrowed(each="a count of sessions"),
        ),
    ] = ()
    cochairs: Annotated[
        tuple[Cochair, ...], Declared(FieldRole.PARTS, "Who heads it, for each party.", Narrowed(each="a co-chair"))
    ] = ()


KIND = Kind(name="mechanisms", what="a mechanism", made_of=Mechanism, order=4)
