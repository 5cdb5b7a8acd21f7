"""A series has no gaps.

What it checks: years, fiscal years, half-years, quarters and months between the first and the last total of a flow,
or figure of a series.

Why it matters: a line across a gap shows a development that nobody measured.

Example: figures of 2016 and 2018, none of 2017.

How to fix: add the missing year, or let the chart break there.
"""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from briefgen.model.observations import counts_the_whole
from briefgen.model.values.date import Precision
from briefgen.model.values.period import periods_between
from briefgen.validate.finding import info
from briefgen.validate.trade_rows import grouped, named, series

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.model.observations import Observation
    from briefgen.validate.finding import Finding

_MOST_MISSING = 10_000
"""Periods of a gap that are looked at: whoever types a year wrong leaves a wide one."""


def series_have_no_gaps(relation: Relation) -> Iterator[Finding]:
    """BG242 where periods are missing between two totals."""
    for rows in series(relation):
        totals = filter(counts_the_whole, rows)
        for of_one_kind in grouped(totals, _kind_of_period):
            for one, other in pairwise(of_one_kind):
                missing = list(islice(periods_between(one.period, other.period), _MOST_MISSING))
                if missing:
                    what = str(missing[0]) if len(missing) == 1 else f"{missing[0]} to {missing[-1]}"
                    message = f"{named(other)}: there is no figure for {what}"
                    yield info("BG242", other.at("period"), message, "add it, or do not draw a line across", other)


def _kind_of_period(row: Observation) -> Hashable:
    """Years with years and months with months; fiscal years that begin on one day."""
    is_fiscal = row.period.precision is Precision.FISCAL_YEAR
    return row.period.precision, row.period.season if is_fiscal else None
