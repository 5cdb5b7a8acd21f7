"""A chart in one currency: each figure at the rate of its very period, with formula and source, or no chart at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.model.charts import Chart
from briefgen.model.document import Exhibit
from briefgen.model.traversal import in_rows, plain_text
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded
from samples.series_workspace import files as series_files
from samples.series_workspace import rows as series_rows

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic

TRADE = "id,period,exporter,importer,flow,value,scale,currency,year_basis,sources\n"
RATES = "id,period,from,to,rate,whose,status,sensitivity,sources\n"
ROWS = ("2018,PAK,BLR,X,300,1000000,PKR,calendar", "2019,PAK,BLR,X,5,1000000,USD,calendar",
        "2020,PAK,BLR,X,800,1000000,PKR,calendar")  # fmt: skip
BANK = ("2018,USD,PKR,120,A bank", "2020,USD,PKR,160,A bank")
CALL = '{{ chart("bar", "T", trade, currency="USD") }}'


def drawn(
    rows: tuple[str, ...] = ROWS, rates: tuple[str, ...] = BANK, call: str = CALL, label: str = "public"
) -> tuple[list[Exhibit], list[Diagnostic]]:
    """The exhibits of a section, and what is told of it."""
    files = {
        **BASE,
        f"{FOLDER}/trade.csv": TRADE + "".join(f"t{n},{row},ref\n" for n, row in enumerate(rows)),
        "data/rates.csv": RATES + "".join(f"r{n},{rate},,{label},other\n" for n, rate in enumerate(rates)),
        "templates/sections/one.md.j2": f"## S\n\n{call}\n",
    }
    document, told = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")
    return [block for block in in_rows(document.blocks) if isinstance(block, Exhibit)], told


def test_figures_of_two_currencies_are_drawn_in_one() -> None:
    [exhibit], told = drawn()
    graphic = exhibit.graphic

    assert told == []
    assert isinstance(graphic, Chart)
    assert graphic.unit == "million US dollars (converted)"
    [series] = [one for one in graphic.series if any(one.points)]
    assert [point.label for point in series.points if point] == ["about 2.5", "5", "about 5.0"]


def test_a_converted_figure_says_what_it_was_computed_from() -> None:
    [exhibit], _ = drawn()
    assert isinstance(exhibit.graphic, Chart)
    [series] = [one for one in exhibit.graphic.series if any(one.points)]
    first, second = series.points[0], series.points[1]

    assert first is not None
    assert first.origin is not None
    assert [fact.fact for fact in first.origin.facts] == ["t0", "r0"]
    assert first.origin.formula == "stated amount / rate"
    assert first.origin.refs == ("ref", "other")
    assert second is not None
    assert second.origin is not None
    assert [fact.fact for fact in second.origin.facts] == ["t1"]


def test_the_note_says_at_which_rates_and_whose() -> None:
    [exhibit], _ = drawn()
    note = plain_text(exhibit.caption.note).replace("\u00a0", " ")

    assert note == (
        "2018: converted at 120 Pakistani rupees to one US dollar; A bank. "
        "2020: converted at 160 Pakistani rupees to one US dollar; A bank."
    )
    assert "(converted)" in exhibit.alt


@pytest.mark.parametrize(
    "rates",
    [
        (), BANK[:1], ("2017,USD,PKR,120,A bank", BANK[1]), ("2018-12,USD,PKR,120,A bank", BANK[1]),
        ("2018,EUR,PKR,120,A bank", BANK[1]), ("2018,USD,PKR,120,A bank", "2018,USD,PKR,150,B bank", BANK[1]),
        ("2018,USD,PKR,> 120,A bank", BANK[1]),
    ],
)  # fmt: skip
def test_where_one_figure_cannot_be_converted_there_is_no_chart(rates: tuple[str, ...]) -> None:
    exhibits, told = drawn(rates=rates)

    assert exhibits == []
    assert {d.code for d in told} == {"BG416"}
    assert all("the chart is not placed" in d.message and "PKR" in d.message for d in told)


def test_every_figure_without_a_rate_is_named_in_one_message() -> None:
    _, told = drawn(rates=())

    [said] = told
    assert "2018 (PKR), 2020 (PKR): there is no rate between the two for that very period" in said.message


def test_a_rate_that_an_audience_may_not_see_converts_nothing() -> None:
    exhibits, told = drawn(label="restricted")

    assert exhibits == []
    assert [d.code for d in told] == ["BG416"]


def test_what_is_in_the_currency_already_needs_no_rate() -> None:
    [exhibit], told = drawn(rows=(ROWS[1], "2020,PAK,BLR,X,6,1000000,USD,calendar"), rates=())

    assert told == []
    assert isinstance(exhibit.graphic, Chart)
    assert exhibit.graphic.unit == "million US dollars"
    assert plain_text(exhibit.caption.note) == ""


def test_calendar_and_fiscal_years_are_not_joined_by_a_currency() -> None:
    rows = ("2018,PAK,BLR,X,300,1000000,PKR,calendar", "FY2018-19,PAK,BLR,X,5,1000000,USD,fiscal")
    exhibits, told = drawn(rows=rows)

    assert exhibits == []
    assert [d.code for d in told] == ["BG414"]


@pytest.mark.parametrize("currency", ["usd", "dollars", "XYZ1"])
def test_a_currency_that_is_none_converts_nothing(currency: str) -> None:
    exhibits, told = drawn(call=CALL.replace("USD", currency))

    assert exhibits == []
    assert told


def test_figures_that_are_no_money_are_not_converted() -> None:
    call = '{{ chart("bar", "S", series("students"), currency="USD") }}'
    made = series_files(series_rows("a,students,2019,PAK,BLR,3"), call + "\n")
    document, told = composed(loaded(Memory({path: text.encode() for path, text in made.items()})), "reader")

    assert not [block for block in in_rows(document.blocks) if isinstance(block, Exhibit)]
    assert ["it is no money" in d.message for d in told if d.code == "BG416"] == [True]
