"""Axes and legend of native charts. The range and steps of the axis are those of the drawn chart."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from briefgen.model.charts import ChartKind
from briefgen.render.docx.charts.chart_looks import line, text_properties, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.model.charts import Chart
    from briefgen.render.docx.charts.chart_looks import ChartLook

MOST_NAMED = 12
"""Categories up to so many are all named."""
_MINUS = "\N{MINUS SIGN}"
_NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


class Beyond(NamedTuple):
    """What labels need of the axis behind its ends."""

    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)


def axes_xml(chart: Chart, look: ChartLook, beyond: Beyond, *, is_nested: bool, is_named: bool) -> str:
    """The category axis in reading order, and the value axis; where it is not named, its names stand elsewhere."""
    return _categories(chart, look, is_nested=is_nested, is_named=is_named) + _values(chart, look, beyond)


def _categories(chart: Chart, look: ChartLook, *, is_nested: bool, is_named: bool) -> str:
    lying = chart.kind is ChartKind.BAR
    order, across = ("maxMin", "l") if lying else ("minMax", "b")
    edge = look.ink if chart.ticks[0] < 0 else look.edge
    look_of_names = text_properties(look, look.muted, body='<a:bodyPr rot="0" vert="horz"/>')  # broken, never turned
    each = "" if lying or is_nested else '<c:tickLblSkip val="1"/>'
    return (
        f'<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{across}"/><c:numFmt formatCode="General" sourceLinked="0"/>{_NO_TICKS}'
        f'<c:tickLblPos val="{"low" if is_named else "none"}"/><c:spPr>{line(edge, 0.75)}</c:spPr>{look_of_names}'
        '<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="100"/>{each}<c:noMultiLvlLbl val="{int(not is_nested)}"/></c:catAx>'
    )


def _values(chart: Chart, look: ChartLook, beyond: Beyond) -> str:
    lying, ticks, bare = chart.kind is ChartKind.BAR, chart.ticks, chart.labels_all
    lines = "" if bare else f"<c:majorGridlines><c:spPr>{line(look.hairline, 0.5)}</c:spPr></c:majorGridlines>"
    between = "midCat" if chart.kind in {ChartKind.AREA, ChartKind.LINE} else "between"
    return (
        f'<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{ticks[-1] + beyond.high:f}"/><c:min val="{ticks[0] - beyond.low:f}"/></c:scaling>'
        f'<c:delete val="{int(bare)}"/><c:axPos val="{"b" if lying else "l"}"/>{lines}'
        f'<c:numFmt formatCode="{number_format(ticks, has_sides=bool(chart.sides))}" sourceLinked="0"/>{_NO_TICKS}'
        f'<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{text_properties(look, look.muted)}<c:crossAx val="1001"/><c:crosses val="{"max" if lying else "autoZero"}"/>'
        f'<c:crossBetween val="{between}"/><c:majorUnit val="{ticks[1] - ticks[0]:f}"/></c:valAx>'
    )


def number_format(ticks: Sequence[Decimal], *, has_sides: bool = False) -> str:
    """A number format with as many decimals as the finest tick; no minus where the side says whose a balance is."""
    decimals = max(-int(tick.as_tuple().exponent) for tick in ticks)
    written = f"#,##0.{'0' * decimals}" if decimals > 0 else "#,##0"
    if ticks[0] >= 0:
        return written
    return f"{written};{written}" if has_sides else f"{written};{_MINUS}{written}"


def legend_xml(look: ChartLook, position: str, left_out: Iterable[int] = ()) -> str:
    """The names of series or slices, but of some; `t` stands for above the plot, `r` for its right."""
    gone = "".join(f'<c:legendEntry><c:idx val="{index}"/><c:delete val="1"/></c:legendEntry>' for index in left_out)
    words = text_properties(look, look.ink)
    return f'<c:legend><c:legendPos val="{position}"/>{gone}<c:overlay val="0"/>{words}</c:legend>'


def title_xml(text: str, look: ChartLook) -> str:
    """Words over the plot."""
    return f'<c:title><c:tx>{words(text, look, look.ink)}</c:tx><c:overlay val="0"/></c:title>'


def sides_of(chart: Chart) -> str:
    """Whose side is which, over the plot: each behind a mark that points to it."""
    above, below = chart.sides
    lying = (f"\N{BLACK LEFT-POINTING TRIANGLE} {below}", f"\N{BLACK RIGHT-POINTING TRIANGLE} {above}")
    upright = (f"\N{BLACK UP-POINTING TRIANGLE} {above}", f"\N{BLACK DOWN-POINTING TRIANGLE} {below}")
    return "    ".join(lying if chart.kind is ChartKind.BAR else upright)
