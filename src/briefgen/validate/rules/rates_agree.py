"""Rates of one period agree.

What it checks: rates between two currencies in one period, told from either side, whose values do not meet.

Why it matters: an amount is converted at one of them; which one must be a decision. Where none is preferred, nothing is
converted.

Example: 160.2 rupees to the dollar for 2020 from one bank, and 0.0071 dollars to the rupee for 2020 from another.

How to fix: mark one row `status: preferred` and say why in its note; what proved wrong is `superseded` or `retracted`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.model.facts.fact import Status
from briefgen.model.kinds.rates import Rate
from briefgen.model.values.conversion import as_fine_as_written, converted
from briefgen.model.values.quantity import Interval, Quantity
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def rates_agree(relation: Relation) -> Iterator[Finding]:
    """BG296 for a rate that differs from the first of its period, with none preferred."""
    for rates in _of_one_pair_and_period(relation):
        if any(rate.status is Status.PREFERRED for rate in rates):
            continue
        first, *others = rates
        for rate in others:
            if not _seen_from(rate, first.currency).meets(_seen_from(first, first.currency)):
                message = f"{rate.period}: {_told(rate)} here, {_told(first)} in '{first.id}', none preferred"
                yield warning("BG296", rate.at("rate"), message, "mark one as preferred and say why in its note", rate)


def _of_one_pair_and_period(relation: Relation) -> list[list[Rate]]:
    """Rates that stand, together where they are of the same two currencies and the same days."""
    found: dict[object, list[Rate]] = {}
    for fact in relation.facts:
        if isinstance(fact, Rate) and fact.status not in {Status.SUPERSEDED, Status.RETRACTED}:
            days = (fact.period.lower, fact.period.upper, fact.period.precision)
            found.setdefault((frozenset({fact.currency, fact.into}), days), []).append(fact)
    return list(found.values())


def _seen_from(rate: Rate, currency: str) -> Interval:
    """All that a rate can mean, as the worth of one unit of a currency."""
    if rate.currency == currency:
        return as_fine_as_written(rate.rate).interval
    turned = converted(Quantity(Decimal(1), unit=rate.into), rate.rate, rate.currency, inverse=True)
    return turned.interval if turned else Interval(None, None)


def _told(rate: Rate) -> str:
    return f"1 {rate.currency} = {rate.rate.value} {rate.into}"
