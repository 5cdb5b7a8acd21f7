"""What a chart shows, in sentences for those who do not see it, and as a table for those who want its figures.

The last value is said to be higher or lower than the first only where their intervals are apart, and both may be
compared: not that the figures rise or fall, for between the two they may do either. An extreme is named only among
figures of one measure, where no other value could be it.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from briefgen.compose.charts.like_figures import are_of_one_measure
from briefgen.compose.wording.digits import plain
from briefgen.model.charts import NEITHER, ChartKind
from briefgen.model.document import Align, Caption, Cell, Table, TextRun
from briefgen.model.values.date import Precision
from briefgen.model.wording.patterns import at_an_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.compose.charts.charted_figures import Charted, ChartedRow
    from briefgen.model.charts import Chart, Point, Series
    from briefgen.model.document import Inline
    from briefgen.model.values.date import Date
    from briefgen.model.values.quantity import Interval
    from briefgen.model.view import Figure

_MOST_VALUES = 12
"""Values of a series that are all told; of more, the first, the last and the extremes."""
_FEWEST_FOR_EXTREMES = 3


def chart_alt(chart: Chart, charted: Charted, brief: Brief) -> str:
    """Kind, unit, values with their doubt, breaks, direction and extremes; `charted` are the figures behind it."""
    words = brief.wording.phrases.chart_alt
    parts = [words[chart.kind.value].format(unit=chart.unit)]
    if chart.kind is ChartKind.PIE:
        [series] = chart.series
        slices = zip(chart.categories, series.points, strict=True)
        told = [f"{name} {point.label}" for name, point in slices if point]
        parts.append(f"{at_an_end(brief.wording.date(charted.periods[-1]))}: {'; '.join(told)}.")
    else:
        for series, row in zip(chart.series, charted.rows, strict=True):
            parts.append(f"{beginning(series.name)}: {'; '.join(_values(chart, series, row, charted, brief))}.")
        parts += _breaks(chart, charted, brief)
        for series, row in zip(chart.series, charted.rows, strict=True):
            parts += _course(series.name, charted, series.points, row.figures, brief)
    return " ".join(parts).replace("\u00a0", " ")


def _values(chart: Chart, series: Series, row: ChartedRow, charted: Charted, brief: Brief) -> list[str]:
    """Each value in its period; of a long series its ends. Gaps that another panel fills are none."""
    here = [n for n in range(len(charted.periods)) if n not in row.elsewhere]
    if len(here) > _MOST_VALUES:
        here = [here[0], here[-1]]
    found: list[str] = []
    for is_gap, places in groupby(here, key=lambda n: series.points[n] is None):
        periods = [charted.periods[n] for n in places]
        found += [_no_figure(periods, brief)] if is_gap else []
        found += (
            []
            if is_gap
            else [in_period(p, said_of(chart, series, charted.periods.index(p), brief), brief) for p in periods]
        )
    return [at_an_end(words) for words in found]


def _no_figure(periods: Sequence[Date], brief: Brief) -> str:
    gap, words = brief.wording.phrases.gap, brief.wording.phrases.chart_alt["from"]
    first, last = (brief.wording.date(period) for period in (periods[0], periods[-1]))
    return in_period(periods[0], gap, brief) if len(periods) == 1 else words.format(label=gap, first=first, last=last)


def said_of(chart: Chart, series: Series, place: int, brief: Brief) -> str:
    """A value in words, with the side that it stands on; empty for none."""
    point = series.points[place]
    if point is None:
        return ""
    side, label = chart.colour(series, point), _with_rivals(chart, point, brief)
    if not chart.sides or side == NEITHER:
        return label
    name = chart.sides[side]
    return brief.wording.phrases.chart_alt["of_side"].format(side=name[:1].lower() + name[1:], label=label)


def _with_rivals(chart: Chart, point: Point, brief: Brief) -> str:
    """The label of a value, and what the other sources say where that is drawn."""
    others = [value for value in point.others if value != point.value] if chart.kind is ChartKind.DOT else []
    if not others:
        return point.label
    shown = (plain((abs(value) if chart.sides else value).normalize()) for value in others)
    said = brief.wording.joined([brief.wording.decimal(value) for value in shown])
    return brief.wording.phrases.chart_alt["rivals"].format(label=point.label, values=said)


def in_period(period: Date, label: str, brief: Brief) -> str:
    """A value with the time that it is of: `about 15 in 2019`."""
    key = "on" if period.precision is Precision.DAY else "in"
    return brief.wording.phrases.chart_alt[key].format(label=label, period=brief.wording.date(period))


def _breaks(chart: Chart, charted: Charted, brief: Brief) -> Iterator[str]:
    """Over which periods nothing is to be compared; said once of all where every period stands alone."""
    words, periods = brief.wording.phrases.chart_alt, charted.periods
    for one in chart.breaks:
        if not one.is_gap:
            why = one.words.partition(":")[0]
            yield words["break"].format(period=brief.wording.named_period(periods[one.before]), why=why)


def _course(
    name: str, charted: Charted, points: Sequence[Point | None], row: Sequence[Figure | None], brief: Brief
) -> Iterator[str]:
    """Sentences on the direction from the first to the last value, and on the extremes."""
    words = brief.wording.phrases.chart_alt
    figures = [figure for figure in row if figure]
    times = [in_period(period, "", brief).strip() for period in charted.periods]
    known = [(c, p, f.quantity.interval) for c, p, f in zip(times, points, row, strict=True) if p and f]
    settled = not any(figure.contested for figure in (*figures[:1], *figures[-1:]))
    if len(known) > 1 and settled and not charted.sides and not figures[0].bars_to(figures[-1]):
        (start, _, first), (end, _, last) = known[0], known[-1]
        direction = "up" if lies_under(first, last) else "down" if lies_under(last, first) else "unclear"
        direction = "same" if first == last and is_one_value(first) else direction
        yield beginning(words[direction].format(series=name, start=start, end=end))
    if len(known) >= _FEWEST_FOR_EXTREMES and are_of_one_measure(figures) and not charted.sides:
        for key, sign in (("highest", 1), ("lowest", -1)):
            when, point, bounds = max(known, key=lambda value: sign * value[1].value)
            others = [other for c, _, other in known if c != when]
            is_alone = [point.label for _, point, _ in known].count(point.label) == 1  # rounding may have joined two
            if is_alone and all(lies_under(o, bounds) if sign > 0 else lies_under(bounds, o) for o in others):
                yield beginning(words[key].format(series=name, when=when, label=point.label))


def beginning(sentence: str) -> str:
    """With a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def lies_under(one: Interval, other: Interval) -> bool:
    """Whether every value of one interval is under every value of the other."""
    return one.high is not None and other.low is not None and one.high < other.low


