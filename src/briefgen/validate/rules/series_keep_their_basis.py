"""A series keeps its basis.

What it checks: reporter, valuation, year_basis and worded_as of a figure against the figures before it of periods of
the same length, in the same currency; of a series that is not trade reporter and year_basis.

Why it matters: imports (CIF) after exports (FOB) alone make 6 to 10 per cent of growth that never was.

Example: 2019 worded as imports of PAK, 2020 as exports of BLR.

How to fix: find both years on one basis. Until then briefs print both figures and name no change; add `TRD-BASIS` to
the ignore column, and say why in the note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.comparability import period_key
from briefgen.model.facts.controlled_vocabularies import Flow
from briefgen.model.kinds.trade import TradeObservation
from briefgen.validate.finding import warning
from briefgen.validate.trade_rows import grouped, named, series

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.model.observations import Observation
    from briefgen.validate.finding import Finding


def series_keep_their_basis(relation: Relation) -> Iterator[Finding]:
    """BG237 where a figure is not measured as any before it; once for each change."""
    for rows in series(relation):
        for of_one_kind in grouped(rows, lambda row: (row.period.months, row.period.season, row.value.unit)):
            known: dict[Hashable, Observation] = {}
            last = of_one_kind[0]
            for row in of_one_kind:
                if _basis(row) not in known and known and period_key(row) != period_key(last):
                    yield _told(last, row)
                known.setdefault(_basis(row), row)
                last = row


def _basis(row: Observation) -> tuple[tuple[str, object], ...]:
    """What a figure rests on, by the column that says it; a turnover and a balance are mixed by nature."""
    of_any = (("reporter", row.reporter), ("year_basis", row.year_basis))
    if not isinstance(row, TradeObservation) or row.flow is not Flow.X:
        return of_any
    return (*of_any, ("valuation", row.valuation), ("worded_as", row.worded_as))


def _told(one: Observation, other: Observation) -> Finding:
    pairs = zip(_basis(one), _basis(other), strict=True)
    changed = [(name, before, after) for (name, before), (_, after) in pairs if before != after]
    told = (f"{name} changes from {before or 'unknown'} to {after or 'unknown'}" for name, before, after in changed)
    message = f"{named(other)}: {' and '.join(told)} after {one.period}; the two are not compared"
    return warning("BG237", other.at(changed[0][0]), message, "find both periods on one basis", other)
