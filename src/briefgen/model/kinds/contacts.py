"""Contacts: missions and desks, who is there, and how to reach them."""

from typing import Annotated

from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.date import Date
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.model.values.text import Text
from briefgen.records import dataclass

CONTACTS = ("embassy", "consulate", "honorary_consul", "trade_office", "ministry_desk", "chamber", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Fact):
    """A mission, a desk or a person to turn to, and how to reach it."""

    kind: Annotated[str, Declared(FieldRole.ONE_OF, "What kind it is.", Narrowed(choices=CONTACTS))]
    name: Annotated[Text, Declared(FieldRole.TITLE, "What it is called: Embassy of Pakistan in Minsk.")]
    party: Annotated[str, Declared(FieldRole.PARTY, "Whose mission or desk it is.")]
    post: Annotated[
        str | None, Declared(FieldRole.LINE, "Whom to ask for, by the post: Ambassador, trade counsellor.")
    ] = None
    person: Annotated[str | None, Declared(FieldRole.PERSON, "Who holds the post: a person's id in people.yaml.")] = (
        None
    )
    city: Annotated[str | None, Declared(FieldRole.WORDS, "The city.")] = None
    phone: Annotated[str | None, Declared(FieldRole.WORDS, "The number, from abroad: +375 17 000 00 00.")] = None
    mail: Annotated[
        str | None,
        Declared(FieldRole.ADDRESS, "The mailbox: desk@example.org.", Narrowed(example="desk@example.org")),
    ] = None
    web: Annotated[str | None, Declared(FieldRole.ADDRESS, "The page: https://example.org.")] = None
    during: Annotated[
        Date | None, Declared(FieldRole.DURING, "Since when it is so, and until when: an interval such as 2019-05/..")
    ] = None


KIND = Kind(name="contacts", what="a contact", made_of=Contact, order=7, unlabelled=Sensitivity.OFFICIAL)
