"""Agreements: signed documents, and stocks of documents that are counted but not listed."""

from typing import Annotated

from briefgen.model.facts.controlled_vocabularies import DOCUMENTS, AgreementKind, AgreementState, Binding
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.facts.parties_people_references import Venue
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.model.values.text import Text
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratification(Fact):
    """That one party has ratified a document."""

    party: Annotated[str, Declared(FieldRole.PARTY, "The party that ratified it.")]
    date: Annotated[Date | None, Declared(FieldRole.HAPPENED, "When it did.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Fact):
    """A signed document, or a stock of documents that are counted but not listed."""

    kind: Annotated[AgreementKind, Declared(FieldRole.ONE_OF, "What kind it is.")]
    title: Annotated[Text, Declared(FieldRole.TITLE, "What it is called in a timeline or a table: a few words.")]
    signed: Annotated[Date | None, Declared(FieldRole.HAPPENED, "When it was signed.")] = None
    in_force: Annotated[Date | None, Declared(FieldRole.BEGINS, "When it entered into force.")] = None
    ended: Annotated[
        Date | None,
        Declared(
            FieldRole.ENDS,
            "When it ceased to be in force, or up to when it was concluded.",
            Narrowed(laid_down=True),
        ),
    ] = None
    ratifications: Annotated[
        tuple[Ratification, ...],
        Declared(FieldRole.PARTS, "Which party has ratified it, and when.", Narrowed(each="a ratification")),
    ] = ()
    state: Annotated[
        AgreementState,
        Declared(
            FieldRole.ONE_OF,
            "How far it has come. Where there are dates, briefs go by these.",
            Narrowed(
                dated=(
                    (AgreementState.SIGNED, "signed"),
                    (AgreementState.IN_FORCE, "in_force"),
                    (AgreementState.TERMINATED, "ended"),
                    (AgreementState.EXPIRED, "ended"),
                    (AgreementState.ENDED, "ended"),
                )
            ),
        ),
    ] = AgreementState.UNKNOWN
    """Called `state` because `status` is how the claim stands."""
    binding: Annotated[Binding, Declared(FieldRole.ONE_OF, "Whether it binds under international law.")] = (
        Binding.UNKNOWN
    )
    unts: Annotated[str | None, Declared(FieldRole.LINE, "Its number in the UN Treaty Series: I-12345.")] = None
    venue: Annotated[Venue | None, Declared(FieldRole.VENUE, "Where it took place; every part may be unknown.")] = None
    signed_during: Annotated[
        str | None, Declared(FieldRole.LINK, "The id of the visit that it was signed on.", Narrowed(to=("visits",)))
    ] = None
    count: Annotated[
        Quantity | None,
        Declared(FieldRole.QUANTITY, "Of a stock: how many documents.", Narrowed(example="80 documents")),
    ] = None
    count_as_of: Annotated[Date | None, Declared(FieldRole.HOLDS_FOR, "Of a stock: when they were counted.")] = None
    list_complete: Annotated[
        bool, Declared(FieldRole.TRUTH, "Of a stock: whether the agreements of its kinds are all listed.")
    ] = False
    kinds: Annotated[
        tuple[AgreementKind, ...],
        Declared(FieldRole.ONE_OF, "Of a stock: which kinds of documents it counts.", Narrowed(choices=DOCUMENTS)),
    ] = ()
    scope: Annotated[tuple[Text, ...], Declared(FieldRole.TEXT, "Which fields the documents reach into.")] = ()
    major: Annotated[bool, Declared(FieldRole.MAJOR, "Whether it belongs in a short timeline.")] = False


KIND = Kind(name="agreements", what="an agreement", made_of=Agreement, order=3)
