"""Rates: one row of rates.csv is one claim about what one unit of a currency was worth in another."""

from dataclasses import dataclass
from typing import Annotated

from briefgen.model.facts.declarations import record
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity


@record
@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Fact):
    """One row of rates.csv: what one unit of a currency was worth in another, in one period, as somebody states it."""

    period: Annotated[Date, Declared(FieldRole.PERIOD, "The period that it is the rate of, written as in trade.csv.")]
    currency: Annotated[
        str, Declared(FieldRole.WORDS, "The currency of which one unit is told: USD.", Narrowed(written="from"))
    ]
    into: Annotated[str, Declared(FieldRole.WORDS, "The currency that it is told in: PKR.", Narrowed(written="to"))]
    rate: Annotated[
        Quantity, Declared(FieldRole.RATE, "How many units of `to` one unit of `from` is: 160.2, about 160, 158..162.")
    ]
    whose: Annotated[
        str,
        Declared(FieldRole.LINE, "Whose rate it is, as briefs print it: State Bank of Pakistan, average of the year."),
    ]
    reporter: Annotated[
        str | None,
        Declared(
            FieldRole.COUNTRY,
            "Whose fiscal year it is; it begins as that party's does.",
            Narrowed(is_reporter=True),
        ),
    ] = None


KIND = Kind(name="rates", what="a rate", made_of=Rate, order=90, is_table=True, is_shared=True)
