"""A kind whose file is a table: its columns follow from the roles of its fields."""

from decimal import Decimal
from typing import Annotated

import pytest

from briefgen.diagnostics import Report, print_short
from briefgen.load.facts.fact_tables import read_table, table_shape
from briefgen.load.facts.sensitivity_labels import Labels
from briefgen.model.facts.declarations import DeclarationError
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole
from briefgen.model.facts.kind import Kind
from briefgen.model.facts.parties_people_references import Venue
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Loan(Fact):
    lender: Annotated[str, Declared(FieldRole.PARTY, "Who lends.")]
    amount: Annotated[Quantity, Declared(FieldRole.MONEY, "How much.")]
    agreed: Annotated[Date | None, Declared(FieldRole.HAPPENED, "When it was agreed.")] = None
    projects: Annotated[tuple[str, ...], Declared(FieldRole.LINK, "What it pays for.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Fact):
    venue: Annotated[Venue | None, Declared(FieldRole.VENUE, "Where.")] = None


LOANS = Kind(name="loans", what="a loan", made_of=Loan, is_table=True)


def read(text: str) -> tuple[list[Fact], list[str]]:
    """The rows as facts, and what was said."""
    report = Report()
    found = read_table(text, "data/x-y/loans.csv", LOANS, Labels(Sensitivity.PUBLIC), report)
    return found, [print_short(d) for d in report.diagnostics]


def test_a_row_is_a_fact_with_its_amount_links_and_sources() -> None:
    header = "id,lender,amount,op,scale,currency,agreed,projects,sources,quote,ignore,note"
    (fact,), said = read(f"{header}\nl,BLR,12.5,about,1000000,USD,2018,park;fair,one;two,lent in all,BG204,As agreed\n")

    assert said == []
    assert isinstance(fact, Loan)
    assert (fact.amount.base_value, fact.amount.unit, fact.amount.half_unit) == (
        Decimal(12_500_000),
        "USD",
        Decimal("0.05"),
    )
    assert (fact.projects, str(fact.agreed)) == (("park", "fair"), "2018")
    assert [(source.ref, source.quote) for source in fact.sources] == [("one", "lent in all"), ("two", None)]
    assert [(excuse.code, excuse.reason) for excuse in fact.ignore] == [("BG204", "As agreed")]
    assert fact.sensitivity is Sensitivity.PUBLIC


def test_what_an_amount_needs_is_told_where_it_is_missing() -> None:
    found, said = read("id,lender,amount\nl,BLR,12.5\n")

    assert found == []
    assert [line.split("] ")[1] for line in said] == [
        "the column 'currency' is missing",
        "the column 'scale' is missing",
    ]


def test_what_is_no_single_value_has_no_column() -> None:
    with pytest.raises(DeclarationError, match="venue: a row of a table holds no venue"):
        table_shape(Kind(name="placed", what="a placed thing", made_of=Placed, is_table=True))
