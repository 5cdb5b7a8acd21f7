"""The balance fits the flows.

What it checks: per period and reporter, a stated balance (exporter minus importer) against the difference of the two
flows, with their rounding.

Why it matters: a balance of the wrong size, or for the wrong side, is the first thing a counterpart will notice.

Example: a surplus for PAK while BLR exports more.

How to fix: compare the rows with their sources; the exporter of a BALANCE row is the side in surplus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import Flow
from briefgen.validate.finding import error
from briefgen.validate.trade_rows import are_alike, by_statistic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def balance_fits_flows(relation: Relation) -> Iterator[Finding]:
    """BG205 where the difference cannot be the balance."""
    for rows in by_statistic(relation):
        flows = {row.exporter: row for row in rows if row.flow is Flow.X}
        for row in rows:
            if row.flow is not Flow.BALANCE or row.exporter not in flows or row.importer not in flows:
                continue
            if not are_alike(row, flows[row.exporter], flows[row.importer]):
                continue
            ahead, behind = flows[row.exporter].value, flows[row.importer].value
            if not (ahead.interval - behind.interval).meets(row.value.interval):
                difference = (ahead.base_value - behind.base_value) / row.value.scale
                message = f"{row.period}: the balance of {row.exporter} is {row.value.value}, but its flows differ by "
                message += f"{difference.normalize():f}"
                yield error(
                    "BG205", row.at("value"), message, "the exporter of a BALANCE row is the side in surplus", row
                )
