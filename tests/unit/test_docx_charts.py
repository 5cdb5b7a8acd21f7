from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import pytest
from lxml import etree

from briefgen.model.charts import Chart, ChartKind, Point, Series
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.records import replace
from briefgen.render.charts import Label, drawing_of
from briefgen.render.charts.lettering import Lettering
from briefgen.render.docx.charts.workbook import Formula, label_cell
from readers.docx import part
from samples.charts import (
    EVIL,
    NATIVE,
    STACKS,
    A,
    C,
    book_cells,
    book_rows,
    chart,
    drawn_values,
    native,
    point,
    specified,
    word_file,
)

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.mark.parametrize("kind", NATIVE)
def test_the_workbook_holds_the_numbers_order_and_labels_of_the_specification(kind: ChartKind) -> None:
    shown, wanted = native(word_file(chart(kind)), chart(kind)), specified(chart(kind))

    assert shown.points == wanted.points
    assert wanted.series <= shown.series


@pytest.mark.parametrize("kind", list(ChartKind))
def test_the_drawing_of_the_other_formats_measures_the_same_numbers_in_the_same_order(kind: ChartKind) -> None:
    figure = chart(kind)
    across = kind in {ChartKind.LINE, ChartKind.AREA, ChartKind.PIE}
    rows = [[point for point in series.points if point] for series in figure.series]
    each = [p for row in rows for p in row] if across else by_category(figure)
    solid = kind in {ChartKind.BAR, ChartKind.COLUMN}
    values = [float(point.low if solid and point.low is not None else point.value) for point in each]
    if kind is ChartKind.PIE:
        values = [value / sum(values) for value in values]
    measured = drawn_values(drawing_of(figure, DEFAULT_STYLE, 482), figure)
    if solid:  # an open end is a box of its own, on top of the solid one
        ends = [float(point.high) for point in each if point.high is not None]
        assert sorted(measured) == pytest.approx(sorted(values + ends), abs=0.05)
    else:
        assert measured == pytest.approx(values, abs=1e-6)


def by_category(figure: Chart) -> list[Point]:
    """The points in the order of the categories."""
    places = range(len(figure.categories))
    return [point for place in places for series in figure.series if (point := series.points[place])]


@pytest.mark.parametrize("kind", NATIVE)
def test_both_show_the_same_labels_with_their_doubt_in_the_same_colours(kind: ChartKind) -> None:
    figure = chart(kind)
    root = part(word_file(figure), "word/charts/chart1.xml")
    fields = [f.findtext(f"{A}t") for f in root.iter(f"{A}fld") if f.get("type") == "CELLRANGE"]
    drawing = drawing_of(figure, DEFAULT_STYLE, 482)
    drawn = [op.text for op in drawing.ops if isinstance(op, Label) and op.text.startswith(("≈", "about"))]
    accents = {e.get("val") for e in root.iter(f"{A}schemeClr")} & {f"accent{n}" for n in range(1, 7)}
    theme = etree.tostring(part(word_file(figure), "word/theme/theme1.xml")).decode()

    assert sorted(drawn) == sorted(str(field) for field in fields)
    assert accents == {"accent1", "accent2"}
    for number, colour in enumerate(DEFAULT_STYLE.palette.series, 1):
        assert f'<a:accent{number}><a:srgbClr val="{colour[1:].upper()}"/>' in theme


def series_of(data: bytes) -> list[tuple[str, str, str]]:
    """Name, fill and kind of outline of each series of a native chart."""
    found = []
    for one in part(data, "word/charts/chart1.xml").iter(f"{C}ser"):
        look = one.find(f"{C}spPr")
        fill, rim = look.find(f"{A}solidFill/{A}schemeClr"), look.find(f"{A}ln/{A}solidFill/{A}schemeClr")
        name = one.findtext(f"{C}tx/{C}strRef/{C}strCache/{C}pt/{C}v")
        found.append((str(name), "" if fill is None else fill.get("val"), "" if rim is None else rim.get("val")))
    return found


