"""Investments and loans: money that one side puts to work in the other."""

from typing import Annotated

from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.model.values.text import Text
from briefgen.records import dataclass

INVESTMENTS = ("direct_investment", "joint_venture", "acquisition", "portfolio", "loan", "credit_line", "grant",
               "guarantee", "other")  # fmt: skip
STAGES = ("announced", "agreed", "under_way", "completed", "cancelled", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Investment(Fact):
    """An investment, a loan or a grant: money that one side puts to work in the other."""

    kind: Annotated[str, Declared(FieldRole.ONE_OF, "What kind it is.", Narrowed(choices=INVESTMENTS))]
    title: Annotated[Text, Declared(FieldRole.TITLE, "What it is called in a table: a few words.")]
    amount: Annotated[
        Quantity | None,
        Declared(
            FieldRole.MONEY,
            "How much was announced or agreed: about 25 million USD. What is drawn or invested by now is a series.",
            Narrowed(example="25 million USD"),
        ),
    ] = None
    investor: Annotated[
        str | None, Declared(FieldRole.PARTY, "The party that the money comes from; absent where it is both.")
    ] = None
    host: Annotated[str | None, Declared(FieldRole.PARTY, "The party that the money goes to.")] = None
    companies: Annotated[
        tuple[str, ...], Declared(FieldRole.LINE, "The companies, banks or ministries that take part, by their names.")
    ] = ()
    organisation: Annotated[
        str | None,
        Declared(FieldRole.ORGANISATION, "The id of an organisation that takes part, such as a bank of states."),
    ] = None
    sector: Annotated[str | None, Declared(FieldRole.LINE, "The branch: energy, food processing.")] = None
    terms: Annotated[
        Text | None, Declared(FieldRole.TEXT, "Its terms in short: what it is for, interest, years, conditions.")
    ] = None
    announced: Annotated[Date | None, Declared(FieldRole.HAPPENED, "When it was announced.")] = None
    agreed: Annotated[Date | None, Declared(FieldRole.HAPPENED, "When it was agreed: signed or decided.")] = None
    begun: Annotated[Date | None, Declared(FieldRole.HAPPENED, "When work began, or money first flowed.")] = None
    completed: Annotated[Date | None, Declared(FieldRole.ENDS, "When it was completed, or a loan repaid.")] = None
    cancelled: Annotated[Date | None, Declared(FieldRole.ENDS, "When it was given up.")] = None
    stage: Annotated[
        str,
        Declared(
            FieldRole.ONE_OF,
            "How far it has come. Where there are dates, briefs go by these.",
            Narrowed(
                choices=STAGES,
                dated=(
                    ("announced", "announced"),
                    ("agreed", "agreed"),
                    ("under_way", "begun"),
                    ("completed", "completed"),
                    ("cancelled", "cancelled"),
                ),
            ),
        ),
    ] = "unknown"
    announced_during: Annotated[
        str | None,
        Declared(FieldRole.LINK, "The id of the visit that it was announced or agreed on.", Narrowed(to=("visits",))),
    ] = None


KIND = Kind(name="investments", what="an investment", made_of=Investment, order=6)
