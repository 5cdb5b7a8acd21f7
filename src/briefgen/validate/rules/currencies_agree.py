"""Currencies of one period agree.

What it checks: the totals of trade between the parties in one period for more than one currency, and the figures of a
series in money.

Why it matters: what is in two currencies is not added, compared, shared or drawn on one axis: no turnover, balance,
share or change is computed of it, and a chart of it needs a panel for each.

Example: exports of 15.1 million USD beside a turnover of 50.2 million EUR.

How to fix: take all figures of a period from one source, or enter them converted, with the rate in a note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.kinds.series import SeriesObservation
from briefgen.validate.finding import warning
from briefgen.validate.trade_rows import are_alike, by_period, grouped, named, series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.facts.relation import Relation
    from briefgen.model.observations import Observation
    from briefgen.validate.finding import Finding


def currencies_agree(relation: Relation) -> Iterator[Finding]:
    """BG293 for a period of trade, or a series, whose figures are in more than one currency."""
    for rows in by_period(relation):
        if not are_alike(*rows):
            used = grouped(rows, lambda row: row.value.unit)
            told = "; ".join(f"{of[0].value.unit}: {_names(of)}" for of in used)
            odd = min(used, key=len)[0]
            message = f"{odd.period}: trade is told in more than one currency ({told})"
            hint = "take the period's figures from one source, or convert them and say so in the note"
            yield warning("BG293", odd.at("currency"), message, hint, odd)
    for figures in series(relation):
        if isinstance(figures[0], SeriesObservation) and not are_alike(*figures):
            used_in = grouped(figures, lambda row: row.value.unit)
            told = "; ".join(f"{of[0].value.unit}: {_names(of)}" for of in used_in)
            first = min(used_in, key=len)[0]
            message = f"{named(first)}: the series is told in more than one currency ({told})"
            hint = "take its figures from one source, or convert them and say so in the note"
            yield warning("BG293", first.at("unit"), message, hint, first)


def _names(rows: Sequence[Observation]) -> str:
    return ", ".join(f"'{row.id}'" for row in rows)
