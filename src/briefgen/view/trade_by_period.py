"""Trade between the parties, period by period, from the rows that the audience may know."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.model.audience_choices import ClaimChoice
from briefgen.model.comparability import are_alike_spans
from briefgen.model.facts.controlled_vocabularies import Flow, Traded
from briefgen.model.kinds.trade import TradeObservation
from briefgen.model.origin import Origin
from briefgen.model.values.arithmetic import Direction, direction, growth, share, signed_sum
from briefgen.model.values.quantity import Op, Quantity
from briefgen.model.view import Change, Figure, TradeYear
from briefgen.view.claims import others, stated
from briefgen.view.projection import origin_of
from briefgen.view.trade_indicators import indicators_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.facts.relation import Party
    from briefgen.model.values.date import Date
    from briefgen.model.view import Item
    from briefgen.view.claims import Claims


def trade_years(
    rows: Sequence[TradeObservation], parties: tuple[Party, Party], claims: Claims
) -> tuple[TradeYear, ...]:
    """One entry per period with totals, rising in time, each with its change against an earlier one like it.

    A month is held against the same month of the last year before that is there, a year against a year.
    """
    by_period: dict[Date, list[TradeObservation]] = {}
    between = {party.id for party in parties}
    for row in rows:
        if {row.exporter, row.importer} == between:  # trade of one of them with the world is another matter
            by_period.setdefault(row.period, []).append(row)
    years: list[TradeYear] = []
    usual = _by_use(rows)
    for period in sorted(by_period, key=lambda period: period.sort_key):
        totals = _of_one_kind([row for row in by_period[period] if row.is_total], usual)
        if totals:
            year = _year(totals, parties, claims)
            alike = [one for one in years if one.counts == year.counts]
            before = next((one for one in reversed(alike) if are_alike_spans(one.period, period)), None)
            year = _with_changes(before, year) if before else year
            products = [row for row in by_period[period] if not row.is_total]
            told = indicators_of(year, (alike or [year])[0], [*totals, *products], parties)
            years.append(replace(year, indicators=told))
    return tuple(years)


def _by_use(rows: Sequence[TradeObservation]) -> list[Traded]:
    """Goods, services, both: what most totals count first."""
    return [counts for counts, _ in Counter(row.counts for row in rows if row.is_total).most_common()]


def _of_one_kind(totals: list[TradeObservation], usual: Sequence[Traded]) -> list[TradeObservation]:
    """Totals that count the same: where a period has goods and also goods with services, what most periods have."""
    found = {row.counts for row in totals}
    kept = next((counts for counts in usual if counts in found), None)
    return [row for row in totals if row.counts is kept]


def _year(rows: Sequence[TradeObservation], parties: tuple[Party, Party], claims: Claims) -> TradeYear:
    def figure_of(flow: Flow, exporter: str | None = None) -> Figure | None:
        about = [row for row in rows if row.flow is flow and exporter in {None, row.exporter}]
        return stated(about, claims.how, claims.disputed)

    exports = {party.id: figure for party in parties if (figure := figure_of(Flow.X, party.id))}
    turnover = figure_of(Flow.TURNOVER) or _combined(exports, parties, +1)
    stated_balance = figure_of(Flow.BALANCE)
    nets = _nets(rows, stated_balance, exports, parties)
    surplus_party, balance = _surplus(nets, parties, is_stated=stated_balance is not None)
    shares = _shares(exports, parties) if _is_their_sum(turnover, exports) else {}
    year = TradeYear(
        rows[0].period, exports, turnover, balance, nets[0], surplus_party, shares, _origin(rows), rows[0].counts
    )
    known = [figure for figure in (*exports.values(), turnover, balance) if figure]
    currencies = tuple(dict.fromkeys(figure.quantity.unit for figure in known))
    return replace(year, currencies=currencies, claims=claims.told(rows), others=_others(rows, parties, claims))


def _others(
    rows: Sequence[TradeObservation], parties: tuple[Party, Party], claims: Claims
) -> dict[str, tuple[Item, ...]]:
    """What is claimed beside each figure, where the audience is shown one claim of several."""
    if claims.how is not ClaimChoice.PREFERRED:
        return {}
    pair = {party.id for party in parties}
    trade = [row for row in claims.beside if isinstance(row, TradeObservation)]
    beside = [row for row in trade if {row.exporter, row.importer} == pair and row.is_total]
    both = [*rows, *(row for row in beside if (row.period, row.counts) == (rows[0].period, rows[0].counts))]
    about = {party.id: [row for row in both if row.flow is Flow.X and row.exporter == party.id] for party in parties}
    about |= {flow.name.lower(): [row for row in both if row.flow is flow] for flow in (Flow.TURNOVER, Flow.BALANCE)}
    found = {name: others(of, claims.disputed) for name, of in about.items()}
    return {name: tuple(claims.items[key] for key in ids) for name, ids in found.items() if ids}


def _origin(rows: Sequence[TradeObservation]) -> Origin:
    return Origin(tuple(fact for row in rows for fact in origin_of(row).facts))


def _combined(exports: dict[str, Figure], parties: tuple[Party, Party], sign: int) -> Figure | None:
    """Both directions added (+1), or the first minus the second (-1)."""
    if any(party.id not in exports for party in parties):
        return None
    one, other = (exports[party.id] for party in parties)
    quantity = signed_sum([(1, one.quantity), (sign, other.quantity)])
    if quantity is None:
        return None
    formula = f"exports of {parties[0].id} {'+' if sign > 0 else '-'} exports of {parties[1].id}"
    basis = one.basis if one.basis == other.basis else ()
    contested = one.contested or other.contested
    origin = one.origin.joined(other.origin, formula)
    return Figure(quantity, origin, derived=True, period=one.period, contested=contested, basis=basis)


def _nets(
    rows: Sequence[TradeObservation], figure: Figure | None, exports: dict[str, Figure], parties: tuple[Party, Party]
) -> tuple[Figure | None, Figure | None]:
    """The balance as the first party sees it, and as the second: stated, or the difference of the flows."""
    if figure is None:
        return _combined(exports, parties, -1), _combined(exports, parties[::-1], -1)
    row = next(row for row in rows if row.id == figure.origin.facts[0].fact)
    return (figure, _turned(figure)) if row.exporter == parties[0].id else (_turned(figure), figure)


def _surplus(
    nets: tuple[Figure | None, Figure | None], parties: tuple[Party, Party], *, is_stated: bool
) -> tuple[str | None, Figure | None]:
    """Whose surplus, and how large, where its sign is certain.

    A balance of zero, or of a size that may be on either side, is nobody's surplus; computed, it is no figure to print.
    """
    for party, net in zip(parties, nets, strict=True):
        if net and direction(net.quantity.interval) is Direction.UP:
            return party.id, net
    return None, nets[0] if is_stated else None


def _turned(figure: Figure) -> Figure:
    """The same balance, seen from the other party."""
    turned = signed_sum([(-1, figure.quantity)])
    return replace(figure, quantity=turned) if turned else figure


def _is_their_sum(turnover: Figure | None, exports: dict[str, Figure]) -> bool:
    """Whether the flows are parts of the turnover that is told: in another currency they are not."""
    return turnover is None or all(figure.quantity.unit == turnover.quantity.unit for figure in exports.values())


def _shares(exports: dict[str, Figure], parties: tuple[Party, Party]) -> dict[str, Figure]:
    if any(party.id not in exports for party in parties):
        return {}
    shares: dict[str, Figure] = {}
    for party, other in (parties, parties[::-1]):
        mine, theirs = exports[party.id], exports[other.id]
        found = share(mine.quantity, theirs.quantity)
        if found:
            formula = f"exports of {party.id} / (exports of {party.id} + exports of {other.id})"
            quantity, interval = Quantity(found[0], Op.ABOUT, unit="%"), found[1]
            origin = mine.origin.joined(theirs.origin, formula)
            contested = mine.contested or theirs.contested
            shares[party.id] = Figure(
                quantity, origin, derived=True, period=mine.period, contested=contested, interval=interval
            )
    return shares


def _with_changes(before: TradeYear, after: TradeYear) -> TradeYear:
    pairs: dict[str, tuple[Figure | None, Figure | None]] = {
        party: (before.exports.get(party), figure) for party, figure in after.exports.items()
    }
    pairs["turnover"] = (before.turnover, after.turnover)
    if after.surplus_party and before.surplus_party == after.surplus_party:
        pairs["balance"] = (before.balance, after.balance)
    changes = {name: change for name, (one, other) in pairs.items() if (change := _change(one, other))}
    return replace(after, changes=changes, against=before.period)


def _change(before: Figure | None, after: Figure | None) -> Change | None:
    if before is None or after is None or before.quantity.unit != after.quantity.unit:
        return None
    found = growth(before.quantity, after.quantity)
    if found is None:
        return None
    estimate, interval = found
    origin = after.origin.joined(before.origin, "later / earlier - 1")
    contested = before.contested or after.contested
    quantity = Quantity(estimate, Op.ABOUT, unit="%")
    figure = Figure(quantity, origin, derived=True, period=after.period, contested=contested)
    rebased = tuple(one[0] for one, other in zip(before.basis, after.basis, strict=False) if one != other)
    return Change(interval, figure, direction(interval), rebased)
