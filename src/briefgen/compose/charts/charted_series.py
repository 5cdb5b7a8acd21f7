"""Series of figures over periods, as charts show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.charts.charted_figures import Charted, ChartedRow
from briefgen.model.charts import NEITHER
from briefgen.model.comparability import form_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.model.comparability import PeriodForm
    from briefgen.model.view import IndicatorSeries, SeriesValue


def charted_series(series: Sequence[IndicatorSeries], form: PeriodForm | None, brief: Brief) -> Charted:
    """The rows of a chart of series: one each, a figure for each period that any of them has.

    Without a form they are told by the figures that stand first: years, or what is as long as the newest.
    """
    found = [{value.period: value for value in _of_form(one, form)} for one in series]
    periods = sorted({period for values in found for period in values}, key=lambda period: period.sort_key)
    rows = tuple(
        ChartedRow(name, colour, tuple(values[period].figure if period in values else None for period in periods))
        for name, colour, values in zip(_names(series, brief), _colours(series, brief), found, strict=True)
    )
    return Charted(
        tuple(periods),
        rows,
        below_zero=any(one.indicator.may_be_negative for one in series),
        of_stocks=all(one.is_stock for one in series),
    )


def _of_form(series: IndicatorSeries, form: PeriodForm | None) -> Sequence[SeriesValue]:
    every = series.values if form is None else (*series.values, *series.periods)
    return [value for value in every if form is None or form_of(value.period) is form]


def _names(series: Sequence[IndicatorSeries], brief: Brief) -> list[str]:
    """By their sides, where all are of one indicator and the sides tell them apart; else by what they are of."""
    sides = [_sides(one, brief) for one in series]
    of_one = len({one.indicator.id for one in series}) == 1
    return sides if of_one and len(set(sides)) == len(sides) else [brief.words(one) or "" for one in series]


def _sides(one: IndicatorSeries, brief: Brief) -> str:
    whose, towards = (brief.name(code) or code if code else "" for code in (one.whose, one.towards))
    return brief.wording.phrases.direction.format(one=whose, other=towards) if towards else whose


def _colours(series: Sequence[IndicatorSeries], brief: Brief) -> list[int]:
    """A party's own, where each side stands there once."""
    places = {party.id: number for number, party in enumerate(brief.view.parties)}
    own = [places.get(one.whose, NEITHER) for one in series]
    return own if len(set(own)) == len(own) else [NEITHER + number for number in range(len(own))]


def stocks_beside_flows(series: Sequence[IndicatorSeries], brief: Brief) -> str:
    """The series by what they measure, where some say how much there is and others how much there was in a period."""
    kinds = {one.is_stock for one in series}
    return ", ".join(f"{brief.words(one)}: {one.indicator.measures}" for one in series) if len(kinds) > 1 else ""
