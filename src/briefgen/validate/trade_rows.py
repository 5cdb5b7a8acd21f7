"""Trade figures grouped as rules want them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.fact import Status
from briefgen.model.kinds.trade import TradeObservation

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from briefgen.model.facts.relation import Relation

STANDING = frozenset({Status.ASSERTED, Status.PREFERRED, Status.DERIVED})


def observations(relation: Relation) -> Iterator[TradeObservation]:
    """Every trade figure that is still claimed."""
    for row in relation.facts:
        if isinstance(row, TradeObservation) and row.status not in {Status.SUPERSEDED, Status.RETRACTED}:
            yield row


def by_period(relation: Relation) -> Iterable[list[TradeObservation]]:
    """The standing totals of trade between the parties in each period.

    Contested and superseded claims are not held against the others, nor is trade of a party with the world.
    """
    between = {party.id for party in relation.parties}
    totals = (row for row in observations(relation) if row.is_total and row.status in STANDING)
    return grouped(
        (row for row in totals if {row.exporter, row.importer} == between), lambda row: (row.period.text, row.counts)
    )


def series(relation: Relation) -> Iterable[list[TradeObservation]]:
    """Standing figures of one flow and product, from the earliest period to the latest."""
    standing = sorted(
        (row for row in observations(relation) if row.status in STANDING), key=lambda row: row.period.sort_key
    )
    return grouped(standing, lambda row: row.subject)


def are_alike(*rows: TradeObservation) -> bool:
    """Whether figures are in one currency, so that they can be added and compared."""
    return len({row.value.unit for row in rows}) == 1


def in_scale_of(row: TradeObservation, other: TradeObservation) -> str:
    """A figure's number as it would stand in the scale of another."""
    return f"{(row.value.base_value / other.value.scale).normalize():f}"


def grouped(
    rows: Iterable[TradeObservation], key: Callable[[TradeObservation], Hashable]
) -> Iterable[list[TradeObservation]]:
    """Rows with the same key together, in the order of their first."""
    found: dict[Hashable, list[TradeObservation]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found.values()


def named(row: TradeObservation) -> str:
    """What a figure is, for a message: `2019 PAK to BLR (X)`."""
    product = "" if row.is_total else f" of {row.code}"
    return f"{row.period} {row.exporter} to {row.importer} ({row.flow}){product}"
