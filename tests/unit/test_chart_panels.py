"""Figures of several units are one picture of panels: each with its own unit and axis, on one row of periods."""
# ruff: noqa: E501 - a case is a line

from __future__ import annotations

import re

import pytest

from briefgen.model.charts import Chart, Panels
from briefgen.model.document import Document, Exhibit, Table
from briefgen.model.formats import FORMATS, Extent
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.traversal import in_rows
from briefgen.render import render
from briefgen.render.charts import Label, drawing_of
from briefgen.world import Memory
from readers.docx import part
from readers.every_reader import READERS, words_in
from samples.composing import BASE, FOLDER, composed, loaded
from samples.rendering import rendered

HEAD = "id,period,exporter,importer,flow,value,op,half_unit,scale,currency,sources\n"
OTHER = {"PAK": "BLR", "BLR": "PAK"}
UPRIGHT = ["column", "line"]
WORDS = {"USD": "US dollars", "PKR": "Pakistani rupees", "BYN": "Belarusian roubles", "EUR": "euros"}
MIXED = (("2018", "PAK", "15", "PKR"), ("2018", "BLR", "35", "PKR"), ("2019", "PAK", "16", "USD"),
         ("2020", "PAK", "17", "USD"), ("2020", "BLR", "37", "USD"))  # fmt: skip


def brief(call: str, *rows: tuple[str, str, str, str]) -> Document:
    """The brief of a call over rows of year, exporter, value and currency."""
    lines = [
        f"r{n},{year},{who},{OTHER[who]},X,{value},about,,1000000,{currency},ref"
        for n, (year, who, value, currency) in enumerate(rows)
    ]
    files = {
        **BASE, f"{FOLDER}/trade.csv": HEAD + "\n".join(lines) + "\n",
        "templates/sections/one.md.j2": f"## S\n\n{{{{ {call} }}}}\n\nWords.\n",
    }  # fmt: skip
    document, said = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")
    assert said == []
    return document


def exhibit_of(document: Document) -> Exhibit:
    """The one exhibit of a brief."""
    [exhibit] = [block for block in in_rows(document.blocks) if isinstance(block, Exhibit)]
    return exhibit


def panels_of(document: Document) -> tuple[Chart, ...]:
    """The charts of a brief's one picture."""
    graphic = exhibit_of(document).graphic
    assert isinstance(graphic, Panels)
    return graphic.charts


@pytest.mark.parametrize("kind", ["bar", *UPRIGHT])
@pytest.mark.parametrize("pair", [("USD", "PKR"), ("BYN", "USD"), ("EUR", "BYN")])
def test_each_currency_has_a_panel_with_its_own_unit_and_axis(kind: str, pair: tuple[str, str]) -> None:
    one, two = pair
    first, second = panels_of(
        brief(
            f'chart("{kind}", "T", trade)', ("2019", "PAK", "15", one), ("2019", "BLR", "35", one),
            ("2020", "PAK", "1600", two), ("2020", "BLR", "3700", two),
        )
    )  # fmt: skip

    assert (first.unit, second.unit) == (f"million {WORDS[one]}", f"million {WORDS[two]}")
    assert (int(first.ticks[-1]), int(second.ticks[-1])) == (40, 4000)
    assert [[p.label for p in s.points if p] for s in first.series] == [["about 15"], ["about 35"]]


@pytest.mark.parametrize("kind", UPRIGHT)
def test_a_year_stands_at_one_place_in_all_panels(kind: str) -> None:
    graphic = exhibit_of(brief(f'chart("{kind}", "T", trade)', *MIXED)).graphic
    assert isinstance(graphic, Panels)
    drawn = [op for op in drawing_of(graphic, DEFAULT_STYLE, 290).ops if isinstance(op, Label)]
    years = {year: [op for op in drawn if op.text == year] for year in ("2018", "2019", "2020")}

    assert [len(ops) for ops in years.values()] == [2, 2, 2]
    assert all(len({op.x for op in ops}) == 1 and ops[0].y < ops[1].y for ops in years.values())


@pytest.mark.parametrize("kind", UPRIGHT)
def test_two_upright_panels_stand_beside_each_other_where_both_find_room(kind: str) -> None:
    graphic = exhibit_of(brief(f'chart("{kind}", "T", trade)', *MIXED)).graphic
    assert isinstance(graphic, Panels)
    wide, narrow = (drawing_of(graphic, DEFAULT_STYLE, width) for width in (351.5, 290))

    assert wide.height < narrow.height
    assert wide.plots[0].x < wide.plots[0].within <= wide.plots[1].x
    assert all(plot.width >= plot.within / 2 for drawing in (wide, narrow) for plot in drawing.plots)


def test_lying_bars_keep_to_the_years_of_their_unit() -> None:
    assert [panel.categories for panel in panels_of(brief('chart("bar", "T", trade)', *MIXED))] == [
        ("2018",),
        ("2019", "2020"),
    ]


