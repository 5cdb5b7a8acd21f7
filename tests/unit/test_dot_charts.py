"""Each kind of doubt has a shape of its own in a chart of dots."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefgen.model.charts import Chart, ChartKind, Doubt, Point, Series
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.charts import Disc, LineStroke, Polyline, drawing_of

PAPER = "#ffffff"


def shapes(point: Point) -> tuple[int, int, int, int, int]:
    """Full dots, holes, lines along the row, caps, and paths of a chart of one point."""
    ticks = tuple(map(Decimal, (0, 10, 20, 30, 40, 50, 60)))
    series = (Series("turnover", (point,), 2),)
    chart = Chart(ChartKind.DOT, ("2019",), series, "per cent", ticks, tuple(map(str, ticks)))
    ops = drawing_of(chart, DEFAULT_STYLE, 351.5).ops
    colour = DEFAULT_STYLE.palette.series[2]
    dots = [op for op in ops if isinstance(op, Disc)]
    strokes = [op for op in ops if isinstance(op, LineStroke) and op.colour == colour]
    return (
        sum(dot.colour == colour for dot in dots),
        sum(dot.colour == PAPER for dot in dots),
        sum(one.y1 == one.y2 for one in strokes),
        sum(one.x1 == one.x2 for one in strokes),
        sum(isinstance(op, Polyline) for op in ops),
    )


def point(value: str, low: str = "", high: str = "", doubt: Doubt = Doubt.NONE, *others: str) -> Point:
    ends = (Decimal(low) if low else None, Decimal(high) if high else None)
    return Point(Decimal(value), *ends, value, doubt=doubt, others=tuple(map(Decimal, others)))


@pytest.mark.parametrize(
    ("drawn", "dots", "holes", "lines", "caps", "paths"),
    [
        (point("28"), 1, 0, 0, 0, 0),
        (point("36", "33", "39", Doubt.ABOUT), 1, 0, 1, 0, 0),
        (point("22", "22", "41", Doubt.BETWEEN), 0, 0, 1, 2, 0),
        (point("44", doubt=Doubt.AT_LEAST), 1, 0, 0, 0, 2),
        (point("1", "0", "1", Doubt.AT_MOST), 1, 0, 1, 0, 0),
        (point("17", "", "", Doubt.CONTESTED, "52"), 2, 2, 0, 0, 1),
        (point("17", doubt=Doubt.CONTESTED), 1, 1, 0, 0, 0),
        (point("0"), 1, 0, 0, 0, 0),
    ],
)
def test_each_kind_of_doubt_has_its_shape(
    drawn: Point, dots: int, holes: int, lines: int, caps: int, paths: int
) -> None:
    assert shapes(drawn) == (dots, holes, lines, caps, paths)
