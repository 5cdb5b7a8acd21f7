"""Products: one row of products.csv is what one party sells the other."""

from typing import Annotated

from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole
from briefgen.model.facts.kind import Kind
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Product(Fact):
    """One row of products.csv: what one party sells the other."""

    value: Annotated[Quantity | None, Declared(FieldRole.MONEY, "The number, with a decimal point.")] = None
    exporter: Annotated[str, Declared(FieldRole.PARTY, "The party that sells.")]
    importer: Annotated[str, Declared(FieldRole.PARTY, "The party that buys.")]
    label: Annotated[str, Declared(FieldRole.LINE, "What it is called in a table.")]
    hs_scheme: Annotated[str | None, Declared(FieldRole.WORDS, "The revision of the Harmonised System: HS17.")] = None
    hs_code: Annotated[str | None, Declared(FieldRole.WORDS, "Two, four or six digits.")] = None
    rank: Annotated[int | None, Declared(FieldRole.WHOLE, "Its place among what the exporter sells.")] = None
    period: Annotated[
        Date | None, Declared(FieldRole.PERIOD, "The span: 2023, 2023-03, 2023-Q1, 2023-H1 or FY2022-23.")
    ] = None


KIND = Kind(name="products", what="a product", made_of=Product, order=12, is_table=True)
