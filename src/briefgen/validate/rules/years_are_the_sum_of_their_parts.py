"""A year is the sum of its months.

What it checks: a span that is entered, such as a year or a quarter, against the sum of its months, quarters or
half-years, where all of them are on record, of one flow or series, one reporter and one basis; with the rounding of all
figures (interval arithmetic). Stocks and shares do not add up.

Why it matters: briefs print years beside months: who adds them up finds another figure.

Example: twelve months of 2019 that make 52.1, and 50.2 for the year.

How to fix: compare the rows with their sources. Where months were corrected since, enter them as they are now, or keep
the old year as `superseded`.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.model.comparability import basis_of
from briefgen.model.facts.controlled_vocabularies import YearBasis
from briefgen.model.facts.declared_indicators import PER_CENT
from briefgen.model.kinds.series import SeriesObservation
from briefgen.model.mirror_data import ranked
from briefgen.model.values.quantity import Interval
from briefgen.validate.finding import warning
from briefgen.validate.trade_rows import STANDING, claimed_figures, grouped, named, parts_by_beginning

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from briefgen.model.facts.relation import Relation
    from briefgen.model.observations import Observation
    from briefgen.validate.finding import Finding

_PARTS = {6: "half-years", 3: "quarters", 1: "months"}
"""Months of a part → what such parts are called, the fewest first."""


def years_are_the_sum_of_their_parts(relation: Relation) -> Iterator[Finding]:
    """BG298 where the sum of all parts cannot be what is entered for the whole."""
    flows = (row for row in claimed_figures(relation) if row.status in STANDING and _adds_up(row, relation))
    for rows in grouped(flows, _of_one_measure):
        known = parts_by_beginning(rows)
        for row in rows:
            found = ((name, parts) for months, name in _PARTS.items() if (parts := _parts_of(row, months, known)))
            odd = next(((name, parts) for name, parts in found if not _may_be(row, parts)), None)
            if odd:
                name, parts = odd
                summed = sum((part.value.base_value for part in parts), Decimal(0)) / row.value.scale
                message = f"{named(row)} is {row.value.value}, and its {len(parts)} {name} add up to {summed:f}"
                yield warning("BG298", row.at("value"), message, "compare the rows with their sources", row)


def _adds_up(row: Observation, relation: Relation) -> bool:
    """Whether figures of its kind make that of a longer span; a balance does, a share and a stock do not."""
    if row.value.unit == PER_CENT:
        return False
    indicator = relation.indicators.get(row.indicator) if isinstance(row, SeriesObservation) else None
    return indicator is None or not indicator.is_stock


def _of_one_measure(row: Observation) -> Hashable:
    """What rows of one flow or series and of one basis have in common, whichever year they count."""
    basis = basis_of(row)
    return row.subject, row.value.unit, basis.reporter, basis.valuation, basis.side, basis.counts


def _parts_of(
    row: Observation, months: int, known: dict[tuple[int, dt.date], list[Observation]]
) -> Sequence[Observation]:
    """The parts of a span of so many months each, of which the claim that counts most; none where one is missing.

    Of a year that nobody calls a calendar year, it is not known which months it has.
    """
    whole, first = row.period.months, row.period.lower
    if whole is None or first is None or months >= whole or whole % months or not row.period.has_known_bounds:
        return ()
    if row.period.is_in_years and row.year_basis is YearBasis.FISCAL:
        return ()
    starts = [_later(first, step) for step in range(0, whole, months)]
    found = [ranked(known.get((months, start), ())) for start in starts]
    return [claims[0] for claims in found if claims] if all(found) else ()


def _later(first: dt.date, months: int) -> dt.date:
    years, month = divmod(first.month - 1 + months, 12)
    return dt.date(first.year + years, month + 1, 1)


def _may_be(row: Observation, parts: Sequence[Observation]) -> bool:
    total = Interval(Decimal(0), Decimal(0))
    for part in parts:
        total += part.value.interval
    return total.meets(row.value.interval)
