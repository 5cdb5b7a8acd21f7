"""Both directions add up to the turnover.

What it checks: per period and reporter, the sum of the two flows against the stated turnover, with the rounding
of all three (interval arithmetic).

Why it matters: a brief that prints three figures which do not add up is not believed.

Example: 15.1 + 35.1 with a turnover of 50.9.

How to fix: compare the three rows with their sources; keep contradicting sources as claims of their own with a
status.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import Flow
from briefgen.model.values.quantity import Interval
from briefgen.validate.finding import error
from briefgen.validate.trade_rows import are_alike, by_statistic, in_scale_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def flows_add_up(relation: Relation) -> Iterator[Finding]:
    """BG204 where the sum cannot be the turnover."""
    for rows in by_statistic(relation):
        flows = [row for row in rows if row.flow is Flow.X]
        if {(row.exporter, row.importer) for row in flows} != _both_ways(relation) or len(flows) != len(
            relation.parties
        ):
            continue
        total = Interval(Decimal(0), Decimal(0))
        for row in flows:
            total += row.value.interval
        for row in rows:
            if row.flow is Flow.TURNOVER and are_alike(row, *flows) and not total.meets(row.value.interval):
                parts = " + ".join(in_scale_of(flow, row) for flow in flows)
                summed = sum((flow.value.base_value for flow in flows), Decimal(0)) / row.value.scale
                message = f"{row.period}: {parts} = {summed.normalize():f}, but the turnover is {row.value.value}"
                yield error("BG204", row.at("value"), message, "compare the rows with their sources", row)


def _both_ways(relation: Relation) -> set[tuple[str, str]]:
    one, other = (party.id for party in relation.parties)
    return {(one, other), (other, one)}
