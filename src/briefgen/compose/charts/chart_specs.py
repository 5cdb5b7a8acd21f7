"""Charts from the view: the one specification that every format draws."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from briefgen.compose.charts.alt_text import chart_alt
from briefgen.compose.charts.chart_breaks import FEWEST_OF_A_LINE, breaks_of, longest_comparable
from briefgen.compose.charts.charted_points import charted_point, ends, rivals_on
from briefgen.compose.charts.like_figures import may_be_joined
from briefgen.compose.charts.many_periods import MOST_COLUMNS, kind_for
from briefgen.compose.charts.one_axis import common_scale, unit_name, units_apart
from briefgen.compose.wording.wording_styles import DateStyle
from briefgen.model.charts import Chart, ChartKind, Panels, Series
from briefgen.model.wording.patterns import at_an_end
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.compose.charts.charted_figures import Charted
    from briefgen.model.view import Figure

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MOST_TICKS = 5
_NO_SPAN = Decimal("Infinity")
"""Of an axis on which all is nothing: a doubt would fill it."""
_ROOM_BELOW = Decimal("0.08")
"""What a label under a value below zero takes of the axis."""
_ONE_WHOLE = {ChartKind.STACKED, ChartKind.AREA, ChartKind.PIE}
"""Kinds that put values on top of each other, or into one circle: of one unit only."""


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart or its panels, what they show in words, and what stands behind each of them."""

    graphic: Chart | Panels
    alt: str
    parts: tuple[tuple[Chart, Charted], ...]


def chart_of(kind: ChartKind, charted: Charted, brief: Brief) -> DrawnChart | None:
    """A chart over periods, with a panel for each unit; a pie of the last period.

    A stack, band or pie needs every value: where one is missing, the same values are drawn apart instead.
    """
    if not charted.figures:
        return None
    kind, charted = _kind_that_fits(kind, charted)
    parts = [(_chart(_kind_of_part(kind, part), part, brief), part) for part in charted.by_unit(kind)]
    alts = [chart_alt(chart, part, brief) for chart, part in parts]
    if len(parts) == 1:
        return DrawnChart(parts[0][0], alts[0], tuple(parts))
    words, small = brief.wording.phrases.chart_alt, brief.wording.phrases.small_numbers
    count = small[len(parts)] if len(parts) < len(small) else str(len(parts))
    alt, begins = words["panels"].format(count=count.capitalize()), []
    for number, one in enumerate(alts, 1):
        begins.append(len(alt) + 1)
        alt = f"{alt} {words['panel'].format(number=number, alt=one)}"
    return DrawnChart(Panels(tuple(chart for chart, _ in parts), tuple(begins)), alt, tuple(parts))


def _kind_of_part(kind: ChartKind, part: Charted) -> ChartKind:
    """The kind of one unit's panel, which has fewer points than the whole."""
    is_short = kind in {ChartKind.LINE, ChartKind.AREA} and longest_comparable(part) < FEWEST_OF_A_LINE
    return ChartKind.COLUMN if is_short else kind


def units_in_one_whole(kind: ChartKind, charted: Charted, brief: Brief) -> str:
    """The units with their periods, where a chart would make one whole of several; empty where it does not."""
    kind, charted = _kind_that_fits(kind, charted) if charted.periods else (kind, charted)
    return units_apart(charted, brief.wording) if kind in _ONE_WHOLE else ""


def _kind_that_fits(kind: ChartKind, charted: Charted) -> tuple[ChartKind, Charted]:
    """The kind with what it shows, or one that shows the same values apart: with gaps, below zero, unlike, or many."""
    kind = may_be_joined(kind_for(kind, len(charted.periods), len(charted.rows)), charted)
    filled = charted.without_gaps()
    is_line = kind in {ChartKind.LINE, ChartKind.AREA}
    if is_line and max(map(longest_comparable, charted.by_unit(kind)), default=0) < FEWEST_OF_A_LINE:
        kind, is_line = ChartKind.COLUMN, False
    if is_line or (kind is ChartKind.COLUMN and len(filled.periods) <= MOST_COLUMNS):
        charted = filled
    if kind is ChartKind.PIE:
        whole = charted.newest()
        is_whole = all(row.figures[-1] for row in whole.rows) and not charted.below_zero
        return (kind, whole) if is_whole else (ChartKind.BAR, charted)
    apart = any(figure is None for row in charted.rows for figure in row.figures) or charted.below_zero
    if not apart:
        return kind, charted
    return {ChartKind.STACKED: ChartKind.COLUMN, ChartKind.AREA: ChartKind.LINE}.get(kind, kind), charted


