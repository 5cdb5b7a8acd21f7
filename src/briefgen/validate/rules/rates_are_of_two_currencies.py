"""Rates are of two currencies, and above zero.

What it checks: rows of rates.csv between a currency and itself, or with a rate that may be zero or less, has no upper
bound, or has a unit of its own.

Why it matters: nothing can be converted at such a rate.

Example: `from` and `to` both USD; a rate of 0; `> 80`; `3.5 %`.

How to fix: write how many units of `to` one unit of `from` was worth: 160.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.kinds.rates import Rate
from briefgen.model.values.conversion import as_fine_as_written
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def rates_are_of_two_currencies(relation: Relation) -> Iterator[Finding]:
    """BG297 for a rate at which nothing can be converted."""
    for rate in relation.facts:
        if not isinstance(rate, Rate):
            continue
        bounds = as_fine_as_written(rate.rate).interval
        if rate.currency == rate.into:
            message = f"the rate '{rate.id}' is between {rate.currency} and itself"
            yield error("BG297", rate.at("into"), message, "name two currencies", rate)
        elif rate.rate.unit:
            message = f"the rate '{rate.id}' has a unit, '{rate.rate.unit}'"
            yield error("BG297", rate.at("rate"), message, f"write how many {rate.into} one {rate.currency} is", rate)
        elif bounds.low is None or bounds.high is None or bounds.low <= 0:
            message = f"the rate '{rate.id}' may be zero, or has no end"
            hint = f"write how many {rate.into} one {rate.currency} is, or leave the row out"
            yield error("BG297", rate.at("rate"), message, hint, rate)
