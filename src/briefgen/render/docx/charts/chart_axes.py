"""Axes, legend and title of native charts. The range and steps of the axis are those of the drawn chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.charts import ChartKind
from briefgen.render.docx.charts.chart_looks import line, text_properties, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from briefgen.model.charts import Chart
    from briefgen.render.docx.charts.chart_looks import ChartLook

_MOST_NAMED = 12
_MINUS = "\N{MINUS SIGN}"
_NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


def axes_xml(chart: Chart, look: ChartLook) -> str:
    """The category axis in reading order, and the value axis from the first tick to the last."""
    lying = chart.kind is ChartKind.BAR
    order, across, up = ("maxMin", "l", "b") if lying else ("minMax", "b", "l")
    muted = text_properties(look, look.muted)
    categories = (
        f'<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{across}"/><c:numFmt formatCode="General" sourceLinked="0"/>{_NO_TICKS}'
        f'<c:tickLblPos val="low"/><c:spPr>{line(look.hairline, 0.75)}</c:spPr>{muted}<c:crossAx val="1002"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        f'{_every_nth(chart)}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )
    ticks = chart.ticks
    between = "midCat" if chart.kind is ChartKind.AREA else "between"
    values = (
        f'<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:max val="{ticks[-1]:f}"/>'
        f'<c:min val="{ticks[0]:f}"/></c:scaling><c:delete val="0"/><c:axPos val="{up}"/><c:majorGridlines><c:spPr>'
        f"{line(look.hairline, 0.5)}</c:spPr></c:majorGridlines>{title_xml(chart.unit, look)}"
        f'<c:numFmt formatCode="{number_format(ticks)}" sourceLinked="0"/>{_NO_TICKS}<c:tickLblPos val="nextTo"/>'
        f'<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{muted}<c:crossAx val="1001"/>'
        f'<c:crosses val="{"max" if lying else "autoZero"}"/><c:crossBetween val="{between}"/>'
        f'<c:majorUnit val="{ticks[1] - ticks[0]:f}"/></c:valAx>'
    )
    return categories + values


def _every_nth(chart: Chart) -> str:
    """Of many categories, so few are named that none lies upon another, whatever the program."""
    every = -(-len(chart.categories) // _MOST_NAMED)
    return f'<c:tickLblSkip val="{every}"/>' if every > 1 and chart.kind is not ChartKind.BAR else ""


def number_format(ticks: Sequence[Decimal]) -> str:
    """A number format with as many decimals as the finest tick."""
    decimals = max(-int(tick.as_tuple().exponent) for tick in ticks)
    written = f"#,##0.{'0' * decimals}" if decimals > 0 else "#,##0"
    return f"{written};{_MINUS}{written}" if ticks[0] < 0 else written


def title_xml(text: str, look: ChartLook) -> str:
    """A small title: the unit of an axis or of a pie."""
    return f'<c:title><c:tx>{words(text, look, look.muted)}</c:tx><c:overlay val="0"/></c:title>'


def legend_xml(look: ChartLook, position: str) -> str:
    """The names of series or slices; `t` stands for above the plot, `r` for its right."""
    return f'<c:legend><c:legendPos val="{position}"/><c:overlay val="0"/>{text_properties(look, look.ink)}</c:legend>'
