"""Currencies of one period agree.

What it checks: the totals of trade between the parties in one period for more than one currency.

Why it matters: what is in two currencies is not added, compared, shared or drawn on one axis: no turnover, balance,
share or change is computed of it, and a chart of it needs a panel for each.

Example: exports of 15.1 million USD beside a turnover of 50.2 million EUR.

How to fix: take all figures of a period from one source, or enter them converted, with the rate in a note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.validate.finding import warning
from briefgen.validate.trade_rows import are_alike, by_period, grouped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.model.kinds.trade import TradeObservation
    from briefgen.validate.finding import Finding


def currencies_agree(relation: Relation) -> Iterator[Finding]:
    """BG293 for a period whose figures are in more than one currency."""
    for rows in by_period(relation):
        if not are_alike(*rows):
            used = grouped(rows, lambda row: row.value.unit)
            told = "; ".join(f"{of[0].value.unit}: {_names(of)}" for of in used)
            odd = min(used, key=len)[0]
            message = f"{odd.period}: trade is told in more than one currency ({told})"
            hint = "take the period's figures from one source, or convert them and say so in the note"
            yield warning("BG293", odd.at("currency"), message, hint, odd)


def _names(rows: list[TradeObservation]) -> str:
    return ", ".join(f"'{row.id}'" for row in rows)
