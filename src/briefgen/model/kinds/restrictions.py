"""Restrictions: rules that bear on dealing with a party, such as sanctions, payment, market access and visas."""

from typing import Annotated

from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.date import Date
from briefgen.model.values.text import Text
from briefgen.records import dataclass

RESTRICTIONS = ("sanctions", "export_control", "payment", "market_access", "visa", "other")
STATES = ("announced", "in_force", "suspended", "ended", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Restriction(Fact):
    """A rule that whoever deals with a party has to keep: sanctions, payment, market access, visas."""

    kind: Annotated[str, Declared(FieldRole.ONE_OF, "What kind it is.", Narrowed(choices=RESTRICTIONS))]
    title: Annotated[Text, Declared(FieldRole.TITLE, "What it is called in a table: a few words.")]
    affects: Annotated[
        tuple[str, ...],
        Declared(FieldRole.PARTY, "The parties whose people, companies or goods it bears on."),
    ]
    imposed_by: Annotated[str | None, Declared(FieldRole.COUNTRY, "The country that imposed it, a party or not.")] = (
        None
    )
    organisation: Annotated[
        str | None,
        Declared(FieldRole.ORGANISATION, "The id of the organisation that imposed it, in organisations.yaml."),
    ] = None
    scope: Annotated[Text | None, Declared(FieldRole.TITLE, "What it is on: goods, banks, people; a few words.")] = None
    consequence: Annotated[
        Text | None, Declared(FieldRole.TEXT, "What follows for whoever deals with them, in a sentence.")
    ] = None
    announced: Annotated[Date | None, Declared(FieldRole.HAPPENED, "When it was announced or adopted.")] = None
    since: Annotated[Date | None, Declared(FieldRole.BEGINS, "Since when it is in force.")] = None
    until: Annotated[
        Date | None,
        Declared(
            FieldRole.ENDS,
            "When it ceased to be in force, or up to when it is laid down.",
            Narrowed(laid_down=True),
        ),
    ] = None
    state: Annotated[
        str,
        Declared(
            FieldRole.ONE_OF,
            "Whether it is in force. Where there are dates, briefs go by these.",
            Narrowed(
                choices=STATES,
                dated=(("announced", "announced"), ("in_force", "since"), ("ended", "until")),
            ),
        ),
    ] = "unknown"


KIND = Kind(name="restrictions", what="a restriction", made_of=Restriction, order=8)
