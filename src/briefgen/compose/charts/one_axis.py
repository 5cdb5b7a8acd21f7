"""Figures that share an axis: of one unit, or told in one currency, and on one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.values.exchange import RATE_HINT, Unconverted, exchanged
from briefgen.compose.wording.digits import common_scale as scale_of_all
from briefgen.compose.wording.digits import in_scale
from briefgen.compose.wording.figure_wording import is_currency
from briefgen.compose.wording.wording_styles import DateStyle
from briefgen.model.view import Figure
from briefgen.model.wording.patterns import at_an_end
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.compose.charts.charted_figures import Charted
    from briefgen.compose.wording.numbers_money_dates import Wording


_MOST_LISTED = 6
"""Periods of a unit that a message names."""


def units_apart(charted: Charted, wording: Wording) -> str:
    """The units with their periods, where there are several: `US dollars (2019), Pakistani rupees (2020)`."""
    found: dict[str, dict[str, None]] = {}
    for row in charted.rows:
        for period, figure in zip(charted.periods, row.figures, strict=True):
            if figure:
                found.setdefault(figure.quantity.unit, {})[wording.date(period, DateStyle.SHORT)] = None
    if len(found) <= 1:
        return ""
    return ", ".join(f"{unit_name(unit, wording)} ({_listed([*when])})" for unit, when in found.items())


def _listed(periods: list[str]) -> str:
    shown = (
        periods
        if len(periods) <= _MOST_LISTED
        else [*periods[: _MOST_LISTED - 2], "\N{HORIZONTAL ELLIPSIS}", periods[-1]]
    )
    return ", ".join(shown)


def unit_name(unit: str, wording: Wording) -> str:
    """`US dollars`; what is no currency is named by its indicator: `tonnes`."""
    if is_currency(unit):
        return wording.cldr.currency(unit).many
    if unit == "%":
        return wording.phrases.per_cent
    return wording.units[unit].many if unit in wording.units else unit


def common_scale(figures: Sequence[Figure]) -> int:
    """The scale of an axis that holds them all."""
    return scale_of_all([figure.quantity for figure in figures])


def on_scale(figure: Figure | None, scale: int) -> Figure | None:
    """The same figure, told in other steps: 50,200 thousand as 50.2 million."""
    if figure is None or figure.quantity.scale == scale:
        return figure
    return replace(figure, quantity=in_scale(figure.quantity, scale))


# ---------------------------------------------------------------- in one currency


def in_currency(charted: Charted, into: str, brief: Brief) -> Charted | None:
    """The same figures in a currency, as derived ones; None, and a warning, where one of them cannot be converted.

    A chart that left one out would show a gap where there is a figure.
    """
    rates, lacking = brief.view.items.get("rates", ()), dict[str, dict[str, None]]()

    def converted(figure: Figure | None) -> Figure | None:
        if figure is None:
            return None
        is_money = is_currency(figure.quantity.unit)
        found = exchanged(figure, into, rates) if is_money else Unconverted("it is no money")
        if isinstance(found, Figure):
            return found
        period = brief.wording.date(figure.period, DateStyle.SHORT) if figure.period else ""
        lacking.setdefault(found.why, {})[f"{period} ({figure.quantity.unit})".strip()] = None
        return None

    rows = tuple(replace(row, figures=tuple(map(converted, row.figures))) for row in charted.rows)
    for why, amounts in lacking.items():
        message = f"the chart is not placed: amounts are not converted into {into}, of {', '.join(amounts)}: {why}"
        brief.problems.report.warning("BG416", brief.problems.here("chart"), message, RATE_HINT)
    return None if lacking else replace(charted, rows=rows)


def told_of_rates(charted: Charted, brief: Brief) -> str:
    """At which rates figures were converted, and whose they are: a sentence for each."""
    found: dict[str, None] = {}
    for place, period in enumerate(charted.periods):
        for row in charted.rows:
            figure = row.figures[place]
            if figure and figure.conversion:
                fields = figure.conversion.rate.fields
                rate = brief.wording.rate(fields["rate"], str(fields["currency"]), str(fields["into"]))
                at = brief.wording.phrases.converted_at.format(rate=rate, whose=str(fields["whose"]))
                found[f"{at_an_end(brief.wording.date(period))}: {at}."] = None
    return " ".join(words[:1].upper() + words[1:] for words in found)
