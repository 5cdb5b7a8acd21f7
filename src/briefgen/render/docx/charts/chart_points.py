"""What a series of a native chart is made of: cells, labels taken from cells, and error bars.

A label is a field over a cell of the workbook (`about 35.1`), which follows the cell of its value by formula; programs
that do not know such fields show the text that is kept in its place.
"""

from __future__ import annotations

import hashlib
import uuid
from functools import cache
from typing import TYPE_CHECKING

from briefgen.model.charts import ChartKind
from briefgen.render.docx.charts.chart_looks import defaults, line, run_properties, text_properties
from briefgen.render.docx.charts.native_layout import Part
from briefgen.render.docx.package.wordprocessingml import attribute

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from briefgen.model.charts import Chart
    from briefgen.render.docx.charts.chart_looks import ChartLook
    from briefgen.render.docx.charts.native_layout import NativeSeries
    from briefgen.render.docx.charts.workbook import SheetColumn

_LABEL_EXTENSION = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
FROM_CELLS = f'<c:extLst><c:ext uri="{_LABEL_EXTENSION}"><c15:showDataLabelsRange val="1"/></c:ext></c:extLst>'
_SERIES_EXTENSION = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
_POSITIONS = {ChartKind.STACKED: "ctr", ChartKind.LINE: "r", ChartKind.PIE: "outEnd"}
"""Where a label stands; an area has no choice."""
_BARS = {ChartKind.BAR, ChartKind.COLUMN}
SHOWN = "".join(
    f'<c:show{what} val="0"/>' for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)
_NOTHING = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_UNBROKEN = '<a:bodyPr wrap="none"/>'
_INTO_BAND = 0.035


def cells(reference: str, values: Sequence[Decimal | str | None], number_format: str = "") -> str:
    """A reference to cells with their values kept beside it; gaps are left out."""
    kind = "num" if number_format else "str"
    code = f"<c:formatCode>{attribute(number_format)}</c:formatCode>" if number_format else ""
    cache = f"<c:{kind}Cache>{code}{_kept(values)}</c:{kind}Cache>"
    return f"<c:{kind}Ref><c:f>{reference}</c:f>{cache}</c:{kind}Ref>"


def category_cells(outer: SheetColumn, inner: SheetColumn | None) -> str:
    """The names of categories; where each stands over several rows, in two levels."""
    if inner is None:
        return cells(outer.range, outer.said)
    range_ = f"{outer.range.partition(':')[0]}:{inner.range.partition(':')[2]}"
    count = f'<c:ptCount val="{len(outer.cells)}"/>'
    levels = "".join(f"<c:lvl>{_points(column.said)}</c:lvl>" for column in (inner, outer))
    cache = f"<c:multiLvlStrCache>{count}{levels}</c:multiLvlStrCache>"
    return f"<c:multiLvlStrRef><c:f>{range_}</c:f>{cache}</c:multiLvlStrRef>"


def _kept(values: Sequence[Decimal | str | None]) -> str:
    """The values as a chart keeps them; gaps are left out."""
    return f'<c:ptCount val="{len(values)}"/>{_points(values)}'


def _points(values: Sequence[Decimal | str | None]) -> str:
    return "".join(
        f'<c:pt idx="{index}"><c:v>{_printed(value)}</c:v></c:pt>'
        for index, value in enumerate(values)
        if value is not None
    )


def _printed(value: Decimal | str) -> str:
    return attribute(value) if isinstance(value, str) else f"{value:f}"


def labels(chart: Chart, series: NativeSeries, look: ChartLook, colour: str, move: float = 0.0) -> str:
    """A label for every point whose cell has one; `move` is how far down, as a share of the height."""
    if series.labels is None:
        return ""
    place = ("inBase" if series.part is Part.ROOM else "outEnd") if chart.kind in _BARS else _POSITIONS.get(chart.kind)
    position = f'<c:dLblPos val="{place}"/>' if place else ""
    words = text_properties(look, colour, bold=True).replace("<a:bodyPr/>", _UNBROKEN)
    shared = f"{_NOTHING}{words}{position}{SHOWN}"
    made = "".join(
        f'<c:dLbl><c:idx val="{index}"/>{_moved(index, chart, move)}'
        f"{field(str(said), f'{series.labels.range}/{index}', look, colour)}{shared}{FROM_CELLS}</c:dLbl>"
        for index, said in enumerate(series.labels.said)
        if said
    )
    return f"<c:dLbls>{made}{shared}</c:dLbls>"


def field(label: str, cell: str, look: ChartLook, colour: str, *, bold: bool = True, body: str = _UNBROKEN) -> str:
    """The text of a label that follows a cell, with what it says now."""
    looks = defaults(look, colour, bold=bold)
    own = f'<a:fld id="{{{_id(cell)}}}" type="CELLRANGE">{run_properties(look, colour, bold=bold)}'
    text = f"{own}{looks}<a:t>{attribute(label)}</a:t></a:fld>"
    return f"<c:tx><c:rich>{body}<a:lstStyle/><a:p>{looks}{text}</a:p></c:rich></c:tx>"


def _moved(index: int, chart: Chart, move: float) -> str:
    """Moves a label off another, or from the edge into its band."""
    across = 0.0
    if chart.kind is ChartKind.AREA and index in {0, len(chart.categories) - 1}:
        across = -_INTO_BAND if index else _INTO_BAND
    if not across and not move:
        return "<c:layout/>"
    return f'<c:layout><c:manualLayout><c:x val="{across:.4f}"/><c:y val="{move:.4f}"/></c:manualLayout></c:layout>'


def labels_range(column: SheetColumn | None) -> str:
    """Where a series' labels stand in the workbook."""
    if column is None:
        return ""
    cache = f"<c15:dlblRangeCache>{_kept(column.said)}</c15:dlblRangeCache>"
    content = f"<c15:datalabelsRange><c15:f>{column.range}</c15:f>{cache}</c15:datalabelsRange>"
    return f'<c:extLst><c:ext uri="{_SERIES_EXTENSION}">{content}</c:ext></c:extLst>'


def error_bars(series: NativeSeries, look: ChartLook) -> str:
    """Upright lines from cells, where some point's interval is worth showing; they stand on white alone."""
    if series.above is None or series.below is None:
        return ""
    plus, minus = (cells(column.range, column.said, "General") for column in (series.above, series.below))
    return (
        '<c:errBars><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="1"/>'
        f"<c:plus>{plus}</c:plus><c:minus>{minus}</c:minus><c:spPr>{line(look.ink, 0.9)}</c:spPr></c:errBars>"
    )


@cache
def _id(cell: str) -> str:
    """A field's id, the same each time."""
    digest = hashlib.sha256(cell.encode()).digest()[:16]
    return str(uuid.UUID(bytes=digest, version=4)).upper()
