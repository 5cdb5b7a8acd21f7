"""Rates: one row of rates.csv is one claim about what one unit of a currency was worth in another."""

from collections.abc import Iterator
from typing import Annotated

from briefgen.model.facts.declarations import values_of
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.records import dataclass


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

    def is_of_any(self, units: frozenset[str]) -> bool:
        """Whether amounts in some currencies can be converted by it."""
        return not units.isdisjoint({self.currency, self.into})


def units_in(fact: Fact) -> Iterator[str]:
    """Currencies and other units of a fact's own amounts, which rates are needed for."""
    for field, value in values_of(fact):
        if field.role in {FieldRole.MONEY, FieldRole.QUANTITY} and value is not None:
            yield value.unit


KIND = Kind(name="rates", what="a rate", made_of=Rate, order=90, is_table=True, is_shared=True)
