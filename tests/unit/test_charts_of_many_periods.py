"""Charts of fifteen years of months: a kind that a page can hold, labels that do not overlap, doubt that stays."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from lxml import etree

from briefgen.compose.charts.many_periods import kind_for
from briefgen.model.charts import Chart, ChartKind, Point, Series
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.charts import Label, LineStroke, drawing_of
from briefgen.render.charts.lettering import Lettering
from briefgen.render.docx.charts.native_chart import native_chart
from samples.charts import named_periods

_PAGE = (297 - 25 - 22) * 72 / 25.4
LETTERS = Lettering.of(DEFAULT_STYLE)


def chart(kind: ChartKind, periods: int, series: int = 2) -> Chart:
    names = tuple(f"{['Jan', 'Mar', 'May', 'Jul', 'Sept', 'Nov'][n % 6]} {2005 + n // 12}" for n in range(periods))
    rows = tuple(
        Series(
            f"Series {row}",
            tuple(
                Point(Decimal(20 + n % 9 + 10 * row), Decimal(18 + n % 9), Decimal(22 + n % 9 + 10 * row), f"≈ {n}.5")
                for n in range(periods)
            ),
            row,
        )
        for row in range(series)
    )
    ticks = tuple(map(Decimal, (0, 20, 40, 60, 80, 100)))
    return Chart(kind, names, rows, "million US dollars", ticks, tuple(map(str, ticks)))


@pytest.mark.parametrize(
    ("kind", "periods", "shown"),
    [
        (ChartKind.BAR, 1, ChartKind.BAR),
        (ChartKind.BAR, 11, ChartKind.BAR),
        (ChartKind.BAR, 12, ChartKind.COLUMN),
        (ChartKind.BAR, 36, ChartKind.COLUMN),
        (ChartKind.BAR, 37, ChartKind.LINE),
        (ChartKind.BAR, 180, ChartKind.LINE),
        (ChartKind.COLUMN, 36, ChartKind.COLUMN),
        (ChartKind.COLUMN, 37, ChartKind.LINE),
        (ChartKind.STACKED, 180, ChartKind.STACKED),
        (ChartKind.LINE, 180, ChartKind.LINE),
        (ChartKind.AREA, 180, ChartKind.AREA),
        (ChartKind.PIE, 180, ChartKind.PIE),
    ],
)
def test_what_a_page_cannot_hold_is_drawn_otherwise(kind: ChartKind, periods: int, shown: ChartKind) -> None:
    assert kind_for(kind, periods, 2) is shown


@pytest.mark.parametrize("kind", [kind for kind in ChartKind if kind is not ChartKind.PIE])
@pytest.mark.parametrize("periods", [5, 11, 12, 36, 37, 90, 180, 400])
def test_no_word_lies_upon_another_and_no_chart_is_taller_than_a_page(kind: ChartKind, periods: int) -> None:
    drawing = drawing_of(chart(kind_for(kind, periods, 2), periods), DEFAULT_STYLE, 480)
    assert drawing.height < _PAGE * 0.8
    labels = [op for op in drawing.ops if isinstance(op, Label) and op.anchor == "middle"]
    by_line: dict[float, list[Label]] = {}
    for label in labels:
        by_line.setdefault(round(label.y, 1), []).append(label)
    for row in by_line.values():
        for one, other in pairwise(sorted(row, key=lambda label: label.x)):
            half = (LETTERS.width(one.text, bold=one.bold) + LETTERS.width(other.text, bold=other.bold)) / 2
            assert other.x - one.x >= half - 0.5 or kind is ChartKind.STACKED


@pytest.mark.parametrize("periods", [36, 37, 180])
def test_doubt_is_drawn_however_close_points_stand(periods: int) -> None:
    drawing = drawing_of(chart(ChartKind.LINE, periods, series=1), DEFAULT_STYLE, 480)
    upright = [op for op in drawing.ops if isinstance(op, LineStroke) and op.x1 == op.x2]
    assert len(upright) == periods


def named_in(xml: str, figure: Chart) -> list[str]:
    return named_periods(etree.fromstring(xml.encode()), figure)


@pytest.mark.parametrize(("periods", "every"), [(5, 1), (12, 1), (13, 2), (30, 5), (180, 20), (400, 50)])
@pytest.mark.parametrize("kind", [ChartKind.LINE, ChartKind.COLUMN, ChartKind.STACKED, ChartKind.AREA])
def test_a_native_chart_names_every_so_many_th_category(kind: ChartKind, periods: int, every: int) -> None:
    figure = chart(kind, periods)
    xml = native_chart(figure, drawing_of(figure, DEFAULT_STYLE, 480), DEFAULT_STYLE, "en-GB").xml
    assert named_in(xml, figure) == list(figure.categories[::every])


@pytest.mark.parametrize(
    ("periods", "width", "every"),
    [
        (5, 480, 1),
        (8, 480, 1),
        (12, 480, 1),
        (12, 300, 2),
        (7, 165, 2),
        (10, 165, 5),
        (12, 165, 5),
        (3, 165, 1),
        (13, 165, 5),
        (30, 165, 10),
    ],
)
def test_no_name_of_a_narrow_native_chart_has_to_break(periods: int, width: float, every: int) -> None:
    figure = chart(ChartKind.LINE, periods)
    xml = native_chart(figure, drawing_of(figure, DEFAULT_STYLE, width), DEFAULT_STYLE, "en-GB").xml
    assert named_in(xml, figure) == list(figure.categories[::every])
    plot = float(re.findall(r'<c:w val="([0-9.]+)"/>', xml)[0]) * width
    longest = max(LETTERS.width(word) for name in figure.categories for word in name.split())
    assert plot / periods * every > longest


@pytest.mark.parametrize(("width", "rows"), [(480, 1), (240, 1), (120, 2), (100, 2), (80, 2)])
def test_a_legend_of_several_rows_stands_over_the_plot_and_not_on_it(width: float, rows: int) -> None:
    figure = chart(ChartKind.LINE, 5)
    tops = []
    unnamed = replace(figure.series[0], colour=2)
    for one in (figure, replace(figure, series=(unnamed,))):
        drawing = drawing_of(one, DEFAULT_STYLE, width)
        made = native_chart(one, drawing, DEFAULT_STYLE, "en-GB")
        top = float(re.findall(r'<c:y val="([0-9.]+)"/>', made.xml)[0]) * made.height
        tops.append(top - drawing.plots[0].y)
    assert tops[0] - tops[1] >= rows * LETTERS.leading * 0.99
