"""Both sides report nearly the same flow.

What it checks: exports as the exporter reports them against imports as the importer reports them, and a figure of a
series as its two sides report it. Imports that are
stated CIF are brought to exports that are stated FOB with the IMF's factor 1.06; else both are taken as they are.

Why it matters: 10 to 20 per cent are usual; beyond that one side's figure is of something else, and a
counterpart will say so.

Example: exports of 236 reported, imports of 557: 123 per cent after 1.06.

How to fix: state the `valuation` of both rows where the sources do. Where they still differ, mark one claim
`status: preferred`, with the reason in its note: the rule then only notes it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import Flow
from briefgen.model.facts.fact import Status
from briefgen.model.kinds.trade import TradeObservation
from briefgen.model.mirror_data import mirror_pair
from briefgen.model.values.quantity import Estimate
from briefgen.validate.finding import error, info, warning
from briefgen.validate.trade_rows import claims_on_one_quantity, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_FAR, _TOO_FAR = Decimal(25), Decimal(100)


def mirror_data_is_near(relation: Relation) -> Iterator[Finding]:
    """BG239 where mirror figures differ by more than a quarter; more than double is an error."""
    for rows in claims_on_one_quantity(relation):
        if isinstance(rows[0], TradeObservation) and rows[0].flow is not Flow.X:
            continue
        pair = mirror_pair(rows)
        discrepancy = pair.discrepancy if pair else None
        if pair is None or not isinstance(discrepancy, Estimate):
            continue
        sold, bought, apart = pair.sold, pair.bought, abs(discrepancy.value)
        if apart > _FAR:
            settled = any(row.status is Status.PREFERRED for row in rows)
            tell = info if settled else error if apart > _TOO_FAR else warning
            message = f"{named(bought)}: {bought.reporter} reports {bought.value.value}, {sold.reporter} "
            message += f"{sold.value.value}: {apart:.0f} % apart"
            hint = None if settled else "mark one as preferred, with the reason in its note"
            yield tell("BG239", bought.at("value"), message, hint, bought)
