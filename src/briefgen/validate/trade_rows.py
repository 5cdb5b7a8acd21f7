"""Figures of periods, of trade and of every series, grouped as rules want them."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from briefgen.model.comparability import bars_between, observed, period_key
from briefgen.model.facts.fact import Status
from briefgen.model.kinds.series import SeriesObservation
from briefgen.model.kinds.trade import TradeObservation
from briefgen.model.observations import Observation, ends_of
from briefgen.records import dataclass

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator

    from briefgen.model.comparability import Bar
    from briefgen.model.facts.relation import Relation

R = TypeVar("R", bound=Observation)
T = TypeVar("T")
STANDING = frozenset({Status.ASSERTED, Status.PREFERRED, Status.DERIVED})


def claimed_figures(relation: Relation) -> Iterator[Observation]:
    """Every figure of trade or of a series that is still claimed."""
    for row in relation.facts:
        if isinstance(row, Observation) and row.status not in {Status.SUPERSEDED, Status.RETRACTED}:
            yield row


def observations(relation: Relation) -> Iterator[TradeObservation]:
    """Every trade figure that is still claimed."""
    return (row for row in claimed_figures(relation) if isinstance(row, TradeObservation))


def claims_on_one_quantity(relation: Relation) -> Iterable[list[Observation]]:
    """The claims that are made on each quantity in each period, in the order of the file."""
    return grouped(claimed_figures(relation), lambda row: (period_key(row), row.subject))


def by_period(relation: Relation) -> Iterable[list[TradeObservation]]:
    """The standing totals of trade between the parties in each period.

    Contested and superseded claims are not held against the others, nor is trade of a party with the world.
    """
    between = {party.id for party in relation.parties}
    totals = (row for row in observations(relation) if row.is_total and row.status in STANDING)
    return grouped(
        (row for row in totals if {row.exporter, row.importer} == between), lambda row: (period_key(row), row.counts)
    )


def by_statistic(relation: Relation) -> Iterable[list[TradeObservation]]:
    """The same, those of one reporter together: what different countries count does not add up."""
    for rows in by_period(relation):
        yield from grouped(rows, lambda row: row.reporter)


def series(relation: Relation) -> Iterable[list[Observation]]:
    """Standing figures of one flow and product, or of one series, from the earliest period to the latest."""
    standing = sorted(
        (row for row in claimed_figures(relation) if row.status in STANDING), key=lambda row: row.period.sort_key
    )
    return grouped(standing, lambda row: row.subject)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A figure's like in an earlier period, and what keeps the two from being compared."""

    row: Observation
    bars: tuple[Bar, ...]


def earlier_figures(relation: Relation, of: Collection[str] | None = None) -> dict[str, Earlier]:
    """Id of a figure → its like of the last period before it of the same length and season; of some figures, or all."""
    if of is not None and not of:
        return {}
    found: dict[str, Earlier] = {}
    for rows in series(relation):
        for of_one_kind in grouped(rows, lambda row: (row.period.months, row.period.season)):
            periods = list(grouped(of_one_kind, period_key))
            for before, after in pairwise(periods):
                for row in (row for row in after if of is None or row.id in of):
                    held = [Earlier(one, bars_between(observed(one), observed(row))) for one in before]
                    found[row.id] = min(held, key=lambda earlier: len(earlier.bars))
    return found


def parts_by_beginning(rows: Iterable[R]) -> dict[tuple[int, dt.date], list[R]]:
    """Months of a span and the day that it begins on → the figures of it, where both are known."""
    found: dict[tuple[int, dt.date], list[R]] = {}
    for row in rows:
        months, first = row.period.months, row.period.lower
        if months and first and row.period.has_known_bounds:
            found.setdefault((months, first), []).append(row)
    return found


def are_alike(*rows: Observation) -> bool:
    """Whether figures are in one currency, so that they can be added and compared."""
    return len({row.value.unit for row in rows}) == 1


def in_scale_of(row: TradeObservation, other: TradeObservation) -> str:
    """A figure's number as it would stand in the scale of another."""
    return f"{(row.value.base_value / other.value.scale).normalize():f}"


def grouped(rows: Iterable[T], key: Callable[[T], Hashable]) -> Iterable[list[T]]:
    """What has the same key together, in the order of the first."""
    found: defaultdict[Hashable, list[T]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found.values()


def named(row: Observation) -> str:
    """What a figure is, for a message: `2019 PAK to BLR (X)`, `2019 PAK to BLR (students)`."""
    sides = " to ".join(filter(None, ends_of(row)))
    if isinstance(row, SeriesObservation):
        return f"{row.period} {sides} ({row.indicator})"
    product = "" if row.is_total else f" of {row.code}"
    return f"{row.period} {sides} ({row.flow}){product}"