def _chart(kind: ChartKind, charted: Charted, brief: Brief) -> Chart:
    """A chart of figures in one unit, on one scale."""
    charted = charted.told_apart()
    scale = common_scale(charted.figures)
    unit = _unit(charted.figures, scale, brief)
    if kind is ChartKind.PIE:
        return _pie(charted, scale, unit, brief)
    ticks = _ticks(kind, charted, scale)
    is_nothing = not any(figure.quantity.base_value for figure in charted.figures)
    span = _NO_SPAN if is_nothing else ticks[-1] - ticks[0]
    series = tuple(
        Series(row.name, tuple(charted_point(f, scale, span, charted, brief) for f in row.figures), row.colour)
        for row in charted.rows
    )
    categories = tuple(brief.wording.date(period, DateStyle.SHORT) for period in charted.periods)
    sides = charted.sides or ()
    labels = tuple(brief.wording.decimal(abs(tick) if sides else tick) for tick in ticks)
    gap = _gap(charted, brief) if any(None in one.points for one in series) else ""
    breaks = breaks_of(charted, brief.wording, with_gaps=not _is_on_a_scale(kind, charted))
    return Chart(kind, categories, series, unit, ticks, labels, tuple(map(_beginning, sides)), breaks, gap)


def _gap(charted: Charted, brief: Brief) -> str:
    """What stands where there is no point: not that there is no figure where another panel has it."""
    phrases = brief.wording.phrases
    return phrases.gap_in_unit if any(row.elsewhere for row in charted.rows) else phrases.gap


def _is_on_a_scale(kind: ChartKind, charted: Charted) -> bool:
    """Whether the chart has room for every period, known or not, so that time is a scale."""
    return kind not in {ChartKind.BAR, ChartKind.DOT} and len(charted.without_gaps().periods) == len(charted.periods)


def _beginning(words: str) -> str:
    return words[:1].upper() + words[1:]


def _pie(charted: Charted, scale: int, unit: str, brief: Brief) -> Chart:
    """A slice per row in one period."""
    points = tuple(charted_point(row.figures[-1], scale, Decimal(0), charted, brief) for row in charted.rows)
    whole = tuple(replace(point, low=None, high=None) if point else None for point in points)
    series = Series(brief.wording.date(charted.periods[-1], DateStyle.SHORT), whole, 0)
    return Chart(ChartKind.PIE, tuple(row.name for row in charted.rows), (series,), unit, (), ())


def _ticks(kind: ChartKind, charted: Charted, scale: int) -> tuple[Decimal, ...]:
    """An axis from zero that holds every value with its doubt, and the sums of stacks."""
    tops, bottoms = [], []
    for at in zip(*(row.figures for row in charted.rows), strict=True):
        found = [ends(figure, charted) for figure in at if figure]
        highs, lows = [high / scale for _, high in found], [low / scale for low, _ in found]
        if kind is ChartKind.DOT:  # which draws what the other sources say too
            rivals = [value for figure in at if figure for value in rivals_on(figure, scale)]
            highs, lows = [*highs, *rivals], [*lows, *rivals]
        stacked = kind in {ChartKind.STACKED, ChartKind.AREA}
        tops.append(sum(highs, Decimal(0)) if stacked else max(highs, default=Decimal(0)))
        bottoms.append(min(lows, default=Decimal(0)))
    return nice_ticks(max(tops), min(bottoms))


def _unit(figures: Sequence[Figure], scale: int, brief: Brief) -> str:
    """What the axis counts, and whether figures on it were stated in another currency."""
    steps = brief.wording.scale(scale)
    unit = f"{steps} {unit_name(figures[0].quantity.unit, brief.wording)}".strip()
    is_converted = any(figure.conversion for figure in figures)
    return at_an_end(brief.wording.remarked(unit, brief.wording.phrases.converted)) if is_converted else unit


def nice_ticks(top: Decimal, bottom: Decimal = Decimal(0)) -> tuple[Decimal, ...]:
    """Grid values at round steps from zero to at least `top`, and down to `bottom` where that is below zero."""
    top, bottom = max(top, Decimal(0)), min(bottom, Decimal(0))
    if top == bottom:
        return (Decimal(0), Decimal(1))
    rough = (top - bottom) / _MOST_TICKS
    power = Decimal(10) ** rough.adjusted()
    step = next(s * power for s in _STEPS if s * power >= rough)
    below = bottom - (top - bottom) * _ROOM_BELOW if bottom else bottom
    first = int((below / step).to_integral_value(ROUND_FLOOR))
    last = int((top / step).to_integral_value(ROUND_CEILING))
    return tuple((step * i).normalize() + 0 for i in range(first, last + 1))
