"""Of a number with marks of thousands, or with a decimal comma, it is told how to write it, and never as another."""

from __future__ import annotations

import pytest

from briefgen.diagnostics import Place, Report
from briefgen.load import load
from briefgen.load.nodes.node import Scalar
from briefgen.load.shapes.converters import QUANTITY
from briefgen.load.shapes.number_hints import number_hint
from briefgen.load.shapes.shape import BAD
from rules.records import trade
from samples.relation_files import world

EITHER = "write {} if the comma parts thousands, {} if it is a decimal point"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("1,2", "write 1.2"),
        ("1,25", "write 1.25"),
        ("1,2475", "write 1.2475"),
        ("1247,500", "write 1247.500"),
        ("0,247", "write 0.247"),
        ("-15,1", "write -15.1"),
        ("1,247", EITHER.format("1247", "1.247")),
        ("-1,247", EITHER.format("-1247", "-1.247")),
        ("about 12,000 documents", EITHER.format("12000", "12.000")),
        ("1,247,500", "write 1247500"),
        ("1.247.500", "write 1247500"),
        ("1,247.5", "write 1247.5"),
        ("1.247,5", "write 1247.5"),
        ("1 247", "write 1247"),
        ("1\u00a0247,5", "write 1247.5"),
        ("1'247.50", "write 1247.50"),
        ("1\u2019247", "write 1247"),
        ("1,24,750", None),
        ("1,247.500,2", None),
        ("1.2", None),
        ("12 34", None),
        ("1,", None),
        ("about", None),
        ("", None),
    ],
)
def test_both_readings_are_told_where_a_number_has_two(written: str, hint: str | None) -> None:
    assert number_hint(written) == hint


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("KES 3 billion", "write '3 billion KES'"),
        ("USD50.2", "write '50.2 USD'"),
        ("$40m", "write '40 million USD'"),
        ("US$ 1.5 bn", "write '1.5 billion USD'"),
        ("€1,200,000", "write '1200000 EUR'"),
        ("3m EUR", "write '3 million EUR'"),
        ("40m people", "write '5 sessions', 'more than 80 documents', 'about 2.5 %' or '2..4 groups'"),
        ("many", "write '5 sessions', 'more than 80 documents', 'about 2.5 %' or '2..4 groups'"),
    ],
)
def test_an_amount_behind_its_currency_is_told_the_other_way_round(written: str, hint: str) -> None:
    report = Report()

    assert QUANTITY.read(Scalar(written, Place("a.yaml", 1, 1)), report) is BAD
    assert [d.hint for d in report.diagnostics] == [hint]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("350 million", "write 350 here, and 1000000 in the column scale"),
        ("$350", "write 350 here, and USD in the column currency"),
        ("EUR 1.2bn", "write 1.2 here, and 1000000000 in the column scale and EUR in the column currency"),
        ("1 247 thousand", "write 1247 here, and 1000 in the column scale"),
        ("many", "write digits and at most one point"),
        ("350 people", "write digits and at most one point"),
    ],
)
def test_an_amount_in_the_column_of_a_number_is_told_into_its_columns(written: str, hint: str) -> None:
    found = load(world({"trade.csv": trade(f"a,2019,PAK,BLR,X,{written}")}))

    assert [d.hint for d in found.diagnostics if d.code == "BG111"] == [hint]
