"""Trade totals by period, as rules want them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.entities import TradeObservation
from briefgen.model.fact import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.relation import Relation

_STANDING = frozenset({Status.ASSERTED, Status.PREFERRED, Status.DERIVED})


def by_period(relation: Relation) -> Iterable[list[TradeObservation]]:
    """The standing totals of each period; contested and superseded claims are not held against the others."""
    periods: dict[str, list[TradeObservation]] = {}
    for row in relation.facts:
        if isinstance(row, TradeObservation) and row.scheme == "TOTAL" and row.status in _STANDING:
            periods.setdefault(row.period.text, []).append(row)
    return periods.values()
