"""What templates ask of several periods of trade: the newest, the last years, what is not compared, what is seen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jinja2.runtime import Undefined

from briefgen.compose.charts.charted_trade import ChartedFigures
from briefgen.compose.charts.seen_in_charts import what_is_seen
from briefgen.compose.values.template_value import unwrap
from briefgen.model.view import IndicatorSeries, NotCompared, TradeYear
from briefgen.records import replace

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from markupsafe import Markup

    from briefgen.compose.brief_state import Brief
    from briefgen.model.comparability import Bar
    from briefgen.model.values.indicators import IndicatorName
    from briefgen.model.view import Figure, Indicator


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
            "computed": self.computed,
            "computed_earlier": self.computed_earlier,
            "growth_since": self.growth_since,
            "seen": self.seen,
            "other_claims": self.other_claims,
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
        periods = _periods(values)
        alike = list(zip(*(one.indicators for one in periods), strict=True))  # the same in each period
        missing = [ones[0] for ones in alike if not any(one.figure for one in ones)]
        return self.brief.shown(_merged(missing, [ones[0] for ones in alike]))

    def other_claims(self, values: Sequence[object]) -> object:
        """What other sources claim: a list of the `period` and `told`, each what is told, its `figure` and `claims`."""
        if isinstance(values, Undefined):
            return str(values)
        phrases = self.brief.wording.phrases
        named = {party.id: self.brief.words(party.adjective) or "" for party in self.brief.view.parties}
        whats = {id_: phrases.exports_of.format(adjective=adjective) for id_, adjective in named.items()}
        whats |= {"turnover": phrases.turnover, "balance": phrases.balance}
        found = (
            {
                "period": self._period(one),
                "told": tuple(
                    {"what": whats[what], "figure": _unmarked(one, what), "claims": claims}
                    for what, claims in one.others.items()
                ),
            }
            for one in _periods(values)
            if one.others
        )
        return self.brief.shown(tuple(found))

    def _period(self, one: TradeYear) -> object:
        """The period of figures, which keeps their origin."""
        return self.brief.shown(one.period, one.origin)

    def computed(self, values: Sequence[object]) -> object:
        """The indicators that the last of these periods has."""
        if isinstance(values, Undefined):
            return str(values)
        last = _periods(values)[-1:]
        return self.brief.shown(tuple(one for period in last for one in period.indicators if one.figure))

    def computed_earlier(self, values: Sequence[object]) -> object:
        """The indicators that others of them have, and the last has not by that formula: `period` and `indicator`."""
        if isinstance(values, Undefined):
            return str(values)
        periods = _periods(values)
        known = {_formula(one) for period in periods[-1:] for one in period.indicators if one.figure}
        alike = zip(*(period.indicators for period in periods), strict=True)  # the same in each period
        found = [
            {"period": self._period(period), "indicator": one}
            for ones in alike
            for period, one in zip(periods, ones, strict=True)
            if one.figure and _formula(one) not in known
        ]
        return self.brief.shown(tuple(found))

    def growth_since(self, values: Sequence[object]) -> object:
        """The periods from which growth a year of these ones is counted, each once."""
        if isinstance(values, Undefined):
            return str(values)
        every = (one for period in _periods(values) for one in period.indicators if one.figure)
        found = {one.since: self.brief.shown(one.since, one.origin) for one in every if one.since}
        return tuple(found.values())

    def seen(self, values: Sequence[object], what: str = ChartedFigures.EXPORTS) -> Markup | str:
        """What a chart of these figures shows, for its headline; empty where nothing may be said of all of them."""
        if isinstance(values, Undefined):
            return str(values)
        series = [one for value in values if isinstance(one := unwrap(value), IndicatorSeries)]
        finding = what_is_seen(_periods(values), series, ChartedFigures(what), self.brief)
        return self.brief.tokens(finding.words, finding.origin) if finding else ""


def _periods(values: Sequence[object]) -> list[TradeYear]:
    return [period for value in values if isinstance(period := unwrap(value), TradeYear)]


def _unmarked(one: TradeYear, name: str) -> Figure | None:
    """The figure that is printed, without the mark that others claim another: a sentence that names both says so."""
    totals = {"turnover": one.turnover, "balance": one.balance}
    figure = totals[name] if name in totals else one.exports.get(name)
    return replace(figure, contested=False) if figure else None


def _formula(one: Indicator) -> tuple[str, str | None, str]:
    return one.name, one.party, one.formula


def _merged(missing: Sequence[Indicator], every: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """Indicators that no party has, and for one and the same reason, as the relation's."""
    whose = Counter(one.name for one in every)
    reasons: dict[IndicatorName, list[str | None]] = {}
    for one in missing:
        reasons.setdefault(one.name, []).append(one.why)
    are_one = {name: len(whys) == whose[name] and len({*whys}) == 1 for name, whys in reasons.items()}
    merged = (replace(one, party=None) if are_one[one.name] else one for one in missing)
    return tuple({(one.name, one.party, one.why): one for one in merged}.values())


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
