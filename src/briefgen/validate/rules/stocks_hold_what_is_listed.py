"""A stock holds what is listed.

What it checks: the agreements of the kinds that a stock counts, against its count; with `list_complete: true`
both must be equal.

Why it matters: a brief that says "3 agreements" above a list of 5 is not believed.

Example: 5 agreements listed, the stock says 3.

How to fix: correct the count, complete the list, or set `list_complete: false`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import DOCUMENTS, AgreementKind
from briefgen.model.kinds.agreements import Agreement
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def stocks_hold_what_is_listed(relation: Relation) -> Iterator[Finding]:
    """BG230 where more is listed than counted, or less of a list that is called complete."""
    agreements = [fact for fact in relation.facts if isinstance(fact, Agreement)]
    for stock in agreements:
        if stock.kind is not AgreementKind.STOCK or stock.count is None:
            continue
        listed = Decimal(sum(_counts(stock, fact) for fact in agreements))
        bounds = stock.count.interval
        too_many = bounds.high is not None and listed > bounds.high
        too_few = stock.list_complete and not bounds.holds(listed)
        if too_many or too_few:
            message = f"'{stock.id}' counts {stock.count.value}, {listed} are listed"
            yield warning("BG230", stock.at("count"), message, "correct the count, or complete the list", stock)


def _counts(stock: Agreement, fact: Agreement) -> bool:
    return fact.kind in DOCUMENTS and (not stock.kinds or fact.kind in stock.kinds)
