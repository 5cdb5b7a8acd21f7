"""Figures of periods, of trade and of every series, grouped as rules want them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from briefgen.model.facts.fact import Status
from briefgen.model.kinds.series import SeriesObservation
from briefgen.model.kinds.trade import TradeObservation
from briefgen.model.observations import Observation, ends_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from briefgen.model.facts.relation import Relation

R = TypeVar("R", bound=Observation)
STANDING = frozenset({Status.ASSERTED, Status.PREFERRED, Status.DERIVED})


def claimed(relation: Relation) -> Iterator[Observation]:
    """Every figure of trade or of a series that is still claimed."""
    for row in relation.facts:
        if isinstance(row, Observation) and row.status not in {Status.SUPERSEDED, Status.RETRACTED}:
            yield row


def observations(relation: Relation) -> Iterator[TradeObservation]:
    """Every trade figure that is still claimed."""
    return (row for row in claimed(relation) if isinstance(row, TradeObservation))


def claims_on_one_quantity(relation: Relation) -> Iterable[list[Observation]]:
    """The claims that are made on each quantity in each period, in the order of the file."""
    return grouped(claimed(relation), lambda row: (row.period, row.subject))


def by_period(relation: Relation) -> Iterable[list[TradeObservation]]:
    """The standing totals of trade between the parties in each period.

    Contested and superseded claims are not held against the others, nor is trade of a party with the world.
    """
    between = {party.id for party in relation.parties}
    totals = (row for row in observations(relation) if row.is_total and row.status in STANDING)
    return grouped(
        (row for row in totals if {row.exporter, row.importer} == between), lambda row: (row.period.text, row.counts)
    )


def series(relation: Relation) -> Iterable[list[Observation]]:
    """Standing figures of one flow and product, or of one series, from the earliest period to the latest."""
    standing = sorted((row for row in claimed(relation) if row.status in STANDING), key=lambda row: row.period.sort_key)
    return grouped(standing, lambda row: row.subject)


def are_alike(*rows: Observation) -> bool:
    """Whether figures are in one currency, so that they can be added and compared."""
    return len({row.value.unit for row in rows}) == 1


def in_scale_of(row: TradeObservation, other: TradeObservation) -> str:
    """A figure's number as it would stand in the scale of another."""
    return f"{(row.value.base_value / other.value.scale).normalize():f}"


def grouped(rows: Iterable[R], key: Callable[[R], Hashable]) -> Iterable[list[R]]:
    """Rows with the same key together, in the order of their first."""
    found: dict[Hashable, list[R]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found.values()


def named(row: Observation) -> str:
    """What a figure is, for a message: `2019 PAK to BLR (X)`, `2019 PAK to BLR (students)`."""
    sides = " to ".join(filter(None, ends_of(row)))
    if isinstance(row, SeriesObservation):
        return f"{row.period} {sides} ({row.indicator})"
    product = "" if row.is_total else f" of {row.code}"
    return f"{row.period} {sides} ({row.flow}){product}"
