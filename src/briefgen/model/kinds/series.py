"""Series: one row of series.csv is one claim about one indicator in one period."""

from typing import Annotated, ClassVar

from briefgen.model.facts.controlled_vocabularies import YearBasis
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesObservation(Fact):
    """One row of series.csv: one claim about one indicator in one period."""

    type_name: ClassVar[str] = "series_row"

    indicator: Annotated[str, Declared(FieldRole.INDICATOR, "What it is of: an indicator's id in indicators.yaml.")]
    period: Annotated[
        Date, Declared(FieldRole.PERIOD, "The year, or another period; of a stock, what it holds for the end of.")
    ]
    whose: Annotated[
        str,
        Declared(
            FieldRole.PARTY, "Whose it is: where students, capital, goods come from.", Narrowed(may_be_world=True)
        ),
    ]
    value: Annotated[
        Quantity, Declared(FieldRole.QUANTITY, "The number, with a decimal point.", Narrowed(in_columns=True))
    ]
    towards: Annotated[
        str | None, Declared(FieldRole.PARTY, "Where to, where it has a direction.", Narrowed(may_be_world=True))
    ] = None
    reporter: Annotated[
        str | None, Declared(FieldRole.COUNTRY, "Whose statistics it is from.", Narrowed(is_reporter=True))
    ] = None
    year_basis: Annotated[YearBasis, Declared(FieldRole.ONE_OF, "Calendar or fiscal year, or unknown.")] = (
        YearBasis.UNKNOWN
    )
    definition: Annotated[
        str | None,
        Declared(FieldRole.LINE, "What exactly is counted, where sources count unlike things: enrolled, visas issued."),
    ] = None

    @property
    def subject(self) -> tuple[str | None, ...]:
        """What it is a figure of, in whatever period: only figures of one subject are rival claims, or a series."""
        return self.indicator, self.whose, self.towards, self.definition


KIND = Kind(
    name="series", what="a figure of a series", made_of=SeriesObservation, order=12, is_table=True,
    name_in_templates="series_rows",
)  # fmt: skip
