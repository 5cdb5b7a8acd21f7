"""Figures of periods, whatever they are of: trade, and every series.

What views and rules ask of a row that is one claim about one quantity in one period, they ask here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from briefgen.model.facts.controlled_vocabularies import Flow
from briefgen.model.kinds.series import SeriesObservation
from briefgen.model.kinds.trade import TradeObservation

if TYPE_CHECKING:
    from collections.abc import Hashable

Observation: TypeAlias = TradeObservation | SeriesObservation
"""One row, one claim."""


def subject_of(row: Observation) -> Hashable:
    """What a claim is about, whatever the period; turnover has no direction."""
    match row:
        case TradeObservation():
            pair = (
                frozenset((row.exporter, row.importer)) if row.flow is Flow.TURNOVER else (row.exporter, row.importer)
            )
            return "trade", pair, row.flow, row.scheme, row.code, row.counts
        case SeriesObservation():
            return "series", *row.subject


def counts_the_whole(row: Observation) -> bool:
    """Whether it counts all there is, and not a part such as one product."""
    return row.is_total if isinstance(row, TradeObservation) else True


def ends_of(row: Observation) -> tuple[str, str | None]:
    """Where what it counts comes from, and where it goes."""
    match row:
        case TradeObservation():
            return row.exporter, row.importer
        case SeriesObservation():
            return row.whose, row.towards
