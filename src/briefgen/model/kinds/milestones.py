"""Milestones: dated steps in the relation, or in the life of one party."""

from typing import Annotated

from briefgen.model.facts.controlled_vocabularies import MilestoneKind
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.facts.parties_people_references import Venue
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.model.values.text import Text
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Fact):
    """A dated step in the relation, or in the life of one party."""

    kind: Annotated[MilestoneKind, Declared(FieldRole.ONE_OF, "What kind it is.")]
    title: Annotated[Text, Declared(FieldRole.TITLE, "What it is called in a timeline or a table: a few words.")]
    date: Annotated[Date | None, Declared(FieldRole.HAPPENED, "When it took place.")] = None
    text: Annotated[Text | None, Declared(FieldRole.TEXT, "The sentence that a brief prints.")] = None
    sending: Annotated[
        str | None, Declared(FieldRole.PARTY, "The party that opens a mission (not always whom the source names).")
    ] = None
    host: Annotated[str | None, Declared(FieldRole.PARTY, "The party that receives the mission.")] = None
    venue: Annotated[Venue | None, Declared(FieldRole.VENUE, "Where it took place; every part may be unknown.")] = None
    counts_from: Annotated[
        str | None,
        Declared(
            FieldRole.LINK,
            "Of an anniversary: the id of the milestone that it counts from.",
            Narrowed(to=("milestones",)),
        ),
    ] = None
    years: Annotated[
        Quantity | None,
        Declared(FieldRole.QUANTITY, "Of an anniversary: how many years.", Narrowed(example="25 years")),
    ] = None
    major: Annotated[bool, Declared(FieldRole.MAJOR, "Whether it belongs in a short timeline.")] = False


KIND = Kind(name="milestones", what="a milestone", made_of=Milestone, order=1)
