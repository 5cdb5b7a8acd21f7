"""A series keeps its basis.

What it checks: reporter, valuation, year_basis and worded_as of a figure against the period before it; of a series
that is not trade reporter and year_basis.

Why it matters: imports (CIF) after exports (FOB) alone make 6 to 10 per cent of growth that never was.

Example: 2019 worded as imports of PAK, 2020 as exports of BLR.

How to fix: find both years on one basis; until then add `TRD-BASIS` to the ignore column, and say in the note
that growth is not measured.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.model.kinds.trade import TradeObservation
from briefgen.validate.finding import warning
from briefgen.validate.trade_rows import named, series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.model.observations import Observation
    from briefgen.validate.finding import Finding


_OF_TRADE = ("reporter", "valuation", "year_basis", "worded_as")
_OF_SERIES = ("reporter", "year_basis")


def series_keep_their_basis(relation: Relation) -> Iterator[Finding]:
    """BG237 where a figure is not measured as the one before it."""
    for rows in series(relation):
        for one, other in pairwise(rows):
            for name in _basis(other) if one.period != other.period else ():
                before, after = getattr(one, name), getattr(other, name)
                if before != after:
                    what = f"{name} changes from {before or 'unknown'} to {after or 'unknown'}"
                    message = f"{named(other)}: {what} after {one.period}; growth across the two is not comparable"
                    yield warning("BG237", other.at(name), message, "find both periods on one basis", other)


def _basis(row: Observation) -> tuple[str, ...]:
    return _OF_TRADE if isinstance(row, TradeObservation) else _OF_SERIES
