"""Trade between the parties, period by period, from the rows that the audience may know."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.model.arithmetic import direction, growth, share, signed_sum
from briefgen.model.fact import Status
from briefgen.model.origin import Origin
from briefgen.model.quantity import Op, Quantity
from briefgen.model.view import Change, Figure, TradeYear
from briefgen.view.project import origin_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.model.entities import TradeObservation
    from briefgen.model.relation import Party

_RANK = {Status.PREFERRED: 0, Status.ASSERTED: 1, Status.DERIVED: 2, Status.CONTESTED: 3, Status.SUPERSEDED: 4}


def trade_years(rows: Sequence[TradeObservation], parties: tuple[Party, Party]) -> tuple[TradeYear, ...]:
    """One entry per period with totals, rising in time, each with its change against the one before."""
    totals = [row for row in rows if row.scheme == "TOTAL"]
    periods = dict.fromkeys(row.period for row in sorted(totals, key=lambda row: row.period.sort_key))
    years: list[TradeYear] = []
    for period in periods:
        year = _year([row for row in totals if row.period == period], parties)
        years.append(_with_changes(years[-1], year) if years else year)
    return tuple(years)


def _year(rows: Sequence[TradeObservation], parties: tuple[Party, Party]) -> TradeYear:
    period = rows[0].period
    exports = {
        p.id: figure for p in parties if (figure := _stated(r for r in rows if r.flow == "X" and r.exporter == p.id))
    }
    turnover = _stated(row for row in rows if row.flow == "TURNOVER") or _combined(exports, parties, +1)
    surplus_party, balance = _balance(rows, exports, parties)
    return TradeYear(period, exports, turnover, balance, surplus_party, _shares(exports, parties), _origin(rows))


def _origin(rows: Sequence[TradeObservation]) -> Origin:
    return Origin(tuple(fact for row in rows for fact in origin_of(row).facts))


def _stated(rows: Iterable[TradeObservation]) -> Figure | None:
    """The claim to print: the preferred one, else the first that stands."""
    ranked = sorted(rows, key=lambda row: _RANK.get(row.status, len(_RANK)))
    return Figure(ranked[0].value, origin_of(ranked[0]), period=ranked[0].period) if ranked else None


def _combined(exports: dict[str, Figure], parties: tuple[Party, Party], sign: int) -> Figure | None:
    """Both directions added (+1), or the first minus the second (-1)."""
    if any(party.id not in exports for party in parties):
        return None
    one, other = (exports[party.id] for party in parties)
    quantity = signed_sum([(1, one.quantity), (sign, other.quantity)])
    if quantity is None:
        return None
    formula = f"exports of {parties[0].id} {'+' if sign > 0 else '-'} exports of {parties[1].id}"
    return Figure(quantity, one.origin.joined(other.origin, formula), derived=True, period=one.period)


def _balance(
    rows: Sequence[TradeObservation], exports: dict[str, Figure], parties: tuple[Party, Party]
) -> tuple[str | None, Figure | None]:
    """Whose surplus, and how large: stated, else the difference of the flows where its sign is certain."""
    stated = [row for row in rows if row.flow == "BALANCE"]
    if stated and (figure := _stated(stated)):
        row = next(row for row in stated if row.id == figure.origin.facts[0].fact)
        ahead = row.exporter if figure.quantity.value >= 0 else row.importer
        return ahead, replace(figure, quantity=_absolute(figure.quantity))
    difference = _combined(exports, parties, -1)
    if difference is None:
        return None, None
    sign = direction(difference.quantity.interval)
    if sign == "unclear":
        return None, None
    ahead = parties[0].id if sign == "up" else parties[1].id
    return ahead, replace(difference, quantity=_absolute(difference.quantity))


def _absolute(quantity: Quantity) -> Quantity:
    return replace(quantity, value=abs(quantity.value))


def _shares(exports: dict[str, Figure], parties: tuple[Party, Party]) -> dict[str, Figure]:
    if any(party.id not in exports for party in parties):
        return {}
    shares: dict[str, Figure] = {}
    for party, other in (parties, parties[::-1]):
        mine, theirs = exports[party.id], exports[other.id]
        found = share(mine.quantity, theirs.quantity)
        if found:
            formula = f"exports of {party.id} / turnover"
            quantity = Quantity(found[0], Op.ABOUT, unit="%")
            shares[party.id] = Figure(quantity, mine.origin.joined(theirs.origin, formula), True, mine.period)  # noqa: FBT003 - the flag is named in the class
    return shares


def _with_changes(before: TradeYear, after: TradeYear) -> TradeYear:
    pairs = {party: (before.exports.get(party), figure) for party, figure in after.exports.items()}
    pairs["turnover"] = (before.turnover, after.turnover)  # type: ignore[assignment]
    if before.surplus_party == after.surplus_party:
        pairs["balance"] = (before.balance, after.balance)  # type: ignore[assignment]
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
    figure = Figure(Quantity(estimate, Op.ABOUT, unit="%"), origin, derived=True, period=after.period)
    return Change(interval, figure, direction(interval))
