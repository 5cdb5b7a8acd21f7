"""Positions: what the parties say or do as policy."""

from typing import Annotated

from briefgen.model.facts.controlled_vocabularies import PositionHolder
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.text import Text
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Fact):
    """What parties say or do as policy."""

    parties: Annotated[tuple[str, ...], Declared(FieldRole.PARTY, "Countries, by their ISO 3166-1 alpha-3 codes.")]
    statement: Annotated[Text, Declared(FieldRole.TEXT, "What the parties say or do as policy, in a sentence.")]
    mechanism: Annotated[
        str | None,
        Declared(FieldRole.LINK, "The id of the mechanism where it was taken.", Narrowed(to=("mechanisms",))),
    ] = None
    held_by: Annotated[
        PositionHolder | None,
        Declared(FieldRole.ONE_OF, "Who in these countries holds it, where it is not the state as such."),
    ] = None
    theme: Annotated[
        Text | None,
        Declared(FieldRole.TITLE, "The question that it is about, in a few words: what is of one is told together."),
    ] = None


KIND = Kind(name="positions", what="a position", made_of=Position, order=8)
