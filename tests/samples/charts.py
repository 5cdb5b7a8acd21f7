"""Charts of every kind for tests, and how drawings and Word files are read back into numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.model.charts import Chart, ChartKind, Point, Series
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
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WITH_GAPS = {ChartKind.BAR, ChartKind.COLUMN, ChartKind.LINE}
STACKS = {ChartKind.STACKED, ChartKind.AREA}
EVIL = ("=1+1", "@SUM(A1)")
"""Names of series that a sheet could take for formulas."""


def point(value: str, low: str = "", high: str = "") -> Point:
    """A point that prints `≈` and its value."""
    return Point(Decimal(value), Decimal(low) if low else None, Decimal(high) if high else None, f"≈ {value}")


def chart(kind: ChartKind, names: tuple[str, str] = ("Pakistan → Belarus", "Belarus → Pakistan")) -> Chart:
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

    categories: list[str]
    series: list[str]
    values: list[list[Decimal | None]]
    labels: list[list[str | None]]
    axis: tuple[Decimal, Decimal, Decimal] | None
    """Lowest, highest, step."""


def specified(figure: Chart) -> Shown:
    """What the specification says."""
    points = [s.points for s in figure.series]
    axis = (figure.ticks[0], figure.ticks[-1], figure.ticks[1] - figure.ticks[0]) if figure.ticks else None
    return Shown(
        list(figure.categories),
        [s.name for s in figure.series],
        [[p.value if p else None for p in row] for row in points],
        [[p.label if p else None for p in row] for row in points],
        axis,
    )


def native(data: bytes, number: int = 1) -> Shown:
    """What a native chart of a Word file holds."""
    root = part(data, f"word/charts/chart{number}.xml")
    series = list(root.iter(f"{C}ser"))
    axis = root.find(f".//{C}valAx")
    return Shown(
        [text or "" for text in _cached(series[0].find(f"{C}cat"), C)],
        [str(_cached(one.find(f"{C}tx"), C)[0]) for one in series],
        [[None if v is None else Decimal(v) for v in _cached(one.find(f"{C}val"), C)] for one in series],
        [_cached(one.find(f".//{C15}dlblRangeCache"), C) for one in series],
        None if axis is None else _axis(axis),
    )


def _cached(holder: Element | None, space: str) -> list[str | None]:
    assert holder is not None
    count = next(e for e in holder.iter(f"{space}ptCount")).get("val")
    kept = {int(p.get("idx") or 0): p.findtext(f"{space}v") for p in holder.iter(f"{space}pt")}
    return [kept.get(index) for index in range(int(count or 0))]


def _axis(axis: Element) -> tuple[Decimal, Decimal, Decimal]:
    low, high, step = (axis.find(f".//{C}{name}") for name in ("min", "max", "majorUnit"))
    assert low is not None
    assert high is not None
    assert step is not None
    return Decimal(low.get("val") or ""), Decimal(high.get("val") or ""), Decimal(step.get("val") or "")


def drawn_values(drawing: Drawing, figure: Chart) -> list[float]:
    """The values of all points, measured in a drawing with its own scale, in the order they are drawn in."""
    if figure.kind is ChartKind.PIE:
        return _slices(drawing)
    measure = _scale(drawing, figure)
    boxes = [op for op in drawing.ops if isinstance(op, Box)]
    match figure.kind:
        case ChartKind.BAR:
            return [measure(box.x + box.width) for box in boxes]
        case ChartKind.COLUMN:
            return [measure(box.y) for box in boxes]
        case ChartKind.STACKED:
            return [measure(box.y) - measure(box.y + box.height) for box in boxes]
        case ChartKind.LINE:
            marks = (op for op in drawing.ops if isinstance(op, Disc | Box))
            return [measure(op.y if isinstance(op, Disc) else op.y + op.height / 2) for op in marks]
        case _:
            return [
                measure(op.points[i][1]) - measure(op.points[-1 - i][1])
                for op in drawing.ops
                if isinstance(op, Polygon)
                for i in range(len(op.points) // 2)
            ]


def _scale(drawing: Drawing, figure: Chart) -> Callable[[float], float]:
    """From a place on the value axis to its value, by the first and last tick's labels."""
    labels = {op.text: op for op in drawing.ops if isinstance(op, Label)}
    low, high = (labels[figure.tick_labels[end]] for end in (0, -1))
    shift = 0.0 if figure.kind is ChartKind.BAR else low.size * 0.35
    start, end = ((op.x, op.x) if figure.kind is ChartKind.BAR else (op.y - shift, 0.0) for op in (low, high))
    first, last = start[0], end[0]
    bottom, top = float(low.text), float(high.text)
    return lambda place: bottom + (place - first) / (last - first) * (top - bottom)


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
