"""What a series of a native chart is made of: cells, labels taken from cells, and whiskers.

A label is a field over a cell of the workbook (`≈ 35.1`), so an editor who mends a number mends its label beside it;
programs that do not know such fields show the text that is kept in its place.
"""

from __future__ import annotations

import hashlib
import uuid
from functools import cache
from typing import TYPE_CHECKING

from briefgen.model.charts import ChartKind
from briefgen.render.docx.charts.chart_looks import defaults, line, run_properties, text_properties
from briefgen.render.docx.package.wordprocessingml import attribute

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from briefgen.model.charts import Chart, Point, Series
    from briefgen.render.docx.charts.chart_looks import ChartLook
    from briefgen.render.docx.charts.workbook import SeriesColumns, SheetColumn

_LABEL_EXTENSION = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
_FROM_CELLS = f'<c:extLst><c:ext uri="{_LABEL_EXTENSION}"><c15:showDataLabelsRange val="1"/></c:ext></c:extLst>'
_SERIES_EXTENSION = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
_POSITIONS = {
    ChartKind.BAR: "outEnd", ChartKind.COLUMN: "outEnd", ChartKind.STACKED: "ctr", ChartKind.LINE: "t",
    ChartKind.PIE: "outEnd",
}  # fmt: skip
"""Where a label stands; an area has no choice."""
_SHOWN = "".join(
    f'<c:show{what} val="0"/>' for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)
_PLOT_SHARE = 0.75
"""About how much of the chart the plot takes: by so much a label is moved clear of its whisker."""


_INTO_BAND = 0.035


def cells(reference: str, values: Sequence[Decimal | str | None], number_format: str = "") -> str:
    """A reference to cells with their values kept beside it; gaps are left out."""
    kind = "num" if number_format else "str"
    code = f"<c:formatCode>{attribute(number_format)}</c:formatCode>" if number_format else ""
    cache = f"<c:{kind}Cache>{code}{_kept(values)}</c:{kind}Cache>"
    return f"<c:{kind}Ref><c:f>{reference}</c:f>{cache}</c:{kind}Ref>"


def _kept(values: Sequence[Decimal | str | None]) -> str:
    """The values as a chart keeps them; gaps are left out."""
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{_printed(value)}</c:v></c:pt>'
        for index, value in enumerate(values)
        if value is not None
    )
    return f'<c:ptCount val="{len(values)}"/>{points}'


def _printed(value: Decimal | str) -> str:
    return attribute(value) if isinstance(value, str) else f"{value:f}"


def labels(chart: Chart, series: Series, columns: SeriesColumns, look: ChartLook, colour: str) -> str:
    """A label for every point, from its cell."""
    if not chart.prints_labels:
        return ""
    position = f'<c:dLblPos val="{_POSITIONS[chart.kind]}"/>' if chart.kind in _POSITIONS else ""
    style = f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text_properties(look, colour, bold=True)}"
    shared = f"{style}{position}{_SHOWN}"
    made = "".join(
        f'<c:dLbl><c:idx val="{index}"/>{_clear(index, point, chart)}'
        f"{_field(chart.printed(series, index), f'{columns.labels.range}/{index}', look, colour)}{shared}{_FROM_CELLS}"
        "</c:dLbl>"
        for index, point in enumerate(series.points)
        if point
    )
    return f"<c:dLbls>{made}{shared}{_FROM_CELLS}</c:dLbls>"


def _field(label: str, cell: str, look: ChartLook, colour: str) -> str:
    """The label's cell, with what it says now."""
    field = f'<a:fld id="{{{_id(cell)}}}" type="CELLRANGE">{run_properties(look, colour, bold=True)}'
    text = f"{field}{defaults(look, colour, bold=True)}<a:t>{attribute(label)}</a:t></a:fld>"
    return f"<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>{defaults(look, colour, bold=True)}{text}</a:p></c:rich></c:tx>"


def _clear(index: int, point: Point, chart: Chart) -> str:
    """Moves a label past the end of its whisker, or from the edge into its band."""
    if chart.kind is ChartKind.AREA and index in {0, len(chart.categories) - 1}:
        return _moved(-_INTO_BAND if index else _INTO_BAND, 0.0)
    if point.high is None or chart.is_stacked or not chart.ticks:
        return "<c:layout/>"
    span = chart.ticks[-1] - chart.ticks[0]
    if point.value < 0 and point.low is not None and chart.kind is not ChartKind.LINE:
        share = float((point.low - point.value) / span) * _PLOT_SHARE
    else:
        share = float((point.high - point.value) / span) * _PLOT_SHARE
    return _moved(share, 0.0) if chart.kind is ChartKind.BAR else _moved(0.0, -share)


def _moved(x: float, y: float) -> str:
    """A shift as a share of the chart."""
    return f'<c:layout><c:manualLayout><c:x val="{x:.4f}"/><c:y val="{y:.4f}"/></c:manualLayout></c:layout>'


def labels_range(chart: Chart, columns: SeriesColumns) -> str:
    """Where a series' labels stand in the workbook."""
    if not chart.prints_labels:
        return ""
    cache = f"<c15:dlblRangeCache>{_kept(columns.labels.cells)}</c15:dlblRangeCache>"
    content = f"<c15:datalabelsRange><c15:f>{columns.labels.range}</c15:f>{cache}</c15:datalabelsRange>"
    return f'<c:extLst><c:ext uri="{_SERIES_EXTENSION}">{content}</c:ext></c:extLst>'


def error_bars(chart: Chart, columns: SeriesColumns, look: ChartLook) -> str:
    """Whiskers from cells, where some point's interval is worth showing; stacks and slices have none."""
    if columns.above is None or columns.below is None or chart.is_stacked or chart.kind is ChartKind.PIE:
        return ""
    direction = '<c:errDir val="y"/>' if chart.kind is ChartKind.LINE else ""
    plus, minus = _lengths(columns.above), _lengths(columns.below)
    bare = int(chart.is_dense)
    return (
        f'<c:errBars>{direction}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="{bare}"/>'
        f"<c:plus>{plus}</c:plus><c:minus>{minus}</c:minus><c:spPr>{line(look.ink, 0.9)}</c:spPr></c:errBars>"
    )


def _lengths(column: SheetColumn) -> str:
    return cells(column.range, column.cells, "General")


@cache
def _id(cell: str) -> str:
    """A field's id, the same each time."""
    digest = hashlib.sha256(cell.encode()).digest()[:16]
    return str(uuid.UUID(bytes=digest, version=4)).upper()
