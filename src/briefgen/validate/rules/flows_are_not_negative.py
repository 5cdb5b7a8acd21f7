"""Goods flow one way or the other.

What it checks: values of flows and turnover below zero; a balance may be. So with figures of a series, where its
indicator does not say `may_be_negative`.

Why it matters: a minus sign is a slip, or a balance filed as a flow.

Example: flow X with value -15.1.

How to fix: delete the sign, or write BALANCE, or declare in data/indicators.yaml that the indicator may be negative.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import Flow
from briefgen.model.kinds.trade import TradeObservation
from briefgen.validate.finding import error
from briefgen.validate.trade_rows import claimed_figures, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.model.observations import Observation
    from briefgen.validate.finding import Finding


def flows_are_not_negative(relation: Relation) -> Iterator[Finding]:
    """BG244 for a flow or turnover below zero."""
    for row in claimed_figures(relation):
        if row.value.value < 0 and (hint := _hint(row, relation)):
            yield error("BG244", row.at("value"), f"{named(row)} is {row.value.value}", hint, row)


def _hint(row: Observation, relation: Relation) -> str:
    """The next step where a figure cannot be negative; none where it can be."""
    if isinstance(row, TradeObservation):
        return "" if row.flow is Flow.BALANCE else "delete the sign, or write BALANCE"
    indicator = relation.indicators.get(row.indicator)
    may_be = indicator is None or indicator.may_be_negative
    return "" if may_be else f"delete the sign, or declare '{row.indicator}' with 'may_be_negative: true'"
