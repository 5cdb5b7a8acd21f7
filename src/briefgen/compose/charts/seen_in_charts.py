"""What a chart shows, in a few words for its headline, by the rules by which sentences compare.

Nothing is said that does not hold for all that is drawn: not of what is contested, or preferred to claims that the
audience is not shown, not of what is counted differently or not known, and not where intervals share a value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.compose.charts.alt_text import beginning, in_period, lies_under
from briefgen.compose.charts.charted_trade import ChartedFigures
from briefgen.model.comparability import SpanLength, basis_of_flows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.model.facts.parties_people_references import Party
    from briefgen.model.origin import Origin
    from briefgen.model.values.date import Date
    from briefgen.model.view import Figure, IndicatorSeries, TradeYear


class SeenInChart(NamedTuple):
    """A headline, and what it rests on."""

    words: str
    origin: Origin


def what_is_seen(
    years: Sequence[TradeYear], series: Sequence[IndicatorSeries], what: ChartedFigures, brief: Brief
) -> SeenInChart | None:
    """What a chart of trade or of one series shows; None where nothing may be said of all of it."""
    if years and not series:
        match what:
            case ChartedFigures.EXPORTS:
                return _who_sold_more(years, brief)
            case ChartedFigures.TURNOVER:
                return _course([(year.period, year.turnover) for year in years if year.turnover], "trade", "", brief)
            case ChartedFigures.BALANCE:
                return None  # its title and its sides say it
    if len(series) == 1 and not years:
        (one,) = series
        name = beginning(brief.words(one) or "")
        return _course([(value.period, value.figure) for value in one.values], "series", name, brief)
    return None


def _who_sold_more(years: Sequence[TradeYear], brief: Brief) -> SeenInChart | None:
    """Which party sold more than it bought in each period, where one surely did in all of them."""
    first, second = brief.view.parties
    for one, other in ((first, second), (second, first)):
        if all(_is_ahead(year, one, other) for year in years):
            key = "one_period" if len(years) == 1 else "each_period"
            if len(years) > 1 and all(year.length is SpanLength.YEAR for year in years):
                key = "each_year"
            names = {"party": brief.words(one) or "", "other": brief.words(other) or ""}
            when = {"when": in_period(years[0].period, "", brief).strip()} if key == "one_period" else {}
            words = brief.wording.phrases.chart_findings[key].format(**names, **when)
            return SeenInChart(beginning(words), _origin(figure for year in years for figure in year.exports.values()))
    return None


def _is_ahead(year: TradeYear, one: Party, other: Party) -> bool:
    sold, bought = year.exports.get(one.id), year.exports.get(other.id)
    if sold is None or bought is None or not (_is_sure(sold) and _is_sure(bought)) or year.surplus_party != one.id:
        return False
    is_alike = sold.quantity.unit == bought.quantity.unit and basis_of_flows(sold.basis, bought.basis) is not None
    return is_alike and lies_under(bought.quantity.interval, sold.quantity.interval)


def _course(figures: Sequence[tuple[Date, Figure]], of: str, name: str, brief: Brief) -> SeenInChart | None:
    """Whether the last figure is surely higher or lower than the first."""
    if len(figures) < 2:  # noqa: PLR2004 - two ends
        return None
    (start, first), (end, last) = figures[0], figures[-1]
    if not (_is_sure(first) and _is_sure(last)) or first.bars_to(last):
        return None
    one, other = first.quantity.interval, last.quantity.interval
    way = "higher" if lies_under(one, other) else "lower" if lies_under(other, one) else ""
    if not way:
        return None
    times = {"start": in_period(start, "", brief).strip(), "end": in_period(end, "", brief).strip()}
    named = {"series": name} if name else {}
    words = brief.wording.phrases.chart_findings[f"{of}_{way}"].format(**named, **times)
    return SeenInChart(words, _origin((first, last)))


def _is_sure(figure: Figure) -> bool:
    """Whether nobody claims another figure, as far as the data that its audience may know say."""
    return not figure.contested and not figure.is_chosen


def _origin(figures: Iterable[Figure]) -> Origin:
    first, *others = (figure.origin for figure in figures)
    return first.joined_with(others)
