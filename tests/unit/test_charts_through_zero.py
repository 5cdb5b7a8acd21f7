"""A balance that changes sides says whose it is by side and colour; a doubt ends where values cannot go on."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefgen.compose.charts.chart_specs import nice_ticks
from briefgen.model.charts import NEITHER, Chart, ChartKind
from briefgen.model.document import Exhibit, Table
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.traversal import in_rows
from briefgen.render import render
from briefgen.render.charts import Box, Label, drawing_of
from briefgen.world import Memory
from readers.document_words import words_of_inlines
from readers.docx import part
from samples.charts import C, native, specified, word_file
from samples.composing import BASE, FOLDER, composed, loaded

HEAD = (
    "id,period,exporter,importer,flow,value,op,half_unit,scale,currency,"
    "reporter,valuation,year_basis,worded_as,sources\n"
)
SIDES = ("Surplus of Pakistan", "Surplus of Belarus")
KINDS = ["line", "column", "stacked", "area", "bar", "dot"]


def exhibits(call: str, *rows: str) -> list[Exhibit | Table]:
    """What a call places over rows of year, exporter, importer, flow, value, op and half unit."""
    lines = [f"r{n},{row},1000000,USD,PAK,FOB,calendar,exports,ref" for n, row in enumerate(rows)]
    files = {
        **BASE, f"{FOLDER}/trade.csv": HEAD + "\n".join(lines) + "\n",
        "templates/sections/one.md.j2": f"{{{{ {call} }}}}\n",
    }  # fmt: skip
    document, said = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")
    assert said == []
    return [block for block in in_rows(document.blocks) if isinstance(block, Exhibit | Table)]


def drawn(call: str, *rows: str) -> tuple[Chart, str]:
    """The chart that a call places, and its words."""
    exhibit = exhibits(call, *rows)[0]
    assert isinstance(exhibit, Exhibit)
    assert isinstance(exhibit.graphic, Chart)
    return exhibit.graphic, exhibit.alt


def balance(year: int, pak: str, blr: str, half: str = "0.5") -> list[str]:
    """Both flows of a year."""
    return [f"{year},PAK,BLR,X,{pak},eq,{half}", f"{year},BLR,PAK,X,{blr},eq,{half}"]


CHANGING = [*balance(2018, "30", "10"), *balance(2019, "10", "35"), *balance(2020, "12", "12")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_balance_that_changes_sides_names_the_party_by_side_and_has_no_minus(kind: str) -> None:
    chart, alt = drawn(f'chart("{kind}", "B", trade, what="balance")', *CHANGING)
    values = [point.value for point in chart.series[0].points if point]

    assert values == [20, -25, 0]
    assert [p.label for p in chart.series[0].points if p] == ["20", "25", "0"]
    assert chart.sides == SIDES
    assert "a surplus of Pakistan of 20 in 2018; a surplus of Belarus of 25 in 2019; 0 in 2020." in alt
    assert "\N{MINUS SIGN}" not in alt + "".join(chart.tick_labels)
    colours = [chart.colour(chart.series[0], point) for point in chart.series[0].points]
    assert colours == [0, 1, NEITHER]
    assert chart.ticks[0] < -25 < 20 <= chart.ticks[-1]
    assert Decimal(0) in chart.ticks


@pytest.mark.parametrize("kind", ["line", "column", "bar"])
@pytest.mark.parametrize(("pak", "blr", "side", "colour"), [("30", "10", "Pakistan", 0), ("10", "30", "Belarus", 1)])
def test_where_one_side_is_always_ahead_it_is_that_sides_surplus(
    kind: str, pak: str, blr: str, side: str, colour: int
) -> None:
    rows = [*balance(2018, pak, blr), *balance(2019, pak, blr)]
    chart, _ = drawn(f'chart("{kind}", "B", trade, what="balance")', *rows)

    assert [(series.name, series.colour) for series in chart.series] == [(f"surplus of {side}", colour)]
    assert [p.value for p in chart.series[0].points if p] == [20, 20]
    assert chart.sides == ()
    assert chart.ticks[0] == 0


@pytest.mark.parametrize(
    ("stated", "values"),
    [
        (["2018,BLR,PAK,BALANCE,20,eq,0.5", "2019,PAK,BLR,BALANCE,5,eq,0.5"], [-20, 5]),
        (["2018,PAK,BLR,BALANCE,-20,eq,0.5", "2019,BLR,PAK,BALANCE,-5,eq,0.5"], [-20, 5]),
        (["2018,PAK,BLR,BALANCE,0,eq,0.5", "2019,BLR,PAK,BALANCE,5,eq,0.5"], [0, -5]),
        (["2018,BLR,PAK,BALANCE,0.2,about,0.5", "2019,BLR,PAK,BALANCE,5,eq,0.5"], [Decimal("-0.2"), -5]),
    ],
)
def test_a_stated_balance_is_seen_from_the_first_party(stated: list[str], values: list[int]) -> None:
    chart, _ = drawn('chart("column", "B", trade, what="balance")', *stated)

    assert [point.value for point in chart.series[0].points if point] == values


def test_the_doubt_of_a_balance_goes_through_zero() -> None:
    chart, _ = drawn('chart("line", "B", trade, what="balance")', *CHANGING[:4], *balance(2020, "12", "12", "3"))

    assert chart.series[0].points[2] is not None
    assert (chart.series[0].points[2].low, chart.series[0].points[2].high) == (Decimal(-6), Decimal(6))


@pytest.mark.parametrize("what", ["exports", "turnover"])
@pytest.mark.parametrize("kind", ["bar", "line", "column"])
def test_the_doubt_of_a_flow_ends_at_zero(kind: str, what: str) -> None:
    flow = "X" if what == "exports" else "TURNOVER"
    chart, _ = drawn(f'chart("{kind}", "F", trade, what="{what}")', f"2019,PAK,BLR,{flow},2,about,5")
    [point] = [point for series in chart.series for point in series.points if point]

    assert (point.low, point.high) == (Decimal(0), Decimal(7))
    assert chart.ticks[0] == 0


def test_bars_of_both_sides_begin_at_zero_and_have_the_parties_colours() -> None:
    rows = [*balance(2018, "30", "10", "0.05"), *balance(2019, "10", "35", "0.05")]
    for kind in ("column", "bar"):
        chart, _ = drawn(f'chart("{kind}", "B", trade, what="balance")', *rows)
        one, other = [op for op in drawing_of(chart, DEFAULT_STYLE, 400).ops if isinstance(op, Box)]
        assert [one.colour, other.colour] == [*DEFAULT_STYLE.palette.series[:2]]
        if kind == "column":
            assert one.y + one.height == pytest.approx(other.y)
        else:
            assert other.x + other.width == pytest.approx(one.x)


def test_a_balance_that_may_be_on_either_side_is_open_through_zero_in_no_partys_colour() -> None:
    rows = [*balance(2018, "30", "10"), *balance(2019, "20", "20", "2"), *balance(2020, "10", "30")]
    chart, _ = drawn('chart("column", "B", trade, what="balance")', *rows)
    boxes = [op for op in drawing_of(chart, DEFAULT_STYLE, 400).ops if isinstance(op, Box)]
    grey = [box for box in boxes if box.colour == DEFAULT_STYLE.palette.series[NEITHER]]

    assert len(grey) == 1


@pytest.mark.parametrize("kind", ["column", "bar", "line"])
def test_the_sides_stand_in_the_drawing_and_in_words_chart_alike(kind: str) -> None:
    chart, _ = drawn(f'chart("{kind}", "B", trade, what="balance", data=true)', *CHANGING)
    labels = [op.text for op in drawing_of(chart, DEFAULT_STYLE, 400).ops if isinstance(op, Label)]
    data = word_file(chart)
    root = part(data, "word/charts/chart1.xml")
    said = " ".join(root.itertext())

    assert set(SIDES) <= set(labels)
    assert all(side in said for side in SIDES)
    assert native(data, chart).points == specified(chart).points
    assert root.find(f".//{C}valAx/{C}numFmt").get("formatCode") == "#,##0;#,##0"


def test_the_table_behind_such_a_chart_says_whose_side_is_which() -> None:
    _, table = exhibits('chart("column", "B", trade, what="balance", data=true)', *CHANGING)
    assert isinstance(table, Table)

    assert [words_of_inlines(row[1].inlines) for row in table.rows] == [
        "a surplus of Pakistan of 20",
        "a surplus of Belarus of 25",
        "0",
    ]


@pytest.mark.parametrize(
    ("top", "bottom", "ticks"),
    [
        ("20", "0", [0, 5, 10, 15, 20]),
        ("0", "-20", [-25, -20, -15, -10, -5, 0]),
        ("10", "-10", [-15, -10, -5, 0, 5, 10]),
        ("0", "0", [0, 1]),
        ("-5", "-20", [-25, -20, -15, -10, -5, 0]),
        ("5", "2", [0, 1, 2, 3, 4, 5]),
        ("100", "-3", [-25, 0, 25, 50, 75, 100]),
        ("0.4", "-0.2", [-4, -2, 0, 2, 4]),
    ],
)
def test_ticks_are_round_and_hold_zero_and_both_ends(top: str, bottom: str, ticks: list[int]) -> None:
    found = nice_ticks(Decimal(top), Decimal(bottom))
    scale = Decimal("0.1") if top == "0.4" else Decimal(1)

    assert [tick / scale for tick in found] == ticks
    assert found[0] <= min(Decimal(bottom), Decimal(0)) <= max(Decimal(top), Decimal(0)) <= found[-1]


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "md"])
def test_a_chart_through_zero_is_made_in_every_format(form: str) -> None:
    lines = [f"r{n},{row},1000000,USD,PAK,FOB,calendar,exports,ref" for n, row in enumerate(CHANGING)]
    section = "".join(
        f'{{{{ chart("{kind}", "B", trade, what="balance") }}}}\n\n' for kind in ("line", "column", "bar")
    )
    files = {
        **BASE, f"{FOLDER}/trade.csv": HEAD + "\n".join(lines) + "\n", "templates/sections/one.md.j2": section,
    }  # fmt: skip
    document, _ = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")

    graphics = [block.graphic for block in in_rows(document.blocks) if isinstance(block, Exhibit)]
    kinds = [graphic.kind for graphic in graphics if isinstance(graphic, Chart)]
    assert kinds == [ChartKind.LINE, ChartKind.COLUMN, ChartKind.BAR]
    assert render(document, form, DEFAULT_STYLE).value.data
