"""What templates ask of several periods of trade: the newest, the last years, what is not compared, what is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jinja2.runtime import Undefined

from briefgen.compose.charts.alt_text import beginning, in_period, lies_under
from briefgen.compose.charts.charted_trade import ChartedFigures
from briefgen.compose.values.template_value import unwrap
from briefgen.model.comparability import SpanLength, basis_of_flows
from briefgen.model.view import IndicatorSeries, NotCompared, TradeYear

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from markupsafe import Markup

    from briefgen.compose.brief_state import Brief
    from briefgen.model.comparability import Bar
    from briefgen.model.facts.parties_people_references import Party
    from briefgen.model.origin import Origin
    from briefgen.model.values.date import Date
    from briefgen.model.view import Figure


class TradeFilters:
    """The filters of one brief that take entries of `trade` or `trade_periods`."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief

    def table(self) -> dict[str, Callable[..., object]]:
        """Filter name → function."""
        return {
            "newest": self.newest,
            "last_years": self.last_years,
            "reasons": self.reasons,
            "uncomputed": self.uncomputed,
            "seen": self.seen,
        }

    def newest(self, values: Sequence[object]) -> object:
        """The period that ends last, the longest where several do; none of none."""
        if isinstance(values, Undefined):
            return str(values)
        return self.brief.shown(max(_periods(values), key=_newness, default=None))

    def last_years(self, values: Sequence[object], years: int = 0) -> object:
        """The periods that begin within so many years before the end of the newest; all of them for 0."""
        if isinstance(values, Undefined):
            return str(values)
        found = _periods(values)
        end = max((one.period.upper for one in found if one.period.upper), default=None)
        if not years or end is None:
            return self.brief.shown(tuple(found))
        kept = (one for one in found if one.period.lower and _months(one.period.lower, end) <= years * 12)
        return self.brief.shown(tuple(kept))

    def reasons(self, values: Sequence[object]) -> object:
        """Why figures of these periods are not compared with earlier ones, each reason once."""
        if isinstance(values, Undefined):
            return str(values)
        found: dict[Bar, NotCompared] = {}
        for told in dict.fromkeys(told for one in _periods(values) for told in one.not_compared):
            found[told.why] = _joined(found[told.why], told) if told.why in found else told
        return self.brief.shown(tuple(found.values()))

    def uncomputed(self, values: Sequence[object]) -> object:
        """The indicators that none of these periods has, as the first of them says why."""
        if isinstance(values, Undefined):
            return str(values)
        alike = zip(*(one.indicators for one in _periods(values)), strict=True)  # the same in each period
        return self.brief.shown(tuple(ones[0] for ones in alike if not any(one.figure for one in ones)))

    def seen(self, values: Sequence[object], what: str = ChartedFigures.EXPORTS) -> Markup | str:
        """What a chart of these figures shows, for its headline; empty where nothing may be said of all of them."""
        if isinstance(values, Undefined):
            return str(values)
        series = [one for value in values if isinstance(one := unwrap(value), IndicatorSeries)]
        finding = _what_is_seen(_periods(values), series, ChartedFigures(what), self.brief)
        return self.brief.tokens(finding.words, finding.origin) if finding else ""


def _periods(values: Sequence[object]) -> list[TradeYear]:
    return [period for value in values if isinstance(period := unwrap(value), TradeYear)]


def _newness(one: TradeYear) -> tuple[dt.date, int]:
    first, last = one.period.sort_key
    return last, -first.toordinal()


def _months(first: dt.date, last: dt.date) -> int:
    """Months from the first day of one to the last day of another, each begun month counted."""
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _joined(one: NotCompared, other: NotCompared) -> NotCompared:
    """One reason for several pairs of periods."""
    first = min(one.earlier, other.earlier, key=lambda period: period.sort_key)
    last = max(one.later, other.later, key=lambda period: period.sort_key)
    of = one.of if one.of == other.of else ()
    origin = one.origin.joined(other.origin)
    return NotCompared(one.why, first, last, of, origin, is_of_several=True)


# ---------------------------------------------------------------- what is seen
# Nothing is said that does not hold for all that is drawn: not of what is contested, counted differently or not known,
# and not where intervals share a value.


class _Finding(NamedTuple):
    """A headline, and what it rests on."""

    words: str
    origin: Origin


def _what_is_seen(
    years: Sequence[TradeYear], series: Sequence[IndicatorSeries], what: ChartedFigures, brief: Brief
) -> _Finding | None:
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


def _who_sold_more(years: Sequence[TradeYear], brief: Brief) -> _Finding | None:
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
            return _Finding(beginning(words), _origin(figure for year in years for figure in year.exports.values()))
    return None


def _is_ahead(year: TradeYear, one: Party, other: Party) -> bool:
    sold, bought = year.exports.get(one.id), year.exports.get(other.id)
    if sold is None or bought is None or sold.contested or bought.contested or year.surplus_party != one.id:
        return False
    is_alike = sold.quantity.unit == bought.quantity.unit and basis_of_flows(sold.basis, bought.basis) is not None
    return is_alike and lies_under(bought.quantity.interval, sold.quantity.interval)


def _course(figures: Sequence[tuple[Date, Figure]], of: str, name: str, brief: Brief) -> _Finding | None:
    """Whether the last figure is surely higher or lower than the first."""
    if len(figures) < 2:  # noqa: PLR2004 - two ends
        return None
    (start, first), (end, last) = figures[0], figures[-1]
    if first.contested or last.contested or first.bars_to(last):
        return None
    one, other = first.quantity.interval, last.quantity.interval
    way = "higher" if lies_under(one, other) else "lower" if lies_under(other, one) else ""
    if not way:
        return None
    times = {"start": in_period(start, "", brief).strip(), "end": in_period(end, "", brief).strip()}
    named = {"series": name} if name else {}
    words = brief.wording.phrases.chart_findings[f"{of}_{way}"].format(**named, **times)
    return _Finding(words, _origin((first, last)))


def _origin(figures: Iterable[Figure]) -> Origin:
    first, *others = (figure.origin for figure in figures)
    return first.joined_with(others)
