"""Charts and timelines from the view: the one specification that every format draws."""

from __future__ import annotations

import enum
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from briefgen.compose.charts.alt_text import chart_alt
from briefgen.compose.charts.like_figures import may_be_joined, without_gaps
from briefgen.compose.charts.one_axis import common_scale, on_scale, unit_name, units_apart
from briefgen.compose.wording.wording_styles import DateStyle, MoneyStyle
from briefgen.model.charts import Chart, ChartKind, Event, Point, Series, Timeline
from briefgen.model.values.date import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.model.view import Figure, Item, TradeYear

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MOST_TICKS = 5
_WORTH_A_WHISKER = Decimal("0.01")
"""A doubt under one per cent of the axis cannot be seen."""


class ChartedFigures(enum.StrEnum):
    """What of trade a chart shows."""

    EXPORTS = "exports"
    """Of both parties to each other."""
    TURNOVER = "turnover"
    BALANCE = "balance"


def chart_of(
    kind: ChartKind, years: Sequence[TradeYear], what: ChartedFigures, brief: Brief
) -> tuple[Chart | None, str]:
    """A chart of trade over periods; a pie of the last one.

    A stack, band or pie needs every value: where one is missing, the same values are drawn apart instead.
    """
    years = without_gaps(years) if kind in {ChartKind.LINE, ChartKind.AREA} else years
    named = _named_figures(years, what, brief)
    if not any(figure for _, _, row in named for figure in row):
        return None, ""
    kind = _kind_that_fits(kind, [row for _, _, row in named])
    drawn = [figure for _, _, row in named for figure in (row[-1:] if kind is ChartKind.PIE else row) if figure]
    scale = common_scale(drawn)
    named = [(name, colour, [on_scale(figure, scale) for figure in row]) for name, colour, row in named]
    unit = _unit(drawn[0], scale, brief)
    if kind is ChartKind.PIE:
        chart = _pie(named, years[-1], scale, unit, brief)
        return chart, chart_alt(chart, (), brief)
    heights = [
        [_high(figure, scale) for figure in year if figure] for year in zip(*(r for *_, r in named), strict=True)
    ]
    stacked = kind in {ChartKind.STACKED, ChartKind.AREA}
    tops = [sum(year, Decimal(0)) if stacked else max(year) for year in heights if year]
    ticks = nice_ticks(max(tops))
    series = tuple(
        Series(name, tuple(_point(figure, scale, ticks[-1], brief) for figure in row), colour)
        for name, colour, row in named
    )
    categories = tuple(brief.wording.date(year.period, DateStyle.SHORT) for year in years)
    labels = tuple(brief.wording.decimal(tick) for tick in ticks)
    chart = Chart(kind, categories, series, unit, ticks, labels)
    return chart, chart_alt(chart, [row for _, _, row in named], brief)


def units_on_one_axis(kind: ChartKind, years: Sequence[TradeYear], what: ChartedFigures, brief: Brief) -> str:
    """The units with their periods, where a chart would put several on one axis; empty where there is one."""
    rows = [row for _, _, row in _named_figures(years, what, brief)]
    if years and kind is ChartKind.PIE and _kind_that_fits(kind, rows) is kind:
        years, rows = years[-1:], [row[-1:] for row in rows]
    return units_apart([year.period for year in years], rows, brief.wording)


def has_figures(years: Sequence[TradeYear], what: ChartedFigures, brief: Brief) -> bool:
    """Whether there is anything to draw."""
    return any(figure for _, _, row in _named_figures(years, what, brief) for figure in row)


def _kind_that_fits(kind: ChartKind, rows: Sequence[Sequence[Figure | None]]) -> ChartKind:
    """The kind, or one that shows the same values with their gaps, and apart where they may not be joined."""
    kind = may_be_joined(kind, [row[-1:] for row in rows] if kind is ChartKind.PIE else rows)
    if kind is ChartKind.PIE:
        return kind if all(row[-1] for row in rows) else ChartKind.BAR
    gaps = any(figure is None for row in rows for figure in row)
    if kind is ChartKind.AREA and len(rows[0]) == 1:
        return ChartKind.COLUMN
    return {ChartKind.STACKED: ChartKind.COLUMN, ChartKind.AREA: ChartKind.LINE}.get(kind, kind) if gaps else kind


