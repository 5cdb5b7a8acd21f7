"""Which indicators a period of trade gets, from which rows, and why the others are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.compose import Ingredients, compose
from briefgen.load import load
from briefgen.model.document import Table, TextRun
from briefgen.model.traversal import in_rows
from briefgen.view import Request, view
from briefgen.world import Memory
from samples.composing import BASE, FOLDER

if TYPE_CHECKING:
    from briefgen.model.view import Indicator, View

HEADER = (
    "id,period,exporter,importer,reporter,flow,scheme,code,value,half_unit,scale,currency,valuation,year_basis,"
    "sources\n"
)
TOTALS = """\
p15,2015,PAK,BLR,PAK,X,TOTAL,TOTAL,40,0.5,1000000,USD,FOB,calendar,ref
b15,2015,BLR,PAK,PAK,X,TOTAL,TOTAL,60,0.5,1000000,USD,FOB,calendar,ref
p18,2018,PAK,BLR,PAK,X,TOTAL,TOTAL,80,0.5,1000000,USD,FOB,calendar,ref
b18,2018,BLR,PAK,PAK,X,TOTAL,TOTAL,120,0.5,1000000,USD,FOB,calendar,other
"""


def seen(rows: str) -> View:
    """The view of a relation with some rows."""
    files = {
        **BASE,
        f"{FOLDER}/trade.csv": HEADER + rows,
        "templates/sections/one.md.j2": "Words.\n",
        "templates/audiences/reader.yaml": BASE["templates/audiences/reader.yaml"] + "claims: all\n",
    }
    workspace = load(Memory({name: text.encode() for name, text in files.items()})).value
    return view(workspace.relations[0], workspace.audiences[0], Request()).value


def last(rows: str) -> dict[tuple[str, str | None], Indicator]:
    """The indicators of the last period."""
    return {(one.name, one.party): one for one in seen(rows).trade[-1].indicators}


def value(indicator: Indicator) -> float:
    assert indicator.figure
    assert indicator.figure.estimate.interval.holds(indicator.figure.quantity.value)
    return round(float(indicator.figure.quantity.value), 2)


def test_two_flows_give_share_cover_ratio_and_balance() -> None:
    found = last(TOTALS)

    assert value(found["share_in_turnover", "PAK"]) == 40.0
    assert value(found["cover_ratio", "PAK"]) == 66.67
    assert value(found["normalised_balance", "PAK"]) == -0.2
    origin = found["cover_ratio", "PAK"].origin
    assert (origin.formula, [fact.fact for fact in origin.facts], origin.refs) == (
        "X / M",
        ["p18", "b18"],
        ("ref", "other"),
    )


def test_three_years_give_annual_growth_and_its_rows_are_of_both_years() -> None:
    found = last(TOTALS)["annual_growth_of_turnover", None]

    assert value(found) == 25.99  # 2^(1/3)
    assert found.formula == "(last / first)^(1/n) − 1"
    assert {fact.fact for fact in found.origin.facts} == {"p15", "b15", "p18", "b18"}


def test_two_reports_of_one_flow_give_a_mirror_discrepancy_without_freight() -> None:
    found = last(
        TOTALS
        + "m,2018,PAK,BLR,BLR,X,TOTAL,TOTAL,106,0.5,1000000,USD,CIF,calendar,ref\n"
        + "x,2018,PAK,BLR,PAK,X,TOTAL,TOTAL,80,0.5,1000000,USD,FOB,calendar,other\n"
    )

    assert value(found["mirror_discrepancy", "PAK"]) == 25.0
    assert found["mirror_discrepancy", "PAK"].formula == "(M / 1.06 − X) / X"
    assert found["mirror_discrepancy", "BLR"].why == "no_two_reports_of_the_flow_in_one_period_are_on_record"


def test_two_reports_at_one_price_are_compared_as_they_are() -> None:
    rows = TOTALS.replace(
        "\nb15", "\nm,2018,PAK,BLR,BLR,X,TOTAL,TOTAL,100,0.5,1000000,USD,FOB,calendar,ref\nb15"
    ).replace(
        "p18,2018,PAK,BLR,PAK,X,TOTAL,TOTAL,80,0.5,1000000,USD,FOB,calendar,ref",
        "p18,2018,PAK,BLR,PAK,X,TOTAL,TOTAL,80,0.5,1000000,USD,FOB,calendar,ref",
    )
    found = last(rows)["mirror_discrepancy", "PAK"]

    assert (value(found), found.formula) == (25.0, "(M − X) / X")


def test_trade_with_the_world_is_no_trade_between_the_parties() -> None:
    world = "w18,2018,PAK,WLD,PAK,X,TOTAL,TOTAL,9999,0.5,1000000,USD,FOB,calendar,ref\n"
    one, other = seen(TOTALS).trade, seen(world + TOTALS).trade

    assert [(year.exports, year.turnover, year.balance, year.indicators) for year in one] == [
        (year.exports, year.turnover, year.balance, year.indicators) for year in other
    ]


def test_values_by_product_give_concentration_and_intra_industry_trade() -> None:
    rows = [("PAK", "BLR", "10", 60), ("PAK", "BLR", "42", 40), ("BLR", "PAK", "10", 20), ("BLR", "PAK", "87", 80)]
    products = "".join(
        f"k{n},2018,{a},{b},,X,HS17,{code},{amount},0.5,1000000,USD,FOB,calendar,ref\n"
        for n, (a, b, code, amount) in enumerate(rows)
    )
    found = last(TOTALS + products)

    assert value(found["concentration_of_products", "PAK"]) == 0.52
    assert value(found["concentration_of_products", "BLR"]) == 0.68
    assert value(found["intra_industry_trade", None]) == 0.5


def test_products_of_one_direction_alone_are_not_called_none() -> None:
    one_way = "k,2018,PAK,BLR,,X,HS17,10,60,0.5,1000000,USD,FOB,calendar,ref\n"
    other = "l,2018,BLR,PAK,,X,HS17,42,40,0.5,1000000,USD,FOB,calendar,ref\n"

    for rows in (one_way, other, one_way + other):
        assert last(TOTALS + rows)["intra_industry_trade", None].why == "no_product_is_on_record_in_both_directions"
    assert last(TOTALS)["intra_industry_trade", None].why == "no_series_by_product_is_on_record"


def test_growth_is_counted_from_the_first_year_that_is_counted_alike() -> None:
    turned = TOTALS.replace("p15,2015,PAK,BLR,PAK", "p15,2015,PAK,BLR,BLR").replace(
        "b15,2015,BLR,PAK,PAK", "b15,2015,BLR,PAK,BLR"
    )
    between = (
        "p16,2016,PAK,BLR,PAK,X,TOTAL,TOTAL,50,0.5,1000000,USD,FOB,calendar,ref\n"
        "b16,2016,BLR,PAK,PAK,X,TOTAL,TOTAL,75,0.5,1000000,USD,FOB,calendar,ref\n"
    )
    found = last(turned + between)["annual_growth_of_turnover", None]

    assert (value(found), str(found.since)) == (26.49, "2016")  # (200/125)^(1/2)
    assert last(turned)["annual_growth_of_turnover", None].why == "the_figures_are_not_measured_alike"
    assert str(last(TOTALS)["annual_growth_of_turnover", None].since) == "2015"
    assert last(turned)["annual_growth_of_turnover", None].since is None


@pytest.mark.parametrize(
    ("first", "why"),
    [
        ("FY2015-16", "calendar_and_fiscal_years_are_not_compared"),
        ("2015-07/2016-06", "the_periods_are_not_of_one_length"),
        ("2015-02/2016-01", "the_periods_are_not_of_one_length"),
        ("2016~", "the_periods_are_not_of_one_length"),
    ],
)
def test_growth_from_a_year_of_another_kind_is_refused_for_what_parts_them(first: str, why: str) -> None:
    basis = "" if first.startswith("FY") else "calendar"
    rows = TOTALS.replace("15,2015,", f"15,{first},").replace("calendar", basis, 2)

    assert last(rows)["annual_growth_of_turnover", None].why == why


def test_what_cannot_be_computed_is_there_with_its_reason() -> None:
    found = last("p,2018,PAK,BLR,PAK,X,TOTAL,TOTAL,80,0.5,1000000,USD,FOB,calendar,ref\n")

    assert all(one.figure is None and one.why for one in found.values())
    assert found["cover_ratio", "PAK"].why == "a_flow_is_not_on_record"
    assert found["annual_growth_of_turnover", None].why == "the_series_is_shorter_than_two_years"
    assert found["trade_intensity", None].why == "the_totals_of_world_trade_are_not_on_record"


def test_every_period_has_the_same_indicators_in_the_same_order() -> None:
    first, second = ([(i.name, i.party) for i in year.indicators] for year in seen(TOTALS).trade)

    assert first == second


def test_a_template_prints_them_with_interval_and_reason() -> None:
    template = (
        "| a | b |\n| - | - |\n{% for i in trade[1].indicators %}\n"
        "| {{ i.name|label }} | {% if i.figure %}{{ i|measure }}{% else %}{{ i.why|label }}{% endif %} |\n"
        "{% endfor %}\n"
    )
    files = {**BASE, f"{FOLDER}/trade.csv": HEADER + TOTALS, "templates/sections/one.md.j2": template}
    workspace = load(Memory({name: text.encode() for name, text in files.items()})).value
    told = view(workspace.relations[0], workspace.audiences[0], Request()).value
    outcome = compose(Ingredients(told, workspace.sections, workspace.partials, workspace.wording.of(told)))
    [table] = in_rows(outcome.value.blocks)

    assert outcome.diagnostics == ()
    assert isinstance(table, Table)
    cells = [
        tuple(text.text for cell in row for text in cell.inlines if isinstance(text, TextRun)) for row in table.rows
    ]
    assert ("cover ratio", "≈\u00a066.7% [66.0% … 67.4%]") in cells
    assert ("trade intensity", "the totals of world trade are not on record") in cells
