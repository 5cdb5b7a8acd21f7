"""Nobody trades with, visits or invests in itself.

What it checks: exporter and importer, whose and towards whom, sending and host, visitor and host, investor and host.

Why it matters: the direction of a flow or visit is the fact.

Example: `sending: BLR, host: BLR`.

How to fix: name the other party.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.relation import every_fact
from briefgen.model.kinds.investments import Investment
from briefgen.model.kinds.milestones import Milestone
from briefgen.model.kinds.products import Product
from briefgen.model.kinds.series import SeriesObservation
from briefgen.model.kinds.trade import TradeObservation
from briefgen.model.kinds.visits import Visit
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def sender_differs_from_receiver(relation: Relation) -> Iterator[Finding]:
    """BG207 where both ends are one party."""
    for fact in every_fact(relation):
        for name, one, other in _ends(fact):
            if one and one == other:
                message = f"both ends are {one}: {name} and the one that receives"
                yield error("BG207", fact.at(name), message, "name the other party at one end", fact)


def _ends(fact: Fact) -> Iterator[tuple[str, str | None, str | None]]:
    if isinstance(fact, TradeObservation | Product):
        yield "exporter", fact.exporter, fact.importer
    if isinstance(fact, SeriesObservation):
        yield "whose", fact.whose, fact.towards
    if isinstance(fact, Milestone):
        yield "sending", fact.sending, fact.host
    if isinstance(fact, Investment):
        yield "investor", fact.investor, fact.host
    if isinstance(fact, Visit):
        yield "visitor", fact.visitor.party if fact.visitor else None, fact.host
