"""Programmes and plans: what the parties have laid down to do over some years."""

from typing import Annotated

from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.date import Date
from briefgen.model.values.text import Text
from briefgen.records import dataclass

PROGRAMMES = ("programme", "action_plan", "roadmap", "strategy", "other")
STATES = ("negotiating", "adopted", "under_way", "ended", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Fact):
    """A programme, an action plan or a roadmap: what the parties have laid down to do over some time."""

    kind: Annotated[str, Declared(FieldRole.ONE_OF, "What kind it is.", Narrowed(choices=PROGRAMMES))]
    title: Annotated[Text, Declared(FieldRole.TITLE, "What it is called in a timeline or a table: a few words.")]
    parties: Annotated[
        tuple[str, ...], Declared(FieldRole.PARTY, "The parties that have laid it down; absent where both have.")
    ] = ()
    adopted: Annotated[Date | None, Declared(FieldRole.HAPPENED, "When it was adopted or signed.")] = None
    span: Annotated[
        Date | None,
        Declared(FieldRole.SCHEDULED, "The time that it is laid down for: 2021/2025.", Narrowed(example="2021/2025")),
    ] = None
    ended: Annotated[Date | None, Declared(FieldRole.ENDS, "When it ended, as a source says.")] = None
    state: Annotated[
        str,
        Declared(
            FieldRole.ONE_OF,
            "How far it has come. Where there are dates, briefs go by these.",
            Narrowed(choices=STATES, dated=(("adopted", "adopted"), ("ended", "ended"))),
        ),
    ] = "unknown"
    contents: Annotated[tuple[Text, ...], Declared(FieldRole.TEXT, "What it provides for, point by point.")] = ()
    adopted_during: Annotated[
        str | None, Declared(FieldRole.LINK, "The id of the visit that it was adopted on.", Narrowed(to=("visits",)))
    ] = None
    major: Annotated[bool, Declared(FieldRole.MAJOR, "Whether it belongs in a short timeline.")] = False


KIND = Kind(name="programmes", what="a programme", made_of=Programme, order=3)
