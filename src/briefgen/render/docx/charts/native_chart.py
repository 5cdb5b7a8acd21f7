"""A native chart: DrawingML over an embedded workbook, so that Word's "Edit Data" works.

The same specification draws the PDF's chart: values, axis, order and labels are equal by test, and the plot stands
where the drawing has it. Elements stand in the order of ISO/IEC 29500-1, 21.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.model.charts import ChartKind
from briefgen.render.docx.charts.chart_axes import axes_xml, legend_xml, sides_of, title_xml
from briefgen.render.docx.charts.chart_looks import fill, ink_on, line, look_of, text_properties
from briefgen.render.docx.charts.chart_points import category_cells, cells, error_bars, labels, labels_range
from briefgen.render.docx.charts.chart_words import series_of_words
from briefgen.render.docx.charts.native_layout import Part, layout_of
from briefgen.render.docx.charts.plot_place import plot_place
from briefgen.render.docx.package.wordprocessingml import attribute

if TYPE_CHECKING:
    from briefgen.model.charts import Chart
    from briefgen.model.looks.style import Style
    from briefgen.render.charts import Drawing
    from briefgen.render.docx.charts.chart_looks import ChartLook
    from briefgen.render.docx.charts.native_layout import NativeLayout, NativeSeries
    from briefgen.render.docx.charts.plot_place import PlotPlace
    from briefgen.render.docx.charts.workbook import Sheet

RELATION = "rIdData"
"""Stands for the workbook's relation until the part has one."""
_SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
)
_AXES = '<c:axId val="1001"/><c:axId val="1002"/>'
_NOTHING = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_WIDEST = 46.0
"""Points of the widest column."""
_TIGHT, _LOOSE, _WIDEST_GAP = 10, 50, 500
"""Per cent of a column between two rows: where several stand over one category, where none do, and at most."""


class NativeChart(NamedTuple):
    """A chart's part, with `RELATION` where the workbook's belongs, the sheet behind it, and how high it stands."""

    xml: str
    sheet: Sheet
    height: float


def native_chart(chart: Chart, drawing: Drawing, style: Style, language: str, heading: str = "") -> NativeChart:
    """The chart that a drawing shows in the other formats; `heading` stands over it where it is one of several."""
    made, look = layout_of(chart), look_of(style, language)
    if not drawing.plots:
        legend, plots = legend_xml(look, "r"), _pie(chart, made, look)
        title = title_xml(heading, look) if heading else ""
        return NativeChart(_space(look, title, f"<c:layout/>{plots}", legend), made.sheet, drawing.height)
    place = plot_place(chart, made, drawing, style, is_headed=bool(heading))
    further = series_of_words(chart, made, look, style, place)
    left_out = [*_unnamed(made), *range(len(made.series), len(made.series) + len(further))]
    legend = legend_xml(look, "t", left_out) if made.has_legend else ""
    told = [heading, _named(chart), sides_of(chart) if made.has_sides else "", *made.stand.over]
    title = title_xml("    ".join(filter(None, told)), look) if any(told) else ""
    plots = f"{place.xml}{_plots(chart, made, look, place, ''.join(further))}"
    return NativeChart(_space(look, title, plots, legend), made.sheet, place.height)


def _named(chart: Chart) -> str:
    """Whose the only series is: a legend of one would name its sign too."""
    lone = chart.lone_party
    return lone.name[:1].upper() + lone.name[1:] if lone else ""


