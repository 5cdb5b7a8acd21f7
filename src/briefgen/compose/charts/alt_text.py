"""What a chart shows, in words for those who do not see it, and as a table for those who want its figures.

A direction is named only where the intervals of the first and the last value are apart, and both may be compared; an
extreme only among figures of one measure, where no other value could be it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.charts.like_figures import are_of_one_measure
from briefgen.model.charts import ChartKind
from briefgen.model.document import Align, Caption, Cell, Table, TextRun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.compose.charts.charted_figures import Charted
    from briefgen.model.charts import Chart, Point
    from briefgen.model.document import Inline
    from briefgen.model.values.quantity import Interval
    from briefgen.model.view import Figure

_MOST_VALUES = 12
"""Values of a series that are all told; of more, the first, the last and the extremes."""
_FEWEST_FOR_EXTREMES = 3


def chart_alt(chart: Chart, charted: Charted, brief: Brief) -> str:
    """Kind, unit, values with their doubt, direction and extremes; `charted` are the figures behind the series."""
    words = brief.wording.phrases.chart_alt
    parts = [words[chart.kind.value].format(unit=chart.unit)]
    parts += [f"{chart.sides}."] if chart.sides else []
    away = _elsewhere(chart, charted)
    for number, series in enumerate(chart.series):
        labels = _labels(chart.categories, series.points, away[number], brief)
        told = labels if len(labels) <= _MOST_VALUES else [labels[0], labels[-1]]
        parts.append(f"{_beginning(series.name)}: {'; '.join(told)}.")
    if chart.kind is not ChartKind.PIE:
        for series, row in zip(chart.series, charted.rows, strict=True):
            parts += _course(series.name, chart.categories, series.points, row.figures, brief)
    return " ".join(parts).replace("\u00a0", " ")


def _elsewhere(chart: Chart, charted: Charted) -> Sequence[frozenset[int]]:
    """Of each series, the gaps that are none: another panel shows their figures."""
    if chart.kind is ChartKind.PIE:
        return (frozenset(),)
    return [row.elsewhere for row in charted.rows]


def _labels(
    categories: Sequence[str], points: Sequence[Point | None], elsewhere: frozenset[int], brief: Brief
) -> list[str]:
    gap = brief.wording.phrases.gap
    each = enumerate(zip(categories, points, strict=True))
    return [f"{category} {point.label if point else gap}" for n, (category, point) in each if n not in elsewhere]


def _course(
    name: str, categories: Sequence[str], points: Sequence[Point | None], row: Sequence[Figure | None], brief: Brief
) -> Iterator[str]:
    """Sentences on the direction from the first to the last value, and on the extremes."""
    words = brief.wording.phrases.chart_alt
    figures = [figure for figure in row if figure]
    known = [(c, p, f.quantity.interval) for c, p, f in zip(categories, points, row, strict=True) if p and f]
    settled = not any(figure.contested for figure in (*figures[:1], *figures[-1:]))
    if len(known) > 1 and settled and not figures[0].bars_to(figures[-1]):
        (start, _, first), (end, _, last) = known[0], known[-1]
        direction = "up" if _under(first, last) else "down" if _under(last, first) else "unclear"
        yield _beginning(words[direction].format(series=name, start=start, end=end))
    if len(known) >= _FEWEST_FOR_EXTREMES and are_of_one_measure(figures):
        for key, sign in (("highest", 1), ("lowest", -1)):
            category, point, bounds = max(known, key=lambda value: sign * value[1].value)
            others = [other for c, _, other in known if c != category]
            is_alone = [point.label for _, point, _ in known].count(point.label) == 1  # rounding may have joined two
            if is_alone and all(_under(o, bounds) if sign > 0 else _under(bounds, o) for o in others):
                yield words[key].format(series=name, category=category, label=point.label)


def _beginning(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _under(one: Interval, other: Interval) -> bool:
    """Whether every value of one interval is under every value of the other."""
    return one.high is not None and other.low is not None and one.high < other.low


def data_table(
    chart: Chart, charted: Charted, label: str, title: Sequence[Inline], source: Sequence[Inline], brief: Brief
) -> Table:
    """The figures of a chart, a row for each of its categories that has one."""
    phrases = brief.wording.phrases
    rows = []
    for index, category in enumerate(chart.categories):
        points = [s.points[index] for s in chart.series]
        away = [index in row.elsewhere for row in charted.rows]
        if any(away) and not any(points):
            continue
        origin = next((p.origin for p in points if p and p.origin), None)
        gaps = (phrases.other_unit if is_away else phrases.gap for is_away in away)
        cells = (
            Cell((TextRun(p.label, p.origin) if p else TextRun(gap),)) for p, gap in zip(points, gaps, strict=True)
        )
        rows.append((Cell((TextRun(category, origin),)), *cells))
    header = tuple(Cell((TextRun(words),)) for words in (phrases.period, *(s.name for s in chart.series)))
    note = (TextRun(f"{chart.sides}."),) if chart.sides else ()
    caption = Caption(label, (*title, TextRun(f" ({chart.unit})")), tuple(source), note)
    align = (Align.START, *(Align.DECIMAL for _ in chart.series))
    return Table(label.lower().replace(" ", "-"), align, header, tuple(rows), caption, row_header=True)