@pytest.mark.parametrize("kind", [ChartKind.BAR, ChartKind.COLUMN])
def test_bars_are_stacks_of_a_solid_part_and_an_outlined_one_up_to_the_highest(kind: ChartKind) -> None:
    data = word_file(chart(kind))
    root = part(data, "word/charts/chart1.xml")

    assert {e.get("val") for e in root.iter(f"{C}grouping")} == {"stacked"}
    assert series_of(data) == [
        ("Pakistan to Belarus", "accent1", ""),
        ("Pakistan to Belarus +", "bg1", "accent1"),
        ("Belarus to Pakistan", "accent2", ""),
        ("Belarus to Pakistan +", "bg1", "accent2"),
        ("↦", "", ""),
    ]
    assert root.find(f".//{C}errBars") is None


def test_a_label_and_the_ends_of_a_bar_follow_the_cell_of_its_value() -> None:
    cells = {c.get("r"): c.findtext(f"{SHEET}f") for c in book_cells(word_file(chart(ChartKind.BAR)))}

    assert cells["B2"] is None
    assert cells["C2"] == '"about "&FIXED(B2,1)'
    assert cells["F2"] == "IF(B2>=0,MAX(B2-D2,0),MIN(B2+E2,0))"
    assert cells["G2"] == "MAX(B2+E2,0)-MAX(F2,0)"


@pytest.mark.parametrize(
    ("label", "value", "formula"),
    [
        ("about 35.1", "35.1", '"about "&FIXED(B2,1)'),
        ("52", "52", "FIXED(B2,0)"),
        ("9,000", "9000", "FIXED(B2,0)"),
        ("≈ 1,234.50", "1234.50", '"≈ "&FIXED(B2,2)'),
        ("at least 30", "30", '"at least "&FIXED(B2,0)'),
        ("20 (contested)", "20", 'FIXED(B2,0)&" (contested)"'),
        ("25", "-25", "FIXED(ABS(B2),0)"),
        ("−25", "-25", '""&IF(B2<0,"−","")&FIXED(ABS(B2),0)'),
        ('a "5" b', "5", '"a """&FIXED(B2,0)&""" b"'),
        ("0", "0", "FIXED(B2,0)"),
        ("12345", "12345", "FIXED(B2,0,TRUE)"),
    ],
)
def test_a_label_is_a_formula_over_the_cell_of_its_value(label: str, value: str, formula: str) -> None:
    assert label_cell(label, Decimal(value), "B2") == Formula(formula, label)


@pytest.mark.parametrize(("label", "value"), [("36 to 41", "36"), ("none", "0"), ("15", "15.1"), ("", "3")])
def test_a_label_that_does_not_print_its_value_alone_stays_as_it_is(label: str, value: str) -> None:
    assert label_cell(label, Decimal(value), "B2") == label


def test_error_bars_of_lines_come_from_cells_and_a_gap_stays_a_gap() -> None:
    data = word_file(chart(ChartKind.LINE))
    root = part(data, "word/charts/chart1.xml")
    [one, other] = root.iter(f"{C}errBars")
    rows = book_rows(data)

    assert [one.findtext(f"{C}{side}/{C}numRef/{C}f") for side in ("minus", "plus")] == [
        "Data!$F$2:$F$5",
        "Data!$H$2:$H$5",
    ]
    assert other is not None
    assert (rows[4][5], rows[4][7], rows[2][6]) == ("2.5", "2.5", "1")
    assert rows[2][1] == ""
    assert root.find(f".//{C}dispBlanksAs").get("val") == "gap"


@pytest.mark.parametrize("kind", sorted({*STACKS, ChartKind.PIE}))
def test_stacks_and_slices_carry_doubt_in_their_labels_alone(kind: ChartKind) -> None:
    root = part(word_file(chart(kind)), "word/charts/chart1.xml")

    assert root.find(f".//{C}errBars") is None
    assert next(root.iter(f"{A}fld")).findtext(f"{A}t") == ("about 15" if kind is ChartKind.PIE else "≈ 15.1")


