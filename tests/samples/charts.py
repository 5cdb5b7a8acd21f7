"""Charts of every kind for tests, and how drawings and Word files are read back into numbers."""

from __future__ import annotations

import io
import math
import re
import zipfile
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.model.charts import Chart, ChartKind, Doubt, Point, Series
from briefgen.model.document import Caption, Exhibit
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import render
from briefgen.render.charts import Box, Disc, Label, Polygon
from readers.docx import part
from samples.sample_document import document, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from briefgen.render.charts import Drawing

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WITH_GAPS = {ChartKind.BAR, ChartKind.COLUMN, ChartKind.LINE, ChartKind.DOT}
NATIVE = [kind for kind in ChartKind if kind is not ChartKind.DOT]
"""Kinds that Word has charts for."""
ROWS = {ChartKind.BAR, ChartKind.DOT}
STACKS = {ChartKind.STACKED, ChartKind.AREA}
EVIL = ("=1+1", "@SUM(A1)")
"""Names of series that a sheet could take for formulas."""


def point(value: str, low: str = "", high: str = "") -> Point:
    """A point that prints `about` and its value, or `≈`."""
    ends = (Decimal(low) if low else None, Decimal(high) if high else None)
    return Point(Decimal(value), *ends, f"about {value}", signed=f"≈ {value}", doubt=Doubt.ABOUT)


def chart(kind: ChartKind, names: tuple[str, str] = ("Pakistan to Belarus", "Belarus to Pakistan")) -> Chart:
    """A chart of a kind: with a gap and a whisker where the kind has them."""
    if kind is ChartKind.PIE:
        return Chart(kind, names, (Series("2020?", (point("15"), point("37")), 0),), "million US dollars", (), ())
    gap = None if kind in WITH_GAPS else point("15")
    one = (point("15.1"), gap, point("18.2"), point("20", "17.5", "22.5"))
    other = (point("35.1"), point("37", "36", "38"), point("30"), point("42"))
    ticks = tuple(Decimal(tick) for tick in ((0, 20, 40, 60, 80) if kind in STACKS else (0, 10, 20, 30, 40, 50)))
    series = (Series(names[0], one, 0), Series(names[1], other, 1))
    years = ("2018", "2019", "2020?", "2021")
    return Chart(kind, years, series, "million US dollars", ticks, tuple(map(str, ticks)))


def word_file(*charts: Chart) -> bytes:
    """A Word file with a chart in each exhibit."""
    exhibits = (
        Exhibit(f"figure-{n}", c, Caption(f"Figure {n}", text(c.kind.value)), f"What chart {n} shows")
        for n, c in enumerate(charts, 1)
    )
    return render(document(*exhibits), "docx", DEFAULT_STYLE).value.data


@dataclass(frozen=True)
class Shown:
    """What a reader of a chart sees, whoever drew it."""

    series: set[str]
    points: list[tuple[str, Decimal, str]]
    """Category, value and label of each, by category and then by series."""


def specified(figure: Chart) -> Shown:
    """What the specification says."""
    points = [
        (category, point.value, figure.printed(series, place))
        for place, category in enumerate(figure.categories)
        for series in figure.series
        if (point := series.points[place])
    ]
    return Shown({s.name for s in figure.series}, points)


def native(data: bytes, figure: Chart, number: int = 1) -> Shown:
    """What the workbook behind a native chart of a Word file holds, and which names its series have."""
    root = part(data, f"word/charts/chart{number}.xml")
    names = {str(_cached(one.find(f"{C}tx"), C)[0]) for one in root.iter(f"{C}ser")}
    rows = book_rows(data, number)
    head, body = rows[0], rows[1:]
    labels = [n for n, cell in enumerate(head) if cell.startswith("≈")]
    if len(labels) == 1 and figure.kind in {ChartKind.BAR, ChartKind.COLUMN}:
        value, period, found = labels[0] - 1, "", []
        for row in body:
            period = row[0].rpartition(", ")[2].strip() or period
            found += [(period, Decimal(row[value]), row[labels[0]])] if row[value] else []
        return Shown(names, found)
    points = [(row[0], Decimal(row[1 + n]), row[label]) for row in body for n, label in enumerate(labels) if row[1 + n]]
    return Shown(names, points)


