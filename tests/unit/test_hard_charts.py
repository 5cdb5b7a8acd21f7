"""The sheet of forty hard charts keeps the laws of geometry, in the drawing, in SVG, in the PDF and in Word's XML."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from lxml import etree

from briefgen.model.charts import Chart, ChartKind, Panels, Point, Series
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import render
from briefgen.render.charts import LineStroke, drawing_of, panel_widths
from briefgen.render.charts.lettering import Lettering
from briefgen.render.charts.svg import drawing_svg
from briefgen.render.docx.charts.native_chart import native_chart
from readers.docx import part
from samples.charts import C, book_rows, named_periods, words_of_no_value
from samples.drawn_geometry import LEAST_LETTER, Frame, faults, frames, outside, overlapping
from samples.hard_charts import HARD

if TYPE_CHECKING:
    from briefgen.model.charts import Graphic
    from briefgen.render.charts import Drawing
    from samples.hard_charts import HardChart

WIDTHS = [167.2, 262.5, 351.5, 482.0]
"""Half a column, a telephone of 350 pixels, the column of 124 mm, and a page without a margin column."""
EACH = pytest.mark.parametrize("hard", HARD, ids=lambda hard: hard.name.replace(" ", "-"))
SVG = "{http://www.w3.org/2000/svg}"


def graphic_of(hard: HardChart) -> Chart | Panels:
    graphic = hard.exhibit().graphic
    assert isinstance(graphic, Chart | Panels)
    return graphic


def drawn(graphic: Graphic, width: float = 351.5) -> Drawing:
    return drawing_of(graphic, DEFAULT_STYLE, width)


def test_there_are_forty_and_each_is_another() -> None:
    assert len(HARD) == 40
    assert len({hard.name for hard in HARD}) == 40
    kinds = {graphic.kind for hard in HARD if isinstance(graphic := graphic_of(hard), Chart)}
    assert kinds == set(ChartKind)


@EACH
@pytest.mark.parametrize("width", WIDTHS)
def test_no_label_lies_on_another_all_are_inside_and_none_is_too_small(hard: HardChart, width: float) -> None:
    assert faults(drawn(graphic_of(hard), width), DEFAULT_STYLE) == []


@EACH
@pytest.mark.parametrize("width", WIDTHS)
def test_the_plot_keeps_half_of_the_width(hard: HardChart, width: float) -> None:
    drawing = drawn(graphic_of(hard), width)

    assert all(plot.width >= plot.within / 2 - 0.1 for plot in drawing.plots)
    assert drawing.plots or graphic_of(hard).kind is ChartKind.PIE  # type: ignore[union-attr]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "hard", [hard for hard in HARD if isinstance(g := graphic_of(hard), Chart) and g.kind is ChartKind.BAR],
    ids=lambda hard: hard.name.replace(" ", "-"),
)  # fmt: skip
def test_the_line_that_bars_begin_at_goes_through_no_word(hard: HardChart, width: float) -> None:
    drawing = drawn(graphic_of(hard), width)
    upright = [op for op in drawing.ops if isinstance(op, LineStroke) and op.x1 == op.x2]

    assert upright
    for line in upright:
        for frame in frames(drawing, DEFAULT_STYLE):
            is_beside = not frame.left - 0.5 <= line.x1 <= frame.right
            assert is_beside or frame.bottom <= line.y1 + 0.5 or frame.top >= line.y2 - 0.5, frame.text


@EACH
def test_the_svg_holds_every_label_where_the_drawing_has_it(hard: HardChart) -> None:
    drawing = drawn(graphic_of(hard))
    root = etree.fromstring(drawing_svg(drawing, DEFAULT_STYLE))
    _, _, width, height = map(float, root.get("viewBox").split())
    texts = [e for e in root.iter(f"{SVG}text") if (e.text or "").strip()]

    assert (width, height) == pytest.approx((drawing.width, drawing.height), abs=0.01)
    assert all(float(text.get("font-size")) >= LEAST_LETTER for text in texts)
    assert all(0 <= float(text.get("x")) <= width and 0 <= float(text.get("y")) <= height for text in texts)


@pytest.mark.parametrize("hard", HARD[::3], ids=lambda hard: hard.name.replace(" ", "-"))
def test_on_the_page_of_the_pdf_no_word_lies_on_another(hard: HardChart) -> None:
    words = _words(render(hard.document(), "pdf", DEFAULT_STYLE).value.data)

    assert len(words) > 5
    assert overlapping(words) == []
    assert outside(words, 595.3, 841.9) == []


def _words(data: bytes) -> list[Frame]:
    """The words of the first page, by the boxes of their letters as they are painted."""
    page = pypdfium2.PdfDocument(data)[0]
    text, height = page.get_textpage(), page.get_height()
    found: list[Frame] = []
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        said = text.get_text_bounded(left, bottom, right, top).strip()
        if said:
            found.append(Frame(left, height - top, right, height - bottom, said))
    return found


NATIVE = [hard for hard in HARD if isinstance(g := graphic_of(hard), Chart) and g.kind is not ChartKind.DOT]


@pytest.mark.parametrize("hard", NATIVE, ids=lambda hard: hard.name.replace(" ", "-"))
def test_in_words_xml_the_plot_keeps_its_half_letters_their_size_and_labels_their_cells(hard: HardChart) -> None:
    data = render(hard.document(), "docx", DEFAULT_STYLE).value.data
    root = part(data, "word/charts/chart1.xml")
    sizes = {int(e.get("sz")) for e in root.iter() if e.get("sz")}
    numbers = {e.tag.removeprefix(C): float(e.get("val")) for e in root.iter(f"{C}x", f"{C}y", f"{C}w", f"{C}h")
               if e.getparent().getparent().getparent().tag == f"{C}plotArea"}  # fmt: skip

    assert min(sizes) >= LEAST_LETTER * 100
    if graphic_of(hard).kind is not ChartKind.PIE:  # type: ignore[union-attr]
        assert numbers["w"] >= 0.499
        assert numbers["x"] >= 0
        assert numbers["y"] >= 0
        assert numbers["x"] + numbers["w"] <= 1.0001
        assert numbers["y"] + numbers["h"] <= 1.0001
    cells = {cell for row in book_rows(data) for cell in row}
    labels = {"".join(e.itertext()) for e in root.iter(f"{C}dLbl")}
    assert labels <= {*cells, graphic_of(hard).gap}  # type: ignore[union-attr]
    assert not any(re.search(r"\d{7,}\.\d|\.\d{6,}", cell) for cell in cells if not cell.startswith("Data"))


PANELS = [
    pytest.param(chart, width, id=f"{hard.name.replace(' ', '-')}-{width}")
    for hard in HARD
    for graphic in [graphic_of(hard)]
    for width in WIDTHS
    for chart, width in (
        zip(graphic.charts, panel_widths(graphic.charts, width), strict=True)
        if isinstance(graphic, Panels)
        else [(graphic, width)]
    )
    if chart.kind not in {ChartKind.DOT, ChartKind.PIE}
]
"""Each chart that Word draws, at each width that it has: those of panels share one."""
IN_WORD = pytest.mark.parametrize(("chart", "width"), PANELS)


def native(chart: Chart, width: float) -> etree._Element:
    return etree.fromstring(native_chart(chart, drawn(chart, width), DEFAULT_STYLE, "en-GB").xml.encode())


@IN_WORD
def test_in_words_xml_no_name_of_a_period_breaks_in_two_and_none_touches_another(chart: Chart, width: float) -> None:
    root = native(chart, width)
    named = named_periods(root, chart)
    if chart.kind is ChartKind.BAR:
        return
    letters = Lettering.of(DEFAULT_STYLE)
    plot = next(root.iter(f"{C}plotArea")).find(f"{C}layout/{C}manualLayout/{C}w")
    apart = float(plot.get("val")) * width / len(named)

    assert named[0] == chart.categories[0]
    assert all(letters.width(word) <= apart for name in named for word in name.split())


@IN_WORD
def test_in_words_xml_it_is_said_wherever_there_is_no_figure(chart: Chart, width: float) -> None:
    root = native(chart, width)
    said = [words for words in root.itertext() if words.strip()]
    stretches = groupby(range(len(chart.categories)), lambda n: any(series.points[n] for series in chart.series))
    empty = sum(1 for has_value, _ in stretches if not has_value)
    told = [words for place, _, words in words_of_no_value(root) if place == "ctr"]

    assert told == [chart.gap] * (0 if chart.kind is ChartKind.BAR else empty)
    assert all(one.words in said for one in chart.breaks if one.is_gap)


def test_in_words_xml_a_row_without_a_figure_says_so() -> None:
    known = Point(Decimal(5), label="5")
    rows = Chart(
        ChartKind.BAR, ("2019", "2020"), (Series("Sales", (known, None), 0), Series("Purchases", (known, known), 1)),
        "million", (Decimal(0), Decimal(5)), ("0", "5"), gap="no figure",
    )  # fmt: skip
    labels = ["".join(label.itertext()) for label in native(rows, 351.5).iter(f"{C}dLbl")]

    assert sorted(labels) == ["5", "5", "5", "no figure"]


@IN_WORD
def test_in_words_xml_labels_under_zero_stand_over_the_names_of_periods(chart: Chart, width: float) -> None:
    root = native(chart, width)
    axis, values = next(root.iter(f"{C}catAx")), next(root.iter(f"{C}valAx"))
    least, most = (float(values.find(f"{C}scaling/{C}{end}").get("val")) for end in ("min", "max"))
    plot = next(root.iter(f"{C}plotArea")).find(f"{C}layout/{C}manualLayout/{C}h")
    tall = float(plot.get("val")) * drawn(chart, width).height
    under = [p.low or p.value for series in chart.series for p in series.points if p and p.value < 0]

    assert axis.find(f"{C}tickLblPos").get("val") in {"low", "none"}
    if chart.kind is ChartKind.COLUMN and chart.labels_all and under:
        assert (float(min(under)) - least) / (most - least) * tall >= Lettering.of(DEFAULT_STYLE).leading


@EACH
def test_the_words_for_those_who_do_not_see_it_have_no_signs(hard: HardChart) -> None:
    exhibit = hard.exhibit()

    assert not set("→≈≥≤<>?[]") & set(exhibit.alt)
    assert exhibit.alt.endswith(".")
    assert exhibit.caption.unit or isinstance(exhibit.graphic, Panels)


@EACH
def test_every_sign_and_shape_of_a_chart_is_told_under_it(hard: HardChart) -> None:
    exhibit = hard.exhibit()
    legend = " ".join(getattr(inline, "text", "") for inline in exhibit.caption.legend)
    graphic = graphic_of(hard)
    charts = graphic.charts if isinstance(graphic, Panels) else (graphic,)
    for chart in charts:
        for series in chart.series:
            for place, point in enumerate(series.points):
                printed = chart.printed(series, place)
                assert not printed or printed[0] not in "≈≥≤<>" or printed[0] in legend
                if point and point.is_open and chart.kind not in {ChartKind.STACKED, ChartKind.AREA, ChartKind.PIE}:
                    assert "arrow" in legend