def _space(look: ChartLook, title: str, plots: str, legend: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {_SPACES}><c:date1904 val="0"/>'
        f'<c:lang val="{attribute(look.language)}"/><c:roundedCorners val="0"/><c:chart>{title}'
        f'<c:autoTitleDeleted val="{int(not title)}"/><c:plotArea>{plots}{_NOTHING}</c:plotArea>'
        f'{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{_NOTHING}'
        f"{text_properties(look, look.ink)}"
        f'<c:externalData r:id="{RELATION}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _unnamed(made: NativeLayout) -> list[int]:
    """Series that the legend leaves out: parts of bars, and what a name stands for already."""
    seen: set[str] = set()
    found = []
    for index, one in enumerate(made.series):
        if one.part in {Part.OPEN, Part.ROOM} or one.values.head in seen:
            found.append(index)
        else:
            seen.add(one.values.head)
    return found


def _plots(chart: Chart, made: NativeLayout, look: ChartLook, place: PlotPlace, further: str) -> str:
    """The series, and those that carry `further` words: lines beside what is no line itself."""
    moves = place.nudges or (0.0,) * len(made.series)
    numbered = enumerate(zip(made.series, moves, strict=True))
    categories = _categories(made)
    series = "".join(_series(chart, number, one, categories, look, move) for number, (one, move) in numbered)
    axes = axes_xml(chart, look, place.beyond, is_nested=made.inner is not None, is_named=place.every == 1)
    match chart.kind:
        case ChartKind.BAR | ChartKind.COLUMN | ChartKind.STACKED:
            return _bar_chart(chart, made, series, place.right - place.left) + (further and _lines(further)) + axes
        case ChartKind.LINE:
            return f"{_lines(series + further)}{axes}"
        case ChartKind.AREA | ChartKind.PIE | ChartKind.DOT:
            head = '<c:grouping val="stacked"/><c:varyColors val="0"/>'
            return f"<c:areaChart>{head}{series}{_AXES}</c:areaChart>{further and _lines(further)}{axes}"


def _lines(series: str) -> str:
    head = '<c:grouping val="standard"/><c:varyColors val="0"/>'
    return f'<c:lineChart>{head}{series}<c:marker val="1"/>{_AXES}</c:lineChart>'


def _pie(chart: Chart, made: NativeLayout, look: ChartLook) -> str:
    categories = _categories(made)
    series = "".join(_series(chart, number, one, categories, look) for number, one in enumerate(made.series))
    return f'<c:pieChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/></c:pieChart>'


def _bar_chart(chart: Chart, made: NativeLayout, series: str, width: float) -> str:
    direction = "bar" if chart.kind is ChartKind.BAR else "col"
    step = width / len(made.categories.cells)
    least = _TIGHT if made.inner else _LOOSE
    gap = _LOOSE if chart.kind is ChartKind.BAR else max(least, min(round((step / _WIDEST - 1) * 100), _WIDEST_GAP))
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{gap}"/><c:overlap val="100"/>{_AXES}</c:barChart>'
    )


def _categories(made: NativeLayout) -> str:
    """The same under each series of a chart."""
    return f"<c:cat>{category_cells(made.categories, made.inner)}</c:cat>"


def _series(
    chart: Chart, number: int, series: NativeSeries, categories: str, look: ChartLook, move: float = 0.0
) -> str:
    """One series in the order that its kind of chart wants."""
    name = f"<c:tx>{cells(series.values.name, (series.values.head,))}</c:tx>"
    values = f"<c:val>{cells(series.values.range, series.values.said, look.number)}</c:val>"
    smooth = '<c:smooth val="0"/>' if chart.kind is ChartKind.LINE else ""
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{name}{_shape(chart, series, look)}'
        f"{labels(chart, series, look, _label_colour(chart, series, look), move)}"
        f"{error_bars(series, look)}{categories}{values}{smooth}{labels_range(series.labels)}</c:ser>"
    )


def _shape(chart: Chart, series: NativeSeries, look: ChartLook) -> str:
    """How a series looks: the palette's colour by its place in the theme; open parts have a rim alone."""
    colour = look.series(series.colour)
    not_inverted = '<c:invertIfNegative val="0"/>'
    match series.part:
        case Part.OPEN:
            return f"<c:spPr>{fill('bg1')}{line(colour, 1.1)}</c:spPr>{not_inverted}"
        case Part.ROOM:
            return f"{_NOTHING}{not_inverted}"
        case Part.SOLID:
            return f"<c:spPr>{fill(colour)}</c:spPr>{not_inverted}"
        case Part.WHOLE:
            pass
    if chart.kind is ChartKind.LINE:
        own = "tx1" if len(chart.series) == 1 and series.colour > 1 else colour
        dash = ("solid", "dash", "sysDot")[(series.colour - 2) % 3] if series.colour > 1 else "solid"
        size = 2 if chart.is_dense else 5
        mark = f'<c:symbol val="circle"/><c:size val="{size}"/><c:spPr>{fill(own)}{line(own, 0.75)}</c:spPr>'
        return f"<c:spPr>{line(own, 1.6, dash)}</c:spPr><c:marker>{mark}</c:marker>"
    if chart.kind is ChartKind.PIE:
        return "".join(_slice(index, look) for index in range(len(chart.categories)))
    return f"<c:spPr>{fill(colour)}</c:spPr>{'' if chart.kind is ChartKind.AREA else not_inverted}"


def _slice(index: int, look: ChartLook) -> str:
    looks = f"{fill(look.series(index))}{line('bg1', 1)}"
    return f'<c:dPt><c:idx val="{index}"/><c:bubble3D val="0"/><c:spPr>{looks}</c:spPr></c:dPt>'


def _label_colour(chart: Chart, series: NativeSeries, look: ChartLook) -> str:
    """Labels stand on the paper, or on their own colour where the series are stacked."""
    if not chart.is_stacked:
        return look.ink
    return "bg1" if ink_on(look.colour(series.colour), look.dark) == "#ffffff" else "tx1"
