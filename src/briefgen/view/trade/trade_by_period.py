"""Trade between the parties, period by period, from the rows that the audience may know."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefgen.model.audience_choices import ClaimChoice
from briefgen.model.comparability import SpanLength, basis_of_flows, period_key, span_length
from briefgen.model.facts.controlled_vocabularies import Flow, Traded
from briefgen.model.kinds.trade import TradeObservation
from briefgen.model.mirror_data import ranked
from briefgen.model.origin import Origin
from briefgen.model.values.arithmetic import Direction, direction, share, signed_sum
from briefgen.model.values.quantity import Op, Quantity
from briefgen.model.view import Figure, TradeYear
from briefgen.records import dataclass, replace
from briefgen.view.claims import others, stated, with_rivals
from briefgen.view.figures.complete_years import PartsOfYear, parts_by_year
from briefgen.view.trade.trade_changes import compared, levels_apart
from briefgen.view.trade.trade_indicators import indicators_of
from briefgen.view.trade.trade_sums import sum_of_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.facts.relation import Party
    from briefgen.model.kinds.products import Product
    from briefgen.model.values.date import Date
    from briefgen.model.view import Item
    from briefgen.view.claims import Claims


@dataclass(frozen=True, slots=True)
class Trade:
    """Trade between the parties as far as the audience may know it."""

    years: tuple[TradeYear, ...]
    """Calendar and fiscal years, as entered or as sums of all their parts; where there is none, the newest other kind
    of periods, so that a brief says what is known."""
    periods: tuple[TradeYear, ...]
    """All others, rising in time."""


def trade_of(
    rows: Sequence[TradeObservation], parties: tuple[Party, Party], claims: Claims, named: Sequence[Product] = ()
) -> Trade:
    """One entry per period with totals, rising in time, each with its change against an earlier one like it.

    A month is held against the same month of the last year before that is there, a year against a year.
    """
    between = {party.id for party in parties}  # trade of one of them with the world is another matter
    own = [row for row in rows if {row.exporter, row.importer} == between]
    found = sorted(_recorded(own), key=lambda one: one.period.sort_key)
    told: dict[tuple[SpanLength, str], list[TradeYear]] = {}
    every: list[TradeYear] = []
    for one in found:
        year = _year(one, parties, claims)
        if not (year.exports or year.turnover or year.balance):
            continue  # all months of a year, and of no quantity all of them
        earlier = told.setdefault((year.length, year.counts), [])
        year = compared(earlier, year)
        known = [*_claimed(one.totals, parties, claims), *one.products]
        year = replace(year, indicators=indicators_of(year, earlier, known, parties, named))
        earlier.append(year)
        every.append(year)
    every = levels_apart(every)
    years = [one for one in every if one.length is SpanLength.YEAR]
    return Trade(tuple(years or _newest_kind(every)), tuple(one for one in every if one.length is not SpanLength.YEAR))


def _newest_kind(periods: Sequence[TradeYear]) -> list[TradeYear]:
    """Where no year is on record: the periods as long as the one that ends last, the longest where several do."""
    if not periods:
        return []
    last = max(periods, key=lambda one: (one.period.sort_key[1], -one.period.sort_key[0].toordinal()))
    return [one for one in periods if one.period.months == last.period.months]


@dataclass(frozen=True, slots=True)
class _Recorded:
    """What is on record of one period."""

    period: Date
    rows: Sequence[TradeObservation]
    """Of products too."""
    parts: PartsOfYear[TradeObservation]
    counts: Traded
    """What its totals count: where it has goods and also goods with services, what most periods have."""

    @property
    def totals(self) -> list[TradeObservation]:
        """Rows that count all that is traded."""
        return [row for row in self.rows if row.is_total and row.counts is self.counts]

    @property
    def products(self) -> list[TradeObservation]:
        """Rows of one product."""
        return [row for row in self.rows if not row.is_total]


def _recorded(rows: Sequence[TradeObservation]) -> Iterator[_Recorded]:
    """Every period that has totals, and every calendar year that its parts make up."""
    totals = (row for row in rows if row.is_total)
    by_year = parts_by_year(totals, lambda row: row.period)
    parts: dict[tuple[object, ...], tuple[int, PartsOfYear[TradeObservation]]] = {
        of.year(year).span: (year, of) for year, of in by_year.items()
    }
    by_period: dict[tuple[object, ...], list[TradeObservation]] = {
        span: [] for span, (_, of) in parts.items() if of.is_complete
    }
    for row in rows:
        by_period.setdefault(period_key(row), []).append(row)
    usual = _by_use(rows)
    for key, found in by_period.items():
        year, of_year = parts.get(key, (0, PartsOfYear()))
        own = [row for row in found if row.is_total]
        counted = {row.counts for row in own or of_year.every}
        counts = next((one for one in usual if one in counted), Traded.UNKNOWN)
        if own:
            period = next((row.period for row in own if row.period.uncertain), own[0].period)
            yield _Recorded(period, found, of_year, counts)
        elif of_year.is_complete:
            yield _Recorded(of_year.year(year), found, of_year, counts)


def _by_use(rows: Sequence[TradeObservation]) -> list[Traded]:
    """Goods, services, both: what most totals count first."""
    return [counts for counts, _ in Counter(row.counts for row in rows if row.is_total).most_common()]


def _year(one: _Recorded, parties: tuple[Party, Party], claims: Claims) -> TradeYear:
    def figure_of(flow: Flow, exporter: str | None = None) -> Figure | None:
        def wanted(row: TradeObservation) -> bool:
            return row.flow is flow and row.counts is one.counts and exporter in {None, row.exporter}

        about = [row for row in one.totals if wanted(row)]
        if about:
            return stated(about, claims)
        return sum_of_parts(one.period, one.parts, wanted, claims)

    exports = {party.id: figure for party in parties if (figure := figure_of(Flow.X, party.id))}
    turnover = figure_of(Flow.TURNOVER) or _combined(exports, parties, +1)
    told_by = [row.exporter for row in ranked([row for row in one.totals if row.flow is Flow.BALANCE])]
    exporters = dict.fromkeys((*told_by, *(party.id for party in parties)))
    stated_balances = {of: figure for of in exporters if (figure := figure_of(Flow.BALANCE, of))}
    nets = _nets(stated_balances, exports, parties)
    surplus_party, balance = _surplus(nets, parties, is_stated=bool(stated_balances))
    shares = _shares(exports, parties) if _is_their_sum(turnover, exports) else {}
    figures = [figure for figure in (*exports.values(), turnover, balance) if figure]
    summed_from = _parts_of([figure.summed_from for figure in figures if figure.summed_from])
    currencies = tuple(dict.fromkeys(figure.quantity.unit for figure in figures))
    claimed = _others(one.totals, parties, claims)
    exports = {id_: with_rivals(figure, claimed.get(id_, ())) for id_, figure in exports.items()}
    turnover = turnover and with_rivals(turnover, claimed.get("turnover", ()))
    balance = balance and with_rivals(balance, claimed.get("balance", ()))
    return TradeYear(
        one.period, exports, turnover, balance, nets[0], surplus_party, shares, _origin(one.totals, figures, claims),
        one.counts, currencies=currencies, currency=", ".join(currencies),
        claims=claims.told(one.totals), others=claimed,
        length=span_length(one.period), summed_from=summed_from,
    )  # fmt: skip


def _parts_of(lengths: Sequence[SpanLength]) -> SpanLength | None:
    """What the figures of a year were added up of, where some were: one kind of parts, or another for each."""
    return (lengths[0] if len(set(lengths)) == 1 else SpanLength.OTHER) if lengths else None


def _others(
    rows: Sequence[TradeObservation], parties: tuple[Party, Party], claims: Claims
) -> dict[str, tuple[Item, ...]]:
    """What is claimed beside each figure, where the audience is shown one claim of several."""
    if claims.how is not ClaimChoice.PREFERRED:
        return {}
    both = _claimed(rows, parties, claims)
    about = {party.id: [row for row in both if row.flow is Flow.X and row.exporter == party.id] for party in parties}
    about |= {flow.name.lower(): [row for row in both if row.flow is flow] for flow in (Flow.TURNOVER, Flow.BALANCE)}
    found = {name: others(of, claims.disputed) for name, of in about.items()}
    return {name: tuple(claims.items[key] for key in ids) for name, ids in found.items() if ids}


def _claimed(rows: Sequence[TradeObservation], parties: tuple[Party, Party], claims: Claims) -> list[TradeObservation]:
    """The totals of a period with the claims beside them; without those that sources differ on, where none is told."""
    pair, counted = {party.id for party in parties}, {row.counts for row in rows}
    beside = [row for key in {period_key(row) for row in rows} for row in claims.beside.get(key, ())]
    if claims.how is ClaimChoice.NONE:
        beside = [row for row in beside if row.id not in claims.disputed]
    trade = [row for row in beside if isinstance(row, TradeObservation) and row.is_total and row.counts in counted]
    return [*rows, *(row for row in trade if {row.exporter, row.importer} == pair)]


def _origin(rows: Sequence[TradeObservation], figures: Sequence[Figure], claims: Claims) -> Origin:
    """The rows of the period, and those that its sums were made of."""
    stated_here = (fact for row in rows for fact in claims.origin_of(row).facts)
    return Origin(tuple(dict.fromkeys((*stated_here, *(fact for figure in figures for fact in figure.origin.facts)))))


def _combined(exports: dict[str, Figure], parties: tuple[Party, Party], sign: int) -> Figure | None:
    """Both directions added (+1), or the first minus the second (-1)."""
    if any(party.id not in exports for party in parties):
        return None
    one, other = (exports[party.id] for party in parties)
    quantity = signed_sum([(1, one.quantity), (sign, other.quantity)])
    basis = basis_of_flows(one.basis, other.basis)
    if quantity is None or basis is None:
        return None
    formula = f"exports of {parties[0].id} {'+' if sign > 0 else '-'} exports of {parties[1].id}"
    contested, is_chosen = one.contested or other.contested, one.is_chosen or other.is_chosen
    origin = one.origin.joined(other.origin, formula)
    return Figure(
        quantity, origin, derived=True, period=one.period, contested=contested, basis=basis, is_chosen=is_chosen
    )


def _nets(
    balances: Mapping[str, Figure], exports: dict[str, Figure], parties: tuple[Party, Party]
) -> tuple[Figure | None, Figure | None]:
    """The balance as the first party sees it, and as the second: stated, or the difference of the flows."""
    for exporter, figure in balances.items():
        return (figure, _turned(figure)) if exporter == parties[0].id else (_turned(figure), figure)
    return _combined(exports, parties, -1), _combined(exports, parties[::-1], -1)


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
        if found and basis_of_flows(mine.basis, theirs.basis):
            formula = f"exports of {party.id} / (exports of {party.id} + exports of {other.id})"
            quantity, interval = Quantity(found[0], Op.ABOUT, unit="%"), found[1]
            origin = mine.origin.joined(theirs.origin, formula)
            contested = mine.contested or theirs.contested
            shares[party.id] = Figure(
                quantity, origin, derived=True, period=mine.period, contested=contested, interval=interval
            )
    return shares
