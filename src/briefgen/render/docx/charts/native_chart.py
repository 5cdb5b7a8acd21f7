"""A native chart: DrawingML over an embedded workbook, so that Word's "Edit Data" works.

The same specification draws the PDF's chart: values, axis range, order and labels are equal by test.
Elements stand in the order of ISO/IEC 29500-1, 21.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.charts import ChartKind
from briefgen.render.docx.charts.chart_axes import axes_xml, legend_xml, title_xml
from briefgen.render.docx.charts.chart_looks import fill, ink_on, line, look_of, text_properties
from briefgen.render.docx.charts.chart_points import cells, error_bars, labels, labels_range
from briefgen.render.docx.charts.workbook import sheet_of
from briefgen.render.docx.package.wordprocessingml import attribute

if TYPE_CHECKING:
    from briefgen.model.charts import Chart, Series
    from briefgen.model.looks.style import Style
    from briefgen.render.docx.charts.chart_looks import ChartLook
    from briefgen.render.docx.charts.workbook import SeriesColumns, Sheet

RELATION = "rIdData"
"""Stands for the workbook's relation until the part has one."""
_SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
)
_UPRIGHT = {ChartKind.COLUMN, ChartKind.STACKED}
_AXES = '<c:axId val="1001"/><c:axId val="1002"/>'


def chart_xml(chart: Chart, style: Style, language: str) -> tuple[str, Sheet]:
    """The chart's part, with `RELATION` where the workbook's belongs, and the sheet behind it."""
    sheet, look = sheet_of(chart), look_of(style, language)
    plot = _plot(chart, sheet, look)
    pie = chart.kind is ChartKind.PIE
    above = chart.unit if pie else chart.sides
    title = title_xml(above, look) if above else ""
    axes = "" if pie else axes_xml(chart, look)
    legend = legend_xml(look, "r" if pie else "t") if pie or len(chart.series) > 1 else ""
    nothing = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {_SPACES}><c:date1904 val="0"/>'
        f'<c:lang val="{attribute(language)}"/><c:roundedCorners val="0"/><c:chart>{title}'
        f'<c:autoTitleDeleted val="{int(not above)}"/><c:plotArea><c:layout/>{plot}{axes}{nothing}</c:plotArea>{legend}'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{nothing}{text_properties(look, look.ink)}'
        f'<c:externalData r:id="{RELATION}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return xml, sheet


def _plot(chart: Chart, sheet: Sheet, look: ChartLook) -> str:
    series = "".join(
        _series(chart, number, one, columns, sheet, look)
        for number, (one, columns) in enumerate(zip(chart.series, sheet.series, strict=True))
    )
    match chart.kind:
        case ChartKind.BAR | ChartKind.COLUMN | ChartKind.STACKED:
            direction = "col" if chart.kind in _UPRIGHT else "bar"
            grouping, overlap = ("stacked", 100) if chart.is_stacked else ("clustered", -8)
            return (
                f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>'
                f'{series}<c:gapWidth val="60"/><c:overlap val="{overlap}"/>{_AXES}</c:barChart>'
            )
        case ChartKind.LINE:
            head = '<c:grouping val="standard"/><c:varyColors val="0"/>'
            return f'<c:lineChart>{head}{series}<c:marker val="1"/>{_AXES}</c:lineChart>'
        case ChartKind.AREA:
            return f'<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>{series}{_AXES}</c:areaChart>'
        case ChartKind.PIE:
            return f'<c:pieChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/></c:pieChart>'


def _series(chart: Chart, number: int, series: Series, columns: SeriesColumns, sheet: Sheet, look: ChartLook) -> str:
    """One series in the order that its kind of chart wants."""
    name = f"<c:tx>{cells(columns.values.name, (series.name,))}</c:tx>"
    categories = f"<c:cat>{cells(sheet.categories.range, chart.categories)}</c:cat>"
    values = f"<c:val>{cells(columns.values.range, columns.values.cells, look.number)}</c:val>"
    smooth = '<c:smooth val="0"/>' if chart.kind is ChartKind.LINE else ""
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{name}{_shape(chart, series, look)}'
        f"{labels(chart, series, columns, look, _label_colour(chart, series, look))}"
        f"{error_bars(chart, columns, look)}{categories}{values}{smooth}{labels_range(chart, columns)}</c:ser>"
    )


def _shape(chart: Chart, series: Series, look: ChartLook) -> str:
    """How a series looks: the palette's colour by its place in the theme, lines told apart by dash and marker too."""
    colour = look.series(series.colour)
    if chart.kind is ChartKind.LINE:
        own = "tx1" if len(chart.series) == 1 else colour
        dash, marker = ("dash", "square") if series.colour % 2 else ("solid", "circle")
        size = 2 if chart.is_dense else 6
        mark = f'<c:symbol val="{marker}"/><c:size val="{size}"/><c:spPr>{fill(own)}{line(own, 0.75)}</c:spPr>'
        return f"<c:spPr>{line(own, 1.5, dash)}</c:spPr><c:marker>{mark}</c:marker>"
    if chart.kind is ChartKind.PIE:
        return "".join(_slice(index, look) for index in range(len(chart.categories)))
    inverted = "" if chart.kind is ChartKind.AREA else '<c:invertIfNegative val="0"/>'
    return f"<c:spPr>{fill(colour)}</c:spPr>{inverted}"


def _slice(index: int, look: ChartLook) -> str:
    looks = f"{fill(look.series(index))}{line('bg1', 1)}"
    return f'<c:dPt><c:idx val="{index}"/><c:bubble3D val="0"/><c:spPr>{looks}</c:spPr></c:dPt>'


def _label_colour(chart: Chart, series: Series, look: ChartLook) -> str:
    """Labels stand on the paper, or on their own colour where the series are stacked."""
    if not chart.is_stacked:
        return look.ink
    return "bg1" if ink_on(look.palette[series.colour % len(look.palette)], look.dark) == "#ffffff" else "tx1"
