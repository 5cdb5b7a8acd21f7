"""Indicators of trade that make sense for any series: growth a year, and the share of one direction in both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.comparability import bars_between, basis_of_flows
from briefgen.model.facts.declared_indicators import PER_CENT
from briefgen.model.origin import Origin
from briefgen.model.values import indicators
from briefgen.model.values.indicators import IndicatorName, Refused, Why
from briefgen.model.values.quantity import Op, Quantity
from briefgen.model.view import Figure, Indicator
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.values.date import Date
    from briefgen.model.values.indicators import Result
    from briefgen.view.series.series_changes import Told

_A_YEAR = 12


def series_indicators(newest: Date, told: Sequence[Told], turned: Sequence[Told], whose: str) -> tuple[Indicator, ...]:
    """Those that can be computed of the newest figure."""
    last = next(one for one in told if one.value.period == newest)
    return tuple(
        made for made in (_growth_a_year(last, told), _share_of_both(last, turned, whose)) if made and made.figure
    )


def _growth_a_year(last: Told, told: Sequence[Told]) -> Indicator | None:
    """Since the first figure that it may be held against."""
    if last.value.period.months != _A_YEAR or last.value.figure.quantity.unit == PER_CENT:
        return None
    first = next((one for one in told if not _bar(one, last)), None)
    if first is None or first.value.period.lower is None or last.value.period.lower is None:
        return None
    years = last.value.period.lower.year - first.value.period.lower.year
    result = indicators.annual_growth(first.value.figure.quantity, last.value.figure.quantity, years)
    origin = last.value.origin.joined(first.value.origin)
    return replace(
        _made(IndicatorName.ANNUAL_GROWTH, "(last / first)^(1/n) − 1", result, last, origin), since=first.value.period
    )


def _bar(one: Told, other: Told) -> bool:
    return bool(bars_between(one.observed(one.value.period), other.observed(other.value.period)))


def _share_of_both(last: Told, turned: Sequence[Told], whose: str) -> Indicator | None:
    """Of both directions in one period, where their figures may be added."""
    other = next((one for one in turned if one.value.period.span == last.value.period.span), None)
    if other is None or last.value.figure.quantity.unit == PER_CENT:
        return None
    apart = basis_of_flows(last.basis, other.basis) is None
    result = indicators.share(last.value.figure.quantity, other.value.figure.quantity)
    origin = last.value.origin.joined(other.value.origin)
    made = _made(
        IndicatorName.SHARE_OF_BOTH_DIRECTIONS, "X / (X + M)", Refused(Why.UNITS) if apart else result, last, origin
    )
    return replace(made, party=whose)


def _made(name: IndicatorName, formula: str, result: Result, last: Told, origin: Origin) -> Indicator:
    led = Origin(origin.facts, formula)
    if isinstance(result, Refused):
        return Indicator(name, None, formula, None, result.why.value, led)
    quantity = Quantity(result.value, Op.ABOUT, unit=result.unit)
    contested = last.value.figure.contested
    period = last.value.period
    figure = Figure(quantity, led, derived=True, period=period, contested=contested, interval=result.interval)
    return Indicator(name, None, formula, figure, None, led)
