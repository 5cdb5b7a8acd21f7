from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal

import pytest
from lxml import etree

from briefgen.model.charts import ChartKind
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.charts import Label, drawing_of
from readers.docx import part
from samples.charts import EVIL, STACKS, WITH_GAPS, A, C, chart, drawn_values, native, specified, word_file

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheet(data: bytes, number: int = 1) -> list[dict[str, str]]:
    """Cells of the workbook behind a chart, row by row: letter → text, numbers without quotes."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        book = package.read(f"word/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        root = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    assert root.find(f".//{SHEET}f") is None
    rows = []
    for row in root.iter(f"{SHEET}row"):
        cells = {}
        for cell in row:
            words = cell.findtext(f"{SHEET}is/{SHEET}t")
            letter = re.sub(r"\d", "", cell.get("r") or "")
            cells[letter] = repr(words) if cell.get("t") == "inlineStr" else str(cell.findtext(f"{SHEET}v"))
        rows.append(cells)
    return rows


@pytest.mark.parametrize("kind", list(ChartKind))
def test_the_native_chart_holds_the_numbers_order_labels_and_axis_of_the_specification(kind: ChartKind) -> None:
    assert native(word_file(chart(kind))) == specified(chart(kind))


@pytest.mark.parametrize("kind", list(ChartKind))
def test_the_drawing_of_the_other_formats_measures_the_same_numbers_in_the_same_order(kind: ChartKind) -> None:
    figure = chart(kind)
    rows = native(word_file(figure)).values
    across = kind in {ChartKind.LINE, ChartKind.AREA, ChartKind.PIE}
    lines = rows if across else zip(*rows, strict=True)
    values = [float(v) for line in lines for v in line if v is not None]
    if kind is ChartKind.PIE:
        values = [value / sum(values) for value in values]

    assert drawn_values(drawing_of(figure, DEFAULT_STYLE, 482), figure) == pytest.approx(values, abs=1e-6)


@pytest.mark.parametrize("kind", list(ChartKind))
def test_both_show_the_same_labels_with_their_doubt_in_the_same_colours(kind: ChartKind) -> None:
    figure = chart(kind)
    root = part(word_file(figure), "word/charts/chart1.xml")
    fields = [f.findtext(f"{A}t") for f in root.iter(f"{A}fld") if f.get("type") == "CELLRANGE"]
    drawing = drawing_of(figure, DEFAULT_STYLE, 482)
    drawn = [op.text for op in drawing.ops if isinstance(op, Label) and op.text.startswith("≈")]
    accents = {e.get("val") for e in root.iter(f"{A}schemeClr")} & {f"accent{n}" for n in range(1, 7)}
    theme = etree.tostring(part(word_file(figure), "word/theme/theme1.xml")).decode()

    assert sorted(drawn) == sorted(str(field) for field in fields)
    assert len(drawn) == sum(1 for s in figure.series for p in s.points if p)
    assert accents == {"accent1", "accent2"}
    for number, colour in enumerate(DEFAULT_STYLE.palette.series, 1):
        assert f'<a:accent{number}><a:srgbClr val="{colour[1:].upper()}"/>' in theme


@pytest.mark.parametrize("kind", sorted(WITH_GAPS))
def test_whiskers_are_error_bars_over_cells_and_a_gap_stays_a_gap(kind: ChartKind) -> None:
    data = word_file(chart(kind))
    root = part(data, "word/charts/chart1.xml")
    bars = list(root.iter(f"{C}errBars"))
    rows = sheet(data)

    assert len(bars) == 2
    assert [bars[0].findtext(f"{C}{side}/{C}numRef/{C}f") for side in ("minus", "plus")] == [
        "Data!$F$2:$F$5",
        "Data!$H$2:$H$5",
    ]
    assert (rows[4]["F"], rows[4]["H"], rows[2]["G"]) == ("2.5", "2.5", "1")
    assert "B" not in rows[2]
    assert root.find(f".//{C}dispBlanksAs").get("val") == "gap"


@pytest.mark.parametrize("kind", sorted({*STACKS, ChartKind.PIE}))
def test_stacks_and_slices_carry_doubt_in_their_labels_alone(kind: ChartKind) -> None:
    root = part(word_file(chart(kind)), "word/charts/chart1.xml")

    assert root.find(f".//{C}errBars") is None
    assert next(root.iter(f"{A}fld")).findtext(f"{A}t") == ("≈ 15" if kind is ChartKind.PIE else "≈ 15.1")


def test_the_workbook_holds_words_as_words_and_numbers_as_numbers() -> None:
    rows = sheet(word_file(chart(ChartKind.COLUMN, EVIL)))

    assert (rows[0]["B"], rows[0]["C"]) == ("'=1+1'", "'@SUM(A1)'")
    assert rows[1] == {"A": "'2018'", "B": "15.1", "C": "35.1", "D": "'≈ 15.1'", "E": "'≈ 35.1'"}
    assert rows[3]["A"] == "'2020?'"
    pie = sheet(word_file(chart(ChartKind.PIE, EVIL)))
    assert [row["A"] for row in pie[1:]] == ["'=1+1'", "'@SUM(A1)'"]


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
