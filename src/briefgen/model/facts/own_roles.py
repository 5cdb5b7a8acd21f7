"""The roles that a team may give to the fields of its own kinds, in the words of its files.

What every fact has already (id, sources, labels ...) is none of them, nor is what belongs to references and people.
"""

from __future__ import annotations

from typing import assert_never

from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.parties_people_references import Actor, Venue
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.model.values.text import Text
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True)
class OwnRole:
    """A role as a team may declare it."""

    type: type
    """Of the value, or of each value."""
    about: str
    """What a field of that role is, for whoever declares it or fills it in."""
    takes: tuple[str, ...] = ()
    """What else may be said of such a field."""
    needs: tuple[str, ...] = ()
    """What of that must be said."""
    in_table: bool = True
    """Whether a cell of a row can hold one."""
    default: object = None
    """Its value where none is entered."""


_ABOUT = {
    FieldRole.LINE: "A few words of yours: a label, a name.",
    FieldRole.TITLE: "What it is called, in one language or in several; a timeline prints the first.",
    FieldRole.TEXT: "Sentences of yours, in one language or in several.",
    FieldRole.QUOTE: "Words of a source, at most 25.",
    FieldRole.WORDS: "Words or a code as they are: a city, a number of a law.",
    FieldRole.ADDRESS: "The address of a page (https://...) or a mailbox.",
    FieldRole.ONE_OF: "A word out of a list.",
    FieldRole.TRUTH: "Yes or no; empty where nobody has said.",
    FieldRole.MAJOR: "Whether it belongs in a short timeline; a kind that asks this is one of events.",
    FieldRole.WHOLE: "A whole number.",
    FieldRole.QUANTITY: "A number with its unit: 5 sessions.",
    FieldRole.MONEY: "An amount with its currency (ISO 4217): 50000000 USD.",
    FieldRole.RATE: "A rate with its unit: 3.5 %.",
    FieldRole.HAPPENED: "When it happened; a brief as of an earlier day leaves the fact out.",
    FieldRole.BEGINS: "When it begins to hold, often after it was told of; the date is left out till then.",
    FieldRole.ENDS: "When it ceases to hold; the date is left out till then, unless it may be laid down beforehand.",
    FieldRole.DURING: "The time through which it holds, as far as known; the fact is told from its first day.",
    FieldRole.HOLDS_FOR: "The time that a value is true of: a count up to then.",
    FieldRole.PERIOD: "The span that a figure is the sum of: 2023, 2023-03, 2023-Q1, 2023-H1 or FY2022-23.",
    FieldRole.SPEAKS_OF: "The time that it speaks of, such as a day agreed on; ahead of it, `recorded` must be given.",
    FieldRole.SCHEDULED: (
        "A time laid down beforehand, such as a due date or the span of a programme; told whole, even where it lies "
        "ahead. Where nothing happened and nobody recorded it, the fact is told from its first day."
    ),
    FieldRole.PARTY: "A party of the relation that acts.",
    FieldRole.COUNTRY: "Any country, by its ISO 3166-1 alpha-3 code.",
    FieldRole.PERSON: "A person's id in people.yaml.",
    FieldRole.ORGANISATION: "An organisation's id in organisations.yaml.",
    FieldRole.ACTOR: "Who took part: a party, with a person or a role in words.",
    FieldRole.VENUE: "Where it took place; every part may be unknown.",
    FieldRole.LINK: "The id of another fact.",
    FieldRole.PARTS: "Facts within the fact, each with fields of its own.",
}


def own_role(role: FieldRole) -> OwnRole | None:  # noqa: C901, PLR0912 - one case a role or more
    """The role for a team; None of one that it cannot give."""
    match role:
        case (
            FieldRole.LINE | FieldRole.QUOTE | FieldRole.WORDS | FieldRole.ADDRESS | FieldRole.PERSON
            | FieldRole.ORGANISATION
        ):  # fmt: skip
            return OwnRole(str, _ABOUT[role], ("many",))
        case FieldRole.TITLE | FieldRole.TEXT:
            return OwnRole(Text, _ABOUT[role], ("many",) if role is FieldRole.TEXT else ())
        case FieldRole.ONE_OF:
            return OwnRole(str, _ABOUT[role], ("choices", "tells_of", "many"), ("choices",))
        case FieldRole.TRUTH:
            return OwnRole(bool, _ABOUT[role], ("tells_of",))
        case FieldRole.MAJOR:
            return OwnRole(bool, _ABOUT[role], default=False)
        case FieldRole.WHOLE:
            return OwnRole(int, _ABOUT[role])
        case FieldRole.QUANTITY | FieldRole.MONEY | FieldRole.RATE:
            return OwnRole(Quantity, _ABOUT[role])
        case (
            FieldRole.HAPPENED | FieldRole.BEGINS | FieldRole.ENDS | FieldRole.DURING | FieldRole.HOLDS_FOR
            | FieldRole.PERIOD | FieldRole.SPEAKS_OF | FieldRole.SCHEDULED
        ):  # fmt: skip
            return OwnRole(Date, _ABOUT[role], ("laid_down",) if role is FieldRole.ENDS else ())
        case FieldRole.PARTY | FieldRole.COUNTRY:
            own = ("own_side",) if role is FieldRole.PARTY else ()
            return OwnRole(str, _ABOUT[role], ("many", "may_be_world", *own))
        case FieldRole.ACTOR | FieldRole.VENUE:
            of, takes = (Actor, ("many", "may_be_third")) if role is FieldRole.ACTOR else (Venue, ())
            return OwnRole(of, _ABOUT[role], takes, in_table=False)
        case FieldRole.LINK:
            return OwnRole(str, _ABOUT[role], ("to", "many"))
        case FieldRole.PARTS:
            return OwnRole(tuple, _ABOUT[role], ("each", "fields"), ("each", "fields"), in_table=False)
        case (
            FieldRole.ID | FieldRole.PLACE | FieldRole.AS_READ | FieldRole.SEED | FieldRole.STATUS | FieldRole.SOURCES
            | FieldRole.INFERRED | FieldRole.TOPICS | FieldRole.SENSITIVITY | FieldRole.EMBARGO | FieldRole.RECORDED
            | FieldRole.PLANNED | FieldRole.SUPPRESSIONS | FieldRole.REFERENCE | FieldRole.TERMS | FieldRole.AUTHORS
            | FieldRole.FILE | FieldRole.PROSE | FieldRole.INDICATOR | FieldRole.YEAR_BEGINS | FieldRole.VALUED
            | FieldRole.AUDIENCE | FieldRole.GROUNDS
        ):  # fmt: skip
            return None
        case _:
            assert_never(role)


def _word(role: FieldRole) -> str:
    return role.name.lower().replace("_", "-")


OWN_ROLES = {_word(role): role for role in FieldRole if own_role(role)}
"""Word in a file → role."""
EXTRAS = ("many", "choices", "tells_of", "to", "each", "fields", "may_be_world", "may_be_third", "own_side",
          "laid_down")  # fmt: skip
"""What may be said of a field beside its role, what it is about and whether it is required."""
