"""Words that no kind of native chart has a place for: that there is no figure, and the names of many periods.

They are labels of points that are not seen. An axis of its own accord breaks the names of many periods in the middle
of a year, turns them or leaves all of them out, each program in its way; a label stands where it is put.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from briefgen.model.charts import ChartKind
from briefgen.render.charts.lettering import Lettering
from briefgen.render.docx.charts.chart_looks import text_properties, words
from briefgen.render.docx.charts.chart_points import FROM_CELLS, SHOWN, field, labels_range
from briefgen.render.docx.package.wordprocessingml import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.charts import Chart
    from briefgen.model.looks.style import Style
    from briefgen.render.docx.charts.chart_looks import ChartLook
    from briefgen.render.docx.charts.native_layout import NativeLayout
    from briefgen.render.docx.charts.plot_place import PlotPlace

UPRIGHT = {ChartKind.COLUMN, ChartKind.STACKED, ChartKind.LINE, ChartKind.AREA}
"""Kinds over whose categories a label can stand that belongs to no value."""
_UNSEEN = '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>'
_LOOK = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_LEVEL, _TURNED = '<a:bodyPr rot="0" vert="horz" wrap="none"/>', '<a:bodyPr rot="-5400000" vert="horz" wrap="none"/>'
_BESIDE = 4.0
"""Points that words leave free in the stretch that they stand in."""


class _Word(NamedTuple):
    """What stands at a row of the chart."""

    row: int
    said: str
    is_turned: bool = False


class _Words(NamedTuple):
    """Words at one height, as a series."""

    head: str
    value: str
    position: str
    said: tuple[_Word, ...]
    follows: bool = False
    """Whether they are what the cells of the categories say."""


def series_of_words(chart: Chart, made: NativeLayout, look: ChartLook, style: Style, place: PlotPlace) -> list[str]:
    """The series that carry such words, behind those of the chart; none where it has a place for all."""
    if chart.kind not in UPRIGHT:
        return []
    each = [*_gaps(chart, made, style, place), *_names(chart, made, place)]
    return [_series(one, number, made, look) for number, one in enumerate(each, len(made.series))]


def _gaps(chart: Chart, made: NativeLayout, style: Style, place: PlotPlace) -> Iterator[_Words]:
    """That there is no figure, in the middle of each stretch of categories without one: upright where it is narrow."""
    if not (chart.gap and made.stand.gaps):
        return
    step, wide = place.step(len(made.categories.cells)), Lettering.of(style).width(chart.gap) + _BESIDE
    each = made.stand.gaps
    said = tuple(_Word((one + last) // 2, chart.gap, is_turned=(last - one + 1) * step < wide) for one, last in each)
    middle = (max(chart.ticks[0], Decimal(0)) + chart.ticks[-1]) / 2
    yield _Words(chart.gap, f"{middle:f}", "ctr", said)


def _names(chart: Chart, made: NativeLayout, place: PlotPlace) -> Iterator[_Words]:
    """Every so many-th name under the plot, where its axis has no room for all."""
    if place.every > 1:
        rows = made.stand.named[:: place.every]
        named = zip(rows, chart.categories[:: place.every], strict=True)
        said = tuple(_Word(row, name) for row, name in named)
        foot = chart.ticks[0] - place.beyond.low
        yield _Words("\N{DOWNWARDS ARROW}", f"{foot:f}", "b", said, follows=True)


def _series(one: _Words, number: int, made: NativeLayout, look: ChartLook) -> str:
    labels = "".join(_label(word, one, made, look) for word in one.said)
    points = "".join(f'<c:pt idx="{word.row}"><c:v>{one.value}</c:v></c:pt>' for word in one.said)
    count = f'<c:ptCount val="{len(made.categories.cells)}"/>'
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:v>{attribute(one.head)}</c:v></c:tx>{_UNSEEN}'
        f"<c:dLbls>{labels}{_LOOK}{SHOWN}</c:dLbls>"
        f"<c:val><c:numLit><c:formatCode>General</c:formatCode>{count}{points}</c:numLit></c:val>"
        f'<c:smooth val="0"/>{labels_range(made.categories) if one.follows else ""}</c:ser>'
    )


def _label(word: _Word, one: _Words, made: NativeLayout, look: ChartLook) -> str:
    body = _TURNED if word.is_turned else _LEVEL
    shared = f'{_LOOK}{text_properties(look, look.muted, body=body)}<c:dLblPos val="{one.position}"/>{SHOWN}'
    cell = f"{made.categories.range}/{one.head}/{word.row}"
    if one.follows:
        said = field(word.said, cell, look, look.muted, bold=False, body=body)
    else:
        said = f"<c:tx>{words(word.said, look, look.muted, body=body)}</c:tx>"
    return f'<c:dLbl><c:idx val="{word.row}"/><c:layout/>{said}{shared}{FROM_CELLS if one.follows else ""}</c:dLbl>'
