"""What of a period of trade has changed against an earlier one like it, and why what has not been compared was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.comparability import SpanLength, are_alike_spans, reasons_told
from briefgen.model.origin import Origin
from briefgen.model.values.arithmetic import Direction
from briefgen.model.view import Figure, NotCompared
from briefgen.records import replace
from briefgen.view.figures.changes import change_between

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.model.view import TradeYear


def compared(earlier: Sequence[TradeYear], year: TradeYear) -> TradeYear:
    """The period with its changes against the last one before it of its length and season.

    A year that has none like it says why it is not held against the last year before it that a reader may hold it
    against; a month has nothing to say then.
    """
    before = next((one for one in reversed(earlier) if are_alike_spans(one.period, year.period)), None)
    if before is None and year.length is SpanLength.YEAR:
        before = next((one for one in reversed(earlier) if _may_be_asked(one, year)), None)
    return _against(before, year) if before else year


def levels_apart(periods: Sequence[TradeYear]) -> list[TradeYear]:
    """The periods, rising in time, with figures in digits that tell apart those between which a change is named."""
    found = list(periods)
    for later, year in enumerate(periods):
        names = [name for name, change in year.changes.items() if change.direction is not Direction.UNCLEAR]
        if names:
            earlier = next(place for place in reversed(range(later)) if _is_held_against(found[place], year))
            before, after = found[earlier], found[later]
            found[earlier], found[later] = _apart(before, after, names), _apart(after, before, names)
    return found


def _is_held_against(before: TradeYear, after: TradeYear) -> bool:
    return (before.length, before.counts, before.period) == (after.length, after.counts, after.against)


def _apart(one: TradeYear, other: TradeYear, names: Sequence[str]) -> TradeYear:
    exports = {
        party: figure.apart_from(other.exports[party]) if party in names else figure
        for party, figure in one.exports.items()
    }
    made = replace(one, exports=exports)
    if "turnover" in names and one.turnover and other.turnover:
        made = replace(made, turnover=one.turnover.apart_from(other.turnover))
    if "balance" in names and one.balance and other.balance:
        balance = one.balance.apart_from(other.balance)
        net = one.net and replace(one.net, least_digits=balance.least_digits)
        made = replace(made, balance=balance, net=net)
    return made


def _may_be_asked(before: TradeYear, after: TradeYear) -> bool:
    """Whether a reader may ask how two years that are not alike compare: one lies before the other, in one currency."""
    return not before.period.overlaps(after.period) and not set(before.currencies).isdisjoint(after.currencies)


def _against(before: TradeYear, after: TradeYear) -> TradeYear:
    pairs = _pairs(before, after)
    bars = {name: found for name, (one, other) in pairs.items() if (found := one.bars_to(other))}
    free = {name: pair for name, pair in pairs.items() if name not in bars}
    changes = {name: change for name, pair in free.items() if (change := change_between(*pair))}
    told = tuple(
        NotCompared(why, before.period, after.period, of if free or len(of) < len(pairs) else (), _origin(of, pairs))
        for why, of in reasons_told(bars).items()
    )
    return replace(after, changes=changes, against=before.period, not_compared=told)


def _origin(names: Sequence[str], pairs: Mapping[str, tuple[Figure, Figure]]) -> Origin:
    figures = [figure for name in names for figure in pairs[name][::-1]]
    return Origin(tuple(dict.fromkeys(fact for figure in figures for fact in figure.origin.facts)))


def _pairs(before: TradeYear, after: TradeYear) -> dict[str, tuple[Figure, Figure]]:
    """What both periods have a figure for; a balance only where the same side is ahead."""
    pairs: dict[str, tuple[Figure | None, Figure | None]] = {
        party: (before.exports.get(party), figure) for party, figure in after.exports.items()
    }
    pairs["turnover"] = (before.turnover, after.turnover)
    if after.surplus_party and before.surplus_party == after.surplus_party:
        pairs["balance"] = (before.balance, after.balance)
    return {name: (one, other) for name, (one, other) in pairs.items() if one and other}