@pytest.mark.parametrize("kind", [ChartKind.BAR, ChartKind.COLUMN, ChartKind.LINE])
@pytest.mark.parametrize(("colour", "said"), [(0, "Pakistan to Belarus"), (2, "")])
def test_an_only_series_is_named_over_the_plot_where_it_is_a_partys(kind: ChartKind, colour: int, said: str) -> None:
    figure = chart(kind)
    figure = replace(figure, series=(replace(figure.series[0], colour=colour),))
    space = part(word_file(figure), "word/charts/chart1.xml")

    assert "".join(space.find(f"{C}chart").xpath("*[local-name()='title']//*[local-name()='t']/text()")) == said
    assert space.find(f"{C}chart/{C}legend") is None


def test_the_label_of_a_negative_bar_has_room_before_the_names() -> None:
    points = (point("-3.1"), point("12.4"))
    ticks = tuple(map(Decimal, (-5, 0, 5, 10, 15)))
    figure = Chart(ChartKind.BAR, ("2022", "2023"), (Series("one", points, 0),), "", ticks, tuple(map(str, ticks)))
    space = part(word_file(figure), "word/charts/chart1.xml")
    low, high = (float(space.find(f".//{C}valAx/{C}scaling/{C}{end}").get("val")) for end in ("min", "max"))
    [width] = space.iterfind(f"{C}chart/{C}plotArea/{C}layout/{C}manualLayout/{C}w")
    wide = float(width.get("val")) * DEFAULT_STYLE.page.column_mm * 72 / 25.4

    assert (-3.1 - low) / (high - low) * wide > Lettering.of(DEFAULT_STYLE).width("about -3.1", bold=True)


def test_a_chart_of_dots_is_a_picture() -> None:
    with zipfile.ZipFile(io.BytesIO(word_file(chart(ChartKind.DOT)))) as package:
        names = package.namelist()

    assert not any("charts/" in name for name in names)
    assert any(name.endswith(".svg") for name in names)


def test_the_workbook_holds_words_as_words_and_numbers_as_numbers() -> None:
    cells = {c.get("r"): c for c in book_cells(word_file(chart(ChartKind.LINE, EVIL)))}

    assert {cells[place].get("t") for place in ("A2", "B1", "C1")} == {"inlineStr"}
    assert (cells["B1"].findtext(f"{SHEET}is/{SHEET}t"), cells["B2"].findtext(f"{SHEET}v")) == ("=1+1", "15.1")
    assert cells["A4"].findtext(f"{SHEET}is/{SHEET}t") == "2020?"


@pytest.mark.parametrize("kind", NATIVE)
def test_no_word_of_the_data_stands_in_a_formula(kind: ChartKind) -> None:
    names = ("=1+1", '"&HYPERLINK("x")&"')
    formulas = [c.findtext(f"{SHEET}f") or "" for c in book_cells(word_file(chart(kind, names)))]

    assert any(formulas)
    assert not any(word in formula for formula in formulas for word in ("1+1", "HYPERLINK"))


def test_small_ticks_show_their_decimals() -> None:
    figure = chart(ChartKind.LINE)
    fine = figure.__class__(
        figure.kind,
        figure.categories,
        figure.series,
        figure.unit,
        (Decimal(0), Decimal("2.5"), Decimal(5)),
        ("0", "2.5", "5"),
    )
    axis = part(word_file(fine), "word/charts/chart1.xml").find(f".//{C}valAx/{C}numFmt")

    assert axis is not None
    assert axis.get("formatCode") == "#,##0.0"


def test_the_same_charts_give_the_same_bytes() -> None:
    assert word_file(*(chart(kind) for kind in ChartKind)) == word_file(*(chart(kind) for kind in ChartKind))
