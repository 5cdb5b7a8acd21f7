"""What stands above and below a chart: a headline, what is shown and in which unit, and what its shapes mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefgen.compose.typography.bracketed_words import without_brackets
from briefgen.model.charts import Chart, ChartKind, Doubt, Panels
from briefgen.model.document import TextRun
from briefgen.model.traversal import plain_text
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.compose.charts.chart_specs import DrawnChart
    from briefgen.model.charts import Point
    from briefgen.model.document import Exhibit, Inline
    from briefgen.model.wording.phrases import Phrases

_STOPS = ".!?"


def with_lines(exhibit: Exhibit, headline: tuple[Inline, ...], made: DrawnChart, phrases: Phrases) -> Exhibit:
    """The exhibit of a chart with its unit line and legend, and with words for it that begin with the headline.

    With a headline the plain title goes into the unit line: `Trade in each direction, million US dollars`.
    """
    title, graphic = exhibit.caption.title, made.graphic
    unit = "" if isinstance(graphic, Panels) else graphic.unit
    says_title = unit.casefold().endswith(plain_text(title).casefold())
    if headline and not (unit and says_title):
        line: tuple[Inline, ...] = (*title, TextRun(f", {unit}")) if unit else title
    else:
        line = (TextRun(unit[:1].upper() + unit[1:]),) if unit else ()
    charts = graphic.charts if isinstance(graphic, Panels) else (graphic,)
    told = " ".join(legend_of(charts, phrases))
    legend = (TextRun(told),) if told else ()
    caption = replace(exhibit.caption, title=headline or title, unit=line, legend=legend)
    read = without_brackets(headline or title, phrases.bracketed)
    return _saying(replace(exhibit, caption=caption), plain_text(read))


def _saying(exhibit: Exhibit, first: str) -> Exhibit:
    """With a first sentence before the words for those who do not see it."""
    lead = f"{first}{'' if first[-1:] in _STOPS else '.'} ".replace("\u00a0", " ") if first else ""
    graphic = exhibit.graphic
    if isinstance(graphic, Panels):
        graphic = replace(graphic, tells=tuple(place + len(lead) for place in graphic.tells))
    return replace(exhibit, graphic=graphic, alt=lead + exhibit.alt)


def legend_of(charts: Sequence[Chart], phrases: Phrases) -> list[str]:
    """A sentence for each shape and sign that the charts use."""
    words = phrases.chart_legend
    found = dict.fromkeys(key for chart in charts for key in _shapes(chart))
    told = [words[key].text for key in found]
    breaks = dict.fromkeys(one.words for chart in charts for one in chart.breaks if not one.is_gap)
    upright = any(chart.kind not in {ChartKind.BAR, ChartKind.DOT} for chart in charts)
    told += [words["breaks"].format(why=why) for why in breaks if upright]
    printed = {sign for chart in charts for sign in _signs(chart)}
    signs = [
        words["sign"].format(sign=sign, meaning=meaning)
        for sign, meaning in phrases.sign_meanings.items()
        if sign in printed
    ]
    told += [words["signs"].format(signs=", ".join(signs))] if signs else []
    return told


def _shapes(chart: Chart) -> Iterator[str]:
    """Keys of the sentences for what a chart draws."""
    points = [point for series in chart.series for point in series.points if point]
    if any(point.low is not None for point in points) and chart.kind is not ChartKind.DOT:
        yield from _of_intervals(chart.kind)
    if chart.kind is ChartKind.DOT:
        yield from _of_dots(points)
    if chart.kind in {ChartKind.BAR, ChartKind.COLUMN, ChartKind.LINE, ChartKind.DOT}:
        if any(point.is_open for point in points):
            yield "arrow"
        if any(point.low is None and point.doubt in {Doubt.ABOUT, Doubt.BETWEEN} for point in points):
            yield "thin"
    if chart.kind is ChartKind.LINE and any(None in series.points for series in chart.series):
        yield "gap"
    if chart.sides:
        yield "sides"
    if any(category.endswith("?") for category in chart.categories):
        yield "uncertain"


def _of_intervals(kind: ChartKind) -> Iterator[str]:
    match kind:
        case ChartKind.BAR:
            yield "bars"
        case ChartKind.COLUMN:
            yield "columns"
        case ChartKind.LINE:
            yield "lines"
        case ChartKind.STACKED | ChartKind.AREA | ChartKind.PIE | ChartKind.DOT:
            pass  # these carry doubt in their labels
        case _:
            assert_never(kind)


def _of_dots(points: Sequence[Point]) -> Iterator[str]:
    if any(point.low is not None and point.doubt in {Doubt.ABOUT, Doubt.NONE, Doubt.AT_MOST} for point in points):
        yield "dots"
    if any(point.doubt is Doubt.BETWEEN for point in points):
        yield "ends"
    if any(point.doubt is Doubt.CONTESTED for point in points):
        yield "contested"


def _signs(chart: Chart) -> Iterator[str]:
    """The signs that stand in the labels of a chart and under it."""
    for series in chart.series:
        yield from (chart.printed(series, place)[:1] for place in range(len(series.points)))
    yield from (category[:1] for category in chart.categories)