def _pie(
    named: Sequence[tuple[str, int, list[Figure | None]]], year: TradeYear, scale: int, unit: str, brief: Brief
) -> Chart:
    """A slice per direction in one period."""
    points = tuple(_point(row[-1], scale, Decimal(0), brief) for _, _, row in named)
    whole = tuple(replace(point, low=None, high=None) if point else None for point in points)
    series = Series(brief.wording.date(year.period, DateStyle.SHORT), whole, 0)
    return Chart(ChartKind.PIE, tuple(name for name, *_ in named), (series,), unit, (), ())


def _named_figures(
    years: Sequence[TradeYear], what: ChartedFigures, brief: Brief
) -> list[tuple[str, int, list[Figure | None]]]:
    """Series name, colour, and one figure per year."""
    match what:
        case ChartedFigures.EXPORTS:
            first, second = brief.view.parties
            pairs = ((first, second, 0), (second, first, 1))
            return [
                (f"{brief.words(a)} → {brief.words(b)}", colour, [year.exports.get(a.id) for year in years])
                for a, b, colour in pairs
            ]
        case ChartedFigures.TURNOVER:
            return [(what.value, 2, [year.turnover for year in years])]
        case ChartedFigures.BALANCE:
            return [(what.value, 2, [year.balance for year in years])]


def _point(figure: Figure | None, scale: int, top: Decimal, brief: Brief) -> Point | None:
    if figure is None:
        return None
    bounds = figure.quantity.interval
    low, high = (None if b is None else b / scale for b in (bounds.low, bounds.high))
    shown = low is not None and high is not None and high - low > top * _WORTH_A_WHISKER
    label = brief.wording.money(figure.quantity, MoneyStyle.BARE, derived=figure.derived)
    label = brief.wording.contested(label) if figure.contested else label
    value = figure.quantity.base_value / scale
    return Point(value, low if shown else None, high if shown else None, label, figure.origin)


def _high(figure: Figure, scale: int) -> Decimal:
    high = figure.quantity.interval.high
    return (figure.quantity.base_value if high is None else high) / scale


def _unit(figure: Figure, scale: int, brief: Brief) -> str:
    steps = brief.wording.phrases.scales.get(scale, "")
    return f"{steps} {unit_name(figure.quantity.unit, brief.wording)}".strip()


def nice_ticks(top: Decimal) -> tuple[Decimal, ...]:
    """Grid values from zero to at least `top`, four to six of them, at round steps."""
    if top <= 0:
        return (Decimal(0), Decimal(1))
    rough = top / _MOST_TICKS
    power = Decimal(10) ** rough.adjusted()
    step = next(s * power for s in _STEPS if s * power >= rough)
    count = int((top / step).to_integral_value(ROUND_CEILING))
    return tuple((step * i).normalize() + 0 for i in range(count + 1))


# ---------------------------------------------------------------- timelines


def has_events(items: Iterable[Item], brief: Brief) -> bool:
    """Whether a timeline has anything to show."""
    return any(_event(item, brief) for item in items)


def timeline_of(items: Iterable[Item], brief: Brief) -> tuple[Timeline | None, str]:
    """A timeline of dated items, in order of time."""
    events = [event for item in items if (event := _event(item, brief))]
    if not events:
        return None, ""
    phrases = brief.wording.phrases
    ordered = tuple(sorted(events, key=lambda event: (event.start, event.end)))
    planned = sum(event.is_planned for event in ordered)
    happened = len(ordered) - planned
    told = [(phrases.timeline_alt_one if happened == 1 else phrases.timeline_alt).format(count=happened)]
    told += [phrases.timeline_alt_planned.format(count=planned)] if planned else []
    told += [f"{event.when[:1].upper()}{event.when[1:]}: {event.what}." for event in ordered]
    drawn = Timeline(ordered, phrases.day_known, phrases.span_known, phrases.yet_to_come if planned else "")
    return drawn, " ".join(told).replace("\u00a0", " ")


def _event(item: Item, brief: Brief) -> Event | None:
    date = item.dated if item.is_planned else item.happened
    title = item.heading
    if date is None or date.lower is None or date.upper is None or title is None:
        return None
    end = date.lower if date.precision is Precision.DAY else date.upper
    wording = brief.wording
    when = wording.planned(date, DateStyle.SHORT) if item.is_planned else wording.date(date, DateStyle.SHORT)
    what = brief.words(title) or ""
    return Event(date.lower, end, when, what, _colour(item, brief), item.origin, item.is_planned)


def _colour(item: Item, brief: Brief) -> int:
    """A party's own colour for what it did alone: sending, visiting."""
    return next((i for i, party in enumerate(brief.view.parties, 1) if party.id == item.actor), 0)
