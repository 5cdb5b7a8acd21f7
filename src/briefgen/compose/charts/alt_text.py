"""What a chart shows, in words for those who do not see it, and as a table for those who want its figures.

A direction is named only where the intervals of the first and the last value are apart, and both are of spans that can
be held against each other; an extreme only among spans of one length, where no other value could be it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.charts import ChartKind
from briefgen.model.comparability import are_alike_spans
from briefgen.model.document import Align, Caption, Cell, Table, TextRun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.model.charts import Chart, Point
    from briefgen.model.document import Inline
    from briefgen.model.values.quantity import Interval
    from briefgen.model.view import Figure

_MOST_VALUES = 12
"""Values of a series that are all told; of more, the first, the last and the extremes."""
_FEWEST_FOR_EXTREMES = 3


def chart_alt(chart: Chart, rows: Sequence[Sequence[Figure | None]], brief: Brief) -> str:
    """Kind, unit, values with their doubt, direction and extremes; `rows` are the figures behind the series."""
    words = brief.wording.phrases.chart_alt
    parts = [words[chart.kind.value].format(unit=chart.unit)]
    for series in chart.series:
        labels = _labels(chart.categories, series.points, brief)
        told = labels if len(labels) <= _MOST_VALUES else [labels[0], labels[-1]]
        parts.append(f"{series.name}: {'; '.join(told)}.")
    if chart.kind is not ChartKind.PIE:
        for series, row in zip(chart.series, rows, strict=True):
            parts += _course(series.name, chart.categories, series.points, row, brief)
    return " ".join(parts).replace("\u00a0", " ")


def _labels(categories: Sequence[str], points: Sequence[Point | None], brief: Brief) -> list[str]:
    gap = brief.wording.phrases.gap
    return [f"{c} {p.label if p else gap}" for c, p in zip(categories, points, strict=True)]


def _course(
    name: str, categories: Sequence[str], points: Sequence[Point | None], row: Sequence[Figure | None], brief: Brief
) -> Iterator[str]:
    """Sentences on the direction from the first to the last value, and on the extremes."""
    words = brief.wording.phrases.chart_alt
    figures = [figure for figure in row if figure]
    known = [(c, p, f.quantity.interval) for c, p, f in zip(categories, points, row, strict=True) if p and f]
    if len(known) > 1 and _can_be_compared(figures[0], figures[-1]):
        (start, _, first), (end, _, last) = known[0], known[-1]
        direction = "up" if _under(first, last) else "down" if _under(last, first) else "unclear"
        yield words[direction].format(series=name, start=start, end=end)
    if len(known) >= _FEWEST_FOR_EXTREMES and len({figure.period.months for figure in figures if figure.period}) == 1:
        for key, sign in (("highest", 1), ("lowest", -1)):
            category, point, bounds = max(known, key=lambda value: sign * value[1].value)
            others = [other for c, _, other in known if c != category]
            if all(_under(o, bounds) if sign > 0 else _under(bounds, o) for o in others):
                yield words[key].format(category=category, label=point.label)


def _can_be_compared(one: Figure, other: Figure) -> bool:
    """Years with years, and a month with the same month of another year."""
    return bool(one.period and other.period and are_alike_spans(one.period, other.period))


def _under(one: Interval, other: Interval) -> bool:
    """Whether every value of one interval is under every value of the other."""
    return one.high is not None and other.low is not None and one.high < other.low


def data_table(chart: Chart, label: str, title: Sequence[Inline], source: Sequence[Inline], brief: Brief) -> Table:
    """The figures of a chart, a row for each of its categories."""
    phrases = brief.wording.phrases
    series = [s.name for s in chart.series]
    rows = []
    for index, category in enumerate(chart.categories):
        points = [s.points[index] for s in chart.series]
        origin = next((p.origin for p in points if p and p.origin), None)
        cells = (Cell((TextRun(p.label, p.origin),)) if p else Cell((TextRun(phrases.gap),)) for p in points)
        rows.append((Cell((TextRun(category, origin),)), *cells))
    header = tuple(Cell((TextRun(words),)) for words in (phrases.period, *series))
    caption = Caption(label, (*title, TextRun(f" ({chart.unit})")), tuple(source))
    align = (Align.START, *(Align.DECIMAL for _ in series))
    return Table(label.lower().replace(" ", "-"), align, header, tuple(rows), caption, row_header=True)
