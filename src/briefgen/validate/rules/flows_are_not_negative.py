"""Goods flow one way or the other.

What it checks: values of flows and turnover below zero; a balance may be.

Why it matters: a minus sign is a slip, or a balance filed as a flow.

Example: flow X with value -15.1.

How to fix: delete the sign, or write BALANCE.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import Flow
from briefgen.validate.finding import error
from briefgen.validate.trade_rows import named, observations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def flows_are_not_negative(relation: Relation) -> Iterator[Finding]:
    """BG244 for a flow or turnover below zero."""
    for row in observations(relation):
        if row.flow is not Flow.BALANCE and row.value.value < 0:
            message = f"{named(row)} is {row.value.value}"
            yield error("BG244", row.at("value"), message, "delete the sign, or write BALANCE", row)
