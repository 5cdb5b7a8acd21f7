"""One flow as both sides report it. Briefs print how far the reports lie apart, and a check tells it: the same answer.

The factor for insurance and freight is taken off where the rows state what it stands for: imports at the importer's
border (CIF) against exports at the exporter's (FOB). Reports that are valued alike are compared as they are; so are
those whose valuation is not stated, for a correction on a guess would be of the size of what is looked for.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Generic, TypeVar

from briefgen.model.facts.controlled_vocabularies import Valuation
from briefgen.model.facts.fact import Fact, Status
from briefgen.model.kinds.trade import TradeObservation
from briefgen.model.observations import Observation, ends_of
from briefgen.model.values.indicators import CIF_OVER_FOB, mirror_discrepancy
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.values.indicators import Result

F = TypeVar("F", bound=Fact)
R = TypeVar("R", bound=Observation)


@dataclass(frozen=True, slots=True)
class MirrorPair(Generic[R]):
    """Two reports of one flow, of goods or of anything else."""

    sold: R
    """As the exporter, or whose it is, reports it."""
    bought: R
    """As the importer does, or the side that receives."""

    @property
    def freight(self) -> Decimal:
        """What the valuation of the imports adds to that of the exports: `CIF_OVER_FOB`, or 1."""
        sold, bought = self.sold, self.bought
        if not isinstance(sold, TradeObservation) or not isinstance(bought, TradeObservation):
            return Decimal(1)
        differ = bought.valuation is Valuation.CIF and sold.valuation is Valuation.FOB
        return CIF_OVER_FOB if differ else Decimal(1)

    @property
    def discrepancy(self) -> Result:
        """By how much the imports exceed the exports, in per cent, or why that cannot be said."""
        return mirror_discrepancy(self.bought.value, self.sold.value, self.freight)


def mirror_pair(rows: Iterable[R]) -> MirrorPair[R] | None:
    """Of the claims on one flow in one period, the one of each side that counts most; None where a side has none."""
    claimed = [row for row in ranked(rows) if row.status not in {Status.SUPERSEDED, Status.RETRACTED}]
    sold = next((row for row in claimed if row.reporter and row.reporter == ends_of(row)[0]), None)
    bought = next((row for row in claimed if row.reporter and row.reporter == ends_of(row)[1]), None)
    return MirrorPair(sold, bought) if sold and bought else None


def ranked(rows: Iterable[F]) -> list[F]:
    """The preferred claim first, then those that stand, in the order of the file."""
    return sorted(rows, key=lambda row: _RANK[row.status])


_RANK = {status: rank for rank, status in enumerate((
    Status.PREFERRED, Status.ASSERTED, Status.DERIVED, Status.CONTESTED, Status.SUPERSEDED, Status.RETRACTED,
))}  # fmt: skip
