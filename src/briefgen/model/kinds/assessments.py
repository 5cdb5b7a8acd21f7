"""Assessments: judgements, causal claims, expectations and profiles of a party; never events."""

from typing import Annotated

from briefgen.model.facts.controlled_vocabularies import AssessmentKind
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.date import Date
from briefgen.model.values.text import Text
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Fact):
    """A judgement, a causal claim, an expectation or a profile of a party: never an event."""

    kind: Annotated[AssessmentKind, Declared(FieldRole.ONE_OF, "What kind it is.")]
    text: Annotated[Text, Declared(FieldRole.TEXT, "The sentence that a brief prints.")]
    about: Annotated[tuple[str, ...], Declared(FieldRole.COUNTRY, "The parties that it is about.")] = ()
    date: Annotated[Date | None, Declared(FieldRole.SPEAKS_OF, "The time that it speaks of.")] = None
    supports: Annotated[
        tuple[str, ...], Declared(FieldRole.LINK, "Ids of facts that speak for it.", Narrowed(is_evidence=True))
    ] = ()
    contradicts: Annotated[
        tuple[str, ...], Declared(FieldRole.LINK, "Ids of facts that speak against it.", Narrowed(is_evidence=True))
    ] = ()
    theme: Annotated[
        Text | None,
        Declared(FieldRole.TITLE, "The question that it is about, in a few words: what is of one is told together."),
    ] = None
    hedged: Annotated[bool, Declared(FieldRole.TRUTH, "Whether the source itself is careful: seems, could.")] = False


KIND = Kind(name="assessments", what="an assessment", made_of=Assessment, order=9)
