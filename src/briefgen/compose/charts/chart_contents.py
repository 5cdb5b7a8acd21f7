"""What a call of a chart is given, as rows of figures over periods, and what keeps them from being drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.charts.chart_specs import units_in_one_whole
from briefgen.compose.charts.charted_series import charted_series, stocks_beside_flows
from briefgen.compose.charts.charted_trade import ChartedFigures, charted_trade
from briefgen.compose.charts.like_figures import lengths_apart
from briefgen.model.charts import ChartKind
from briefgen.model.origin import Origin
from briefgen.model.view import IndicatorSeries, TradeYear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.compose.charts.charted_figures import Charted


def origin_of(given: object) -> Origin:
    """The facts behind a year of trade or a series; none behind what is neither."""
    return given.origin if isinstance(given, IndicatorSeries | TradeYear) else Origin(())


def chart_contents(given: Sequence[object], what: ChartedFigures, brief: Brief) -> Charted | None:
    """The rows of a chart of trade or of series; None where they are not drawn together, which is told."""
    of_series = [one for one in given if isinstance(one, IndicatorSeries)]
    years = [year for year in given if isinstance(year, TradeYear)]
    if apart := stocks_beside_flows(of_series, brief):
        message = f"what there is and what there was in a period are not drawn together: {apart}"
        hint = "give stocks a chart and flows another"
        brief.problems.report.warning("BG420", brief.problems.here("chart"), message, hint)
        return None
    return charted_series(of_series, brief) if of_series else charted_trade(years, what, brief)


def is_drawable(kind: ChartKind, charted: Charted, what: ChartedFigures, brief: Brief) -> bool:
    """Whether a chart can show these figures; what is in its way is told at the call."""
    problems = brief.problems
    if kind is ChartKind.PIE and what is not ChartedFigures.EXPORTS:
        message = f"a pie cannot show '{what}': it is one value a period"
        problems.at_current_line("BG404", message, "a pie shows exports; choose bar or line", kind)
        return False
    if units := units_in_one_whole(kind, charted, brief):
        message = f"several units make no whole, and the {kind} chart is not placed: {units}"
        hint = "choose bar, column or line, where each unit has a panel of its own, or give it one unit's periods"
        problems.report.warning("BG417", problems.here("chart"), message, hint)
        return False
    drawn = charted.newest().periods if kind is ChartKind.PIE else charted.periods
    if apart := "" if charted.of_stocks else lengths_apart(drawn, brief.wording):
        message = f"periods of several lengths have no axis in common, and the chart is not placed: {apart}"
        hint = "give it periods of one length: years of `trade`, or months of `trade_periods`"
        problems.report.warning("BG414", problems.here("chart"), message, hint)
        return False
    if charted.periods and not charted.figures:
        message = f"the chart is not placed: no period that it is given has a figure for '{what}'"
        problems.nothing_placed(message, "choose other figures or periods", what)
        return False
    return True