def words_of_no_value(chart_space: Element) -> list[tuple[str, int, str]]:
    """Words of a native chart that belong to no value: where they stand (`b`: under the plot), and at which row."""
    return [
        (label.find(f"{C}dLblPos").get("val"), int(label.find(f"{C}idx").get("val")), "".join(label.itertext()))
        for series in chart_space.iter(f"{C}ser")
        if series.find(f"{C}val/{C}numLit") is not None
        for label in series.iter(f"{C}dLbl")
    ]


def named_periods(chart_space: Element, figure: Chart) -> list[str]:
    """The categories that a native chart names: all, by its axis, or some, by labels under the plot."""
    axis = next(chart_space.iter(f"{C}catAx"))
    if axis.find(f"{C}tickLblPos").get("val") == "low":
        return list(figure.categories)
    return [words for place, _, words in words_of_no_value(chart_space) if place == "b"]


def book_rows(data: bytes, number: int = 1) -> list[list[str]]:
    """What the cells of the workbook behind a chart say, row by row."""
    columns = [re.sub(r"\d", "", cell.get("r") or "") for cell in book_cells(data, number)]
    letters = sorted(set(columns), key=lambda letter: (len(letter), letter))
    rows: dict[int, dict[str, str]] = {}
    for letter, cell in zip(columns, book_cells(data, number), strict=True):
        said = cell.findtext(f"{SHEET}is/{SHEET}t") if cell.get("t") == "inlineStr" else cell.findtext(f"{SHEET}v")
        rows.setdefault(int(re.sub(r"\D", "", cell.get("r") or "")), {})[letter] = said or ""
    return [[row.get(letter, "") for letter in letters] for _, row in sorted(rows.items())]


def book_cells(data: bytes, number: int = 1) -> list[Element]:
    """The cells of the workbook behind a chart."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        book = package.read(f"word/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        return list(etree.fromstring(package.read("xl/worksheets/sheet1.xml")).iter(f"{SHEET}c"))


def _cached(holder: Element | None, space: str) -> list[str | None]:
    assert holder is not None
    count = next(e for e in holder.iter(f"{space}ptCount")).get("val")
    kept = {int(p.get("idx") or 0): p.findtext(f"{space}v") for p in holder.iter(f"{space}pt")}
    return [kept.get(index) for index in range(int(count or 0))]


def drawn_values(drawing: Drawing, figure: Chart) -> list[float]:
    """The values of all points, measured in a drawing with its own scale, in the order they are drawn in.

    Of bars and columns the ends of their solid parts.
    """
    if figure.kind is ChartKind.PIE:
        return _slices(drawing)
    measure = _scale(drawing, figure)
    coloured = [op for op in drawing.ops if not isinstance(op, Label) and op.colour != "#ffffff"]
    boxes = [op for op in coloured if isinstance(op, Box) and op.colour != DEFAULT_STYLE.palette.tint]
    boxes = [box for box in boxes if box.y >= drawing.plots[0].y - 1]  # names over the plot have boxes too
    match figure.kind:
        case ChartKind.BAR:
            return [measure(box.x + box.width) for box in boxes]
        case ChartKind.COLUMN:
            return [measure(box.y) for box in boxes]
        case ChartKind.STACKED:
            return [measure(box.y) - measure(box.y + box.height) for box in boxes]
        case ChartKind.DOT:
            return [measure(op.x) for op in coloured if isinstance(op, Disc)]
        case ChartKind.LINE:
            return [measure(op.y) for op in coloured if isinstance(op, Disc)]
        case _:
            return [
                measure(op.points[i][1]) - measure(op.points[-1 - i][1])
                for op in drawing.ops
                if isinstance(op, Polygon)
                for i in range(len(op.points) // 2)
            ]


def _scale(drawing: Drawing, figure: Chart) -> Callable[[float], float]:
    """From a place on the value axis to its value, by where the drawing says that its plot is."""
    [plot] = drawing.plots
    bottom, top = float(figure.ticks[0]), float(figure.ticks[-1])
    if figure.kind in ROWS:
        return lambda place: bottom + (place - plot.x) / plot.width * (top - bottom)
    return lambda place: bottom + (plot.y + plot.height - place) / plot.height * (top - bottom)


def _slices(drawing: Drawing) -> list[float]:
    """Shares of a pie, by the angles between the ends of its rims."""
    shares = []
    for op in drawing.ops:
        if isinstance(op, Polygon):
            (x, y), rim = op.points[0], op.points[1:]
            turns = [math.atan2(px - x, y - py) % math.tau for px, py in rim]
            steps = sum((b - a) % math.tau for a, b in pairwise(turns))
            shares.append(steps / math.tau)
    return shares
