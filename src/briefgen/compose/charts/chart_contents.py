"""What a call of a chart is given, as rows of figures over periods, and what keeps them from being drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.charts.chart_specs import units_in_one_whole
from briefgen.compose.charts.charted_series import charted_series, stocks_beside_flows
from briefgen.compose.charts.charted_trade import ChartedFigures, charted_trade
from briefgen.compose.charts.like_figures import forms_apart, lengths_apart
from briefgen.compose.charts.one_axis import in_currency
from briefgen.model.charts import ChartKind
from briefgen.model.comparability import PeriodForm, form_of
from briefgen.model.origin import Origin
from briefgen.model.view import IndicatorSeries, TradeYear
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.compose.charts.charted_figures import Charted
    from briefgen.model.charts import Series


@dataclass(frozen=True, slots=True)
class AskedChart:
    """The chart that a template asks for."""

    kind: ChartKind
    what: ChartedFigures
    form: PeriodForm | None = None
    """Of which form its periods are to be; None takes them as they are given."""
    currency: str = ""
    """In which all of its money is to be told; empty leaves it as it is stated."""


def origin_of(given: object) -> Origin:
    """The facts behind a year of trade or a series; none behind what is neither."""
    return given.origin if isinstance(given, IndicatorSeries | TradeYear) else Origin(())


def refs_of(series: Iterable[Series]) -> tuple[str, ...]:
    """The references that the points of a chart lean on, each once."""
    found = [point.origin for one in series for point in one.points if point and point.origin]
    return tuple(dict.fromkeys(ref for origin in found for ref in origin.refs))


def chart_contents(given: Sequence[object], asked: AskedChart, brief: Brief) -> Charted | None:
    """The rows of a chart of trade or of series; None where they are not drawn together, which is told."""
    of_series = [one for one in given if isinstance(one, IndicatorSeries)]
    years = [year for year in given if isinstance(year, TradeYear)]
    if apart := stocks_beside_flows(of_series, brief):
        message = f"what there is and what there was in a period are not drawn together: {apart}"
        hint = "give stocks a chart and flows another"
        brief.problems.report.warning("BG420", brief.problems.here("chart"), message, hint)
        return None
    if of_series:
        charted = charted_series(of_series, asked.form, brief)
    else:
        of_form = [year for year in years if asked.form is None or form_of(year.period) is asked.form]
        charted = charted_trade(of_form, asked.what, brief)
    if asked.form and given and not charted.periods:
        form = asked.form.value.replace("half_", "half-").replace("_", " ")
        message = f"the chart is not placed: nothing that it is given is of a {form}"
        brief.problems.nothing_placed(message, "choose another length, or leave it out", asked.form)
        return None
    is_to_be_one = (of_series and not charted.of_stocks) or asked.currency  # converted, they stand on one axis
    if apart := forms_apart(charted.periods, brief.wording) if is_to_be_one else "":
        message = f"periods of several forms have no axis in common, and the chart is not placed: {apart}"
        hint = f"say which with length=, one of: {', '.join(PeriodForm)}"
        brief.problems.report.warning("BG414", brief.problems.here("chart"), message, hint)
        return None
    return in_currency(charted, asked.currency, brief) if asked.currency else charted


def is_drawable(asked: AskedChart, charted: Charted, brief: Brief) -> bool:
    """Whether a chart can show these figures; what is in its way is told at the call."""
    problems, kind, what = brief.problems, asked.kind, asked.what
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
        step = "" if what is ChartedFigures.EXPORTS else "enter what both sides sold, or "
        problems.nothing_placed(message, f"{step}choose other figures or periods", what)
        return False
    return True
