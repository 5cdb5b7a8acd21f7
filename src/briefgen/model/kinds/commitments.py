"""Commitments: who has undertaken to do what, by when."""

from typing import Annotated

from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.date import Date
from briefgen.model.values.text import Text
from briefgen.records import dataclass

STATES = ("outstanding", "done", "dropped", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Fact):
    """What somebody has undertaken to do, on a visit or at another time."""

    title: Annotated[
        Text, Declared(FieldRole.TITLE, "What is to be done, in a few words: send a draft of the protocol.")
    ]
    made: Annotated[Date, Declared(FieldRole.HAPPENED, "When it was undertaken.")]
    party: Annotated[str | None, Declared(FieldRole.PARTY, "The party that is to do it; absent where both are.")] = None
    owner: Annotated[Text | None, Declared(FieldRole.TITLE, "The ministry or body that is to do it.")] = None
    due: Annotated[Date | None, Declared(FieldRole.SCHEDULED, "By when it is to be done.")] = None
    done: Annotated[Date | None, Declared(FieldRole.ENDS, "When it was done.")] = None
    state: Annotated[
        str,
        Declared(
            FieldRole.ONE_OF,
            "What has come of it. Where there is a date, briefs go by it.",
            Narrowed(choices=STATES, dated=(("done", "done"),)),
        ),
    ] = "unknown"
    made_during: Annotated[
        str | None, Declared(FieldRole.LINK, "The id of the visit that it was made on.", Narrowed(to=("visits",)))
    ] = None


KIND = Kind(name="commitments", what="a commitment", made_of=Commitment, order=3)
