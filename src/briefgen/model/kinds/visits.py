"""Visits, meetings beside an event, and classes of visits."""

from typing import Annotated

from briefgen.model.facts.controlled_vocabularies import VisitKind
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.facts.parties_people_references import Actor, Venue
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.model.values.text import Text
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Fact):
    """A visit, a meeting beside an event, or a class of visits."""

    kind: Annotated[VisitKind, Declared(FieldRole.ONE_OF, "What kind it is.")]
    title: Annotated[Text, Declared(FieldRole.TITLE, "What it is called in a timeline or a table: a few words.")]
    date: Annotated[Date | None, Declared(FieldRole.HAPPENED, "When it took place.")] = None
    visitor: Annotated[Actor | None, Declared(FieldRole.ACTOR, "Who visits: a party, with a person or a role.")] = None
    host: Annotated[str | None, Declared(FieldRole.PARTY, "The party that receives.")] = None
    counterparts: Annotated[
        tuple[Actor, ...], Declared(FieldRole.ACTOR, "Whom the visitor met.", Narrowed(may_be_third=True))
    ] = ()
    venue: Annotated[Venue | None, Declared(FieldRole.VENUE, "Where it took place; every part may be unknown.")] = None
    count: Annotated[
        Quantity | None, Declared(FieldRole.QUANTITY, "Of a class of visits: how many.", Narrowed(example="4 visits"))
    ] = None
    major: Annotated[bool, Declared(FieldRole.MAJOR, "Whether it belongs in a short timeline.")] = False

    @property
    def is_meeting(self) -> bool:
        """Whether the two sides meet in it: nobody need receive who only passes through, or comes in private."""
        return self.kind not in {VisitKind.PRIVATE, VisitKind.TRANSIT}


KIND = Kind(name="visits", what="a visit", made_of=Visit, order=2)
