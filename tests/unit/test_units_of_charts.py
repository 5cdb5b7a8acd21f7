"""The figures of a chart share one unit and one scale; of several units, none is made one whole."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefgen.model.charts import Chart
from briefgen.model.document import Document, Exhibit, Table
from briefgen.model.traversal import in_rows
from briefgen.world import Memory
from readers.document_words import document_words, words_of_inlines
from samples.composing import BASE, FOLDER, composed, loaded

HEAD = "id,period,exporter,importer,flow,value,op,scale,currency,sources\n"
WORDS = {"USD": "US dollars", "PKR": "Pakistani rupees", "BYN": "Belarusian roubles", "EUR": "euros"}


def brief(call: str, *rows: tuple[str, str, str, int, str]) -> tuple[Document, list[tuple[str, str, str]]]:
    """The brief of a call over rows of year, exporter, value, scale and currency; what was said, by severity."""
    other = {"PAK": "BLR", "BLR": "PAK"}
    lines = [
        f"r{n},{year},{who},{other[who]},X,{value},about,{scale},{currency},ref"
        for n, (year, who, value, scale, currency) in enumerate(rows)
    ]
    files = {
        **BASE, f"{FOLDER}/trade.csv": HEAD + "\n".join(lines) + "\n",
        "templates/sections/one.md.j2": f"## S\n\n{call}\n\nWords.\n",
    }  # fmt: skip
    document, said = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")
    return document, [(d.severity.value, f"{d.place.line}:{d.place.column} {d.code}", d.message) for d in said]


def drawn(document: Document) -> Chart | None:
    """The chart of a brief."""
    charts = [block.graphic for block in in_rows(document.blocks) if isinstance(block, Exhibit)]
    assert all(isinstance(chart, Chart) for chart in charts)
    return next((chart for chart in charts if isinstance(chart, Chart)), None)


@pytest.mark.parametrize("kind", ["stacked", "pie"])
@pytest.mark.parametrize("pair", [("USD", "PKR"), ("BYN", "USD"), ("EUR", "BYN")])
def test_two_currencies_are_not_made_one_whole_and_both_are_named(kind: str, pair: tuple[str, str]) -> None:
    one, two = pair
    document, said = brief(
        f'{{{{ chart("{kind}", "T", trade, data=true) }}}}',
        ("2019", "PAK", "15", 1_000_000, one), ("2019", "BLR", "35", 1_000_000, two),
    )  # fmt: skip
    named = f"{WORDS[one]} (2019), {WORDS[two]} (2019)"
    told = f"several units make no whole, and the {kind} chart is not placed: {named}"

    assert said == [("warning", "3:4 BG417", told)]
    assert [block for block in in_rows(document.blocks) if isinstance(block, Exhibit | Table)] == []
    assert document_words(document)[-1] == "Words."


def test_a_stack_over_years_in_two_currencies_says_which_year_is_in_which() -> None:
    _, said = brief(
        '{{ chart("stacked", "T", trade) }}',
        ("2019", "PAK", "15", 1_000_000, "PKR"), ("2019", "BLR", "35", 1_000_000, "PKR"),
        ("2020", "PAK", "16", 1_000_000, "USD"), ("2020", "BLR", "37", 1_000_000, "USD"),
    )  # fmt: skip

    assert [message.partition(": ")[2] for _, _, message in said] == ["Pakistani rupees (2019), US dollars (2020)"]


def test_a_pie_is_of_its_last_year_and_needs_no_other_currency() -> None:
    rows = [
        ("2019", "PAK", "15", 1_000_000, "PKR"), ("2019", "BLR", "35", 1_000_000, "PKR"),
        ("2020", "PAK", "16", 1_000_000, "USD"), ("2020", "BLR", "37", 1_000_000, "USD"),
    ]  # fmt: skip
    document, said = brief('{{ chart("pie", "T", trade) }}', *rows)
    chart = drawn(document)

    assert said == []
    assert chart is not None
    assert chart.unit == "million US dollars"
    _, apart = brief('{{ chart("pie", "T", trade) }}', *rows[:3])  # a slice is missing: bars of both years, in panels
    assert apart == []


def test_the_years_of_one_currency_can_be_chosen() -> None:
    document, said = brief(
        '{{ chart("bar", "T", trade[1:]) }}',
        ("2019", "PAK", "15", 1_000_000, "PKR"), ("2020", "PAK", "16", 1_000_000, "USD"),
    )  # fmt: skip

    assert said == []
    assert drawn(document) is not None


@pytest.mark.parametrize(
    ("one", "two", "unit", "labels"),
    [
        (("15.1", 1_000_000), ("35.1", 1_000_000), "million US dollars", ["about 15.1", "about 35.1"]),
        (("15.1", 1_000_000), ("35100", 1_000), "million US dollars", ["about 15.1", "about 35.1"]),
        (("15100000", 1), ("35.1", 1_000_000), "million US dollars", ["about 15.1", "about 35.1"]),
        (("15100000", 1), ("35100", 1_000), "thousand US dollars", ["about 15,100", "about 35,100"]),
        (("1.5", 1_000_000_000), ("900", 1_000_000), "billion US dollars", ["about 1.5", "about 0.9"]),
        (("0.02", 1_000_000_000), ("35", 1_000_000), "million US dollars", ["about 20", "about 35"]),
        (("950", 1_000), ("1.2", 1_000_000), "million US dollars", ["about 0.95", "about 1.2"]),
        (("0.5", 1_000_000), ("700", 1_000), "thousand US dollars", ["about 500", "about 700"]),
        (("12", 1), ("0.4", 1_000), "US dollars", ["about 12", "about 400"]),
        (("0", 1_000), ("0", 1_000_000), "thousand US dollars", ["about 0", "about 0"]),
    ],
)
def test_figures_of_several_scales_stand_on_one(
    one: tuple[str, int], two: tuple[str, int], unit: str, labels: list[str]
) -> None:
    document, said = brief(
        '{{ chart("column", "T", trade, data=true) }}', ("2019", "PAK", *one, "USD"), ("2020", "PAK", *two, "USD")
    )
    chart = drawn(document)

    assert said == []
    assert chart is not None
    points = [point for point in chart.series[0].points if point]
    assert chart.unit == unit
    assert [point.label.replace("\u00a0", " ") for point in points] == labels
    assert [f"about {point.value:,f}" for point in points] == labels
    assert [point.value <= max(chart.ticks) for point in points] == [True, True]
    (table,) = [block for block in in_rows(document.blocks) if isinstance(block, Table)]
    assert table.caption is not None
    assert words_of_inlines(table.caption.unit) == unit[:1].upper() + unit[1:]


def test_the_doubt_of_a_figure_moves_with_its_scale() -> None:
    document, _ = brief(
        '{{ chart("column", "T", trade) }}', ("2019", "PAK", "15", 1_000_000, "USD"),
        ("2020", "PAK", "16000", 1_000, "USD"),
    )  # fmt: skip
    chart = drawn(document)
    assert chart is not None
    first, second = (point for point in chart.series[0].points if point)

    assert (first.low, first.high) == (Decimal("14.5"), Decimal("15.5"))
    assert (second.low, second.high) == (None, None)  # half a thousand cannot be seen on an axis of millions