@pytest.mark.parametrize("kind", ["bar", *UPRIGHT])
def test_the_words_name_each_panel_and_take_no_other_unit_for_a_gap(kind: str) -> None:
    exhibit = exhibit_of(brief(f'chart("{kind}", "T", trade)', *MIXED))
    assert isinstance(exhibit.graphic, Panels)
    _, one, two = re.split(r"Panel \d: ", exhibit.alt)

    assert exhibit.alt.startswith("T. Two panels, each with a unit and an axis of its own. Panel 1: ")
    assert "million Pakistani rupees" in one
    assert "about 15 in 2018" in one
    assert "no figure" not in one
    assert "million US dollars" in two
    assert "Belarus to Pakistan: no figure in 2019; about 37 in 2020." in two
    assert " ".join(exhibit.graphic.alts(exhibit.alt)) == exhibit.alt


@pytest.mark.parametrize("kind", ["bar", *UPRIGHT])
@pytest.mark.parametrize(
    ("rows", "gaps"),
    [  # a row is a case
        ((("2018", "PAK", "15", "USD"), ("2018", "BLR", "35", "USD"), ("2019", "PAK", "3", "USD"), ("2019", "BLR", "3", "PKR")),
         {"no figure in this unit"}),
        ((("2018", "PAK", "15", "USD"), ("2019", "PAK", "35", "PKR"), ("2019", "BLR", "3", "USD")),
         {"no figure in this unit"}),
        ((("2018", "PAK", "15", "USD"), ("2019", "PAK", "35", "USD"), ("2019", "BLR", "3", "USD")), {"no figure"}),
        ((("2018", "PAK", "15", "USD"), ("2018", "BLR", "35", "USD"), ("2019", "PAK", "3", "USD"), ("2019", "BLR", "3", "USD")),
         set()),
    ],
)  # fmt: skip
def test_where_another_panel_has_the_figure_none_is_said_to_be_missing(
    kind: str, rows: tuple[tuple[str, str, str, str], ...], gaps: set[str]
) -> None:
    graphic = exhibit_of(brief(f'chart("{kind}", "T", trade)', *rows)).graphic
    panels = graphic.charts if isinstance(graphic, Panels) else (graphic,)

    assert {panel.gap for panel in panels if isinstance(panel, Chart)} - {""} == gaps


def test_a_direction_that_is_not_told_in_a_unit_has_no_name_in_its_panel() -> None:
    one, two = panels_of(brief('chart("line", "T", trade)', ("2019", "PAK", "15", "PKR"), ("2019", "BLR", "35", "USD")))

    assert [[series.name for series in panel.series] for panel in (one, two)] == [
        ["Pakistan to Belarus"],
        ["Belarus to Pakistan"],
    ]


def test_the_figures_follow_in_a_table_for_each_unit() -> None:
    rows = (("2018", "PAK", "15", "PKR"), ("2018", "BLR", "35", "USD"), ("2019", "BLR", "3", "PKR"))
    tables = [b for b in in_rows(brief('chart("column", "T", trade, data=true)', *rows).blocks) if isinstance(b, Table)]
    cells = [[["".join(map(str, (i.text for i in c.inlines if hasattr(i, "text")))) for c in row] for row in t.rows]
             for t in tables]  # fmt: skip

    assert cells == [[["2018", "≈\u00a015", "in another unit"], ["2019", "no figure", "≈\u00a03"]],
                     [["2018", "≈\u00a035"]]]  # fmt: skip


@pytest.mark.parametrize("count", [2, 3, 4])
def test_there_are_as_many_panels_as_units(count: int) -> None:
    rows = [(f"{2015 + n}", "PAK", "15", currency) for n, currency in enumerate(list(WORDS)[:count])]

    assert [panel.unit for panel in panels_of(brief('chart("line", "T", trade)', *rows))] == [
        f"million {WORDS[currency]}" for currency in list(WORDS)[:count]
    ]


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.extent is Extent.WHOLE])
@pytest.mark.parametrize("kind", ["bar", *UPRIGHT])
def test_every_format_says_the_same_of_panels(kind: str, name: str) -> None:
    document = brief(f'chart("{kind}", "T", trade, data=true)', *MIXED)
    data = rendered(document, name, DEFAULT_STYLE)

    assert READERS[name](data) == words_in(document, name)


def test_word_has_a_native_chart_for_each_panel_with_its_own_words() -> None:
    document = brief('chart("line", "T", trade)', *MIXED)
    data = render(document, "docx", DEFAULT_STYLE).value.data
    space = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
    said = [p.get("descr") or "" for p in part(data, "word/document.xml").iter(f"{space}docPr")]

    assert ["rupees" in words for words in said] == [True, False]
    assert " ".join(said) == exhibit_of(document).alt
    for number, unit in enumerate(("Pakistani rupees", "US dollars"), 1):
        assert unit in "".join(part(data, f"word/charts/chart{number}.xml").itertext())