def is_one_value(interval: Interval) -> bool:
    """Whether it holds one value alone."""
    return interval.low is not None and interval.low == interval.high


def data_table(
    chart: Chart, charted: Charted, label: str, title: Sequence[Inline], source: Sequence[Inline], brief: Brief
) -> Table:
    """The figures of a chart, a row for each of its categories that has one."""
    phrases = brief.wording.phrases
    rows = []
    for index, category in enumerate(chart.categories):
        away = [index in row.elsewhere for row in charted.rows]
        if any(away) and not any(s.points[index] for s in chart.series):
            continue
        points = [s.points[index] for s in chart.series]
        origin = next((p.origin for p in points if p and p.origin), None)
        said = (_cell_of(chart, series, index, brief) for series in chart.series)
        gaps = (phrases.other_unit if is_away else phrases.gap for is_away in away)
        cells = (
            Cell((TextRun(words, p.origin) if p else TextRun(gap),))
            for p, words, gap in zip(points, said, gaps, strict=True)
        )
        rows.append((Cell((TextRun(category, origin),)), *cells))
    header = tuple(Cell((TextRun(words),)) for words in (phrases.period, *(s.name for s in chart.series)))
    caption = Caption(label, tuple(title), tuple(source), unit=(TextRun(beginning(chart.unit)),))
    align = (Align.START, *(Align.START if chart.sides else Align.DECIMAL for _ in chart.series))
    return Table(label.lower().replace(" ", "-"), align, header, tuple(rows), caption, row_header=True)


def _cell_of(chart: Chart, series: Series, place: int, brief: Brief) -> str:
    """A value as tables say it: in signs, unless it has a side."""
    point = series.points[place]
    return said_of(chart, series, place, brief) if chart.sides else point.signed if point else ""
