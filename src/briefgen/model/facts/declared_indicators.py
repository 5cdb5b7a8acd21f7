"""Indicators: what the figures of series are of, declared once for all relations."""

import enum
from typing import Annotated

from briefgen.diagnostics import Place
from briefgen.late_patterns import late_pattern
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.parties_people_references import IDENTITY
from briefgen.model.values.text import Text
from briefgen.records import dataclass

CURRENCY = "currency"
"""The unit of an indicator whose rows name a currency each."""
PER_CENT = "%"


class Measures(enum.StrEnum):
    """What the figure of a period says."""

    STOCK = "stock"
    """How much there was at its end."""
    FLOW = "flow"
    """How much there was in all of it."""


class Side(enum.StrEnum):
    """What a phrase has a place for; the members are the names of the columns."""

    WHOSE = "whose"
    TOWARDS = "towards"

    @property
    def place(self) -> str:
        """As it stands in a phrase."""
        return f"{{{self.value}}}"


_PLACES = late_pattern(r"(\{whose\}|\{towards\})")


def pieces_of(phrase: str) -> list[str | Side]:
    """The words of a phrase with the sides between them, in order.

    Example:
        >>> pieces_of("students from {whose}")
        ['students from ', <Side.WHOSE: 'whose'>]
    """
    places = {side.place: side for side in Side}
    return [places.get(piece, piece) for piece in _PLACES.split(phrase) if piece]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredIndicator:
    """What rows of series.csv count or measure: students, visitors, investment, energy."""

    id: Annotated[str, Declared(FieldRole.ID, IDENTITY)]
    name: Annotated[Text, Declared(FieldRole.TITLE, "What it is called, as in a list: students.")]
    measures: Annotated[
        Measures,
        Declared(
            FieldRole.ONE_OF, "stock: how much there is at the end of a period; flow: how much there is in all of it."
        ),
    ]
    unit: Annotated[
        Text,
        Declared(FieldRole.TITLE, "One of what is counted: student, tonne; or `currency`, or `%`."),
    ]
    unit_plural: Annotated[
        Text | None, Declared(FieldRole.TITLE, "Several of them, where the word is another: students.")
    ] = None
    phrase: Annotated[
        Text | None,
        Declared(
            FieldRole.TITLE,
            "It with its two sides, as the subject of a sentence: students from {whose} in {towards}.",
            Narrowed(example='"students from {whose} in {towards}"'),
        ),
    ] = None
    about: Annotated[Text | None, Declared(FieldRole.TEXT, "What is counted, and what is not; a note prints it.")] = (
        None
    )
    may_be_negative: Annotated[bool, Declared(FieldRole.TRUTH, "Whether it can be below zero: net investment.")] = False
    place: Annotated[Place, Declared(FieldRole.PLACE)]

    @property
    def in_money(self) -> bool:
        """Whether it is measured in money, whose currency each row names."""
        return str(self.unit) == CURRENCY

    @property
    def counted_in(self) -> str:
        """The unit of its quantities, in whatever language a brief is; none where it is money."""
        return "" if self.in_money else str(self.unit_plural or self.unit)

    @property
    def names_its_unit(self) -> bool:
        """Whether its phrase, or else its name, begins with what is counted: a number behind it needs no unit."""
        if self.in_money:
            return False
        plural = self.unit_plural or self.unit
        return all(
            f"{words} ".casefold().startswith(f"{plural.in_language(language).casefold()} ")
            for language, words in (self.phrase or self.name).by_language
        )

    @property
    def is_stock(self) -> bool:
        """Whether its figures hold for the end of their period, so that they do not add up."""
        return self.measures is Measures.STOCK
