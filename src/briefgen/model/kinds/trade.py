"""Trade: one row of trade.csv is one claim about one flow in one period."""

from typing import Annotated

from briefgen.model.facts.controlled_vocabularies import Flow, Traded, Valuation, WordedAs, YearBasis
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.records import dataclass

TOTAL = "TOTAL"
"""Scheme and code of a row that counts all that is traded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeObservation(Fact):
    """One row of trade.csv: one claim about one flow in one period."""

    value: Annotated[Quantity, Declared(FieldRole.MONEY, "The number, with a decimal point.")]
    period: Annotated[Date, Declared(FieldRole.PERIOD, "The span: 2023, 2023-03, 2023-Q1, 2023-H1 or FY2022-23.")]
    exporter: Annotated[str, Declared(FieldRole.PARTY, "The party that sells.", Narrowed(may_be_world=True))]
    importer: Annotated[str, Declared(FieldRole.PARTY, "The party that buys.", Narrowed(may_be_world=True))]
    flow: Annotated[
        Flow,
        Declared(
            FieldRole.ONE_OF, "X: what the exporter sells the importer; TURNOVER; BALANCE: exporter minus importer."
        ),
    ]
    reporter: Annotated[
        str | None, Declared(FieldRole.COUNTRY, "Whose statistics it is from.", Narrowed(is_reporter=True))
    ] = None
    valuation: Annotated[Valuation, Declared(FieldRole.ONE_OF, "FOB, CIF or unknown.")] = Valuation.UNKNOWN
    worded_as: Annotated[
        WordedAs, Declared(FieldRole.ONE_OF, "From which side the source tells it: exports or imports.")
    ] = WordedAs.UNKNOWN
    year_basis: Annotated[YearBasis, Declared(FieldRole.ONE_OF, "Calendar or fiscal year, or unknown.")] = (
        YearBasis.UNKNOWN
    )
    counts: Annotated[
        Traded, Declared(FieldRole.ONE_OF, "What is counted; unknown where the source says no more than trade.")
    ] = Traded.UNKNOWN
    scheme: Annotated[
        str, Declared(FieldRole.WORDS, "What `code` is taken from: TOTAL, HS with its year (HS17), SITC, or text.")
    ] = TOTAL
    code: Annotated[str, Declared(FieldRole.WORDS, "The product's code in the scheme.")] = TOTAL
    label: Annotated[str | None, Declared(FieldRole.LINE, "What it is called in a table.")] = None

    @property
    def is_total(self) -> bool:
        """Whether it counts all that is traded, not one product."""
        return self.scheme == TOTAL

    @property
    def subject(self) -> tuple[str, ...]:
        """What it is a figure of, in whatever period: only figures of one subject are rival claims, or a series."""
        return self.exporter, self.importer, self.flow, self.scheme, self.code, self.counts


KIND = Kind(
    name="trade", what="a trade figure", made_of=TradeObservation, order=11, is_table=True,
    name_in_templates="observations",
)  # fmt: skip
