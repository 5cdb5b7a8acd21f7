"""A series has no gaps.

What it checks: years between the first and the last total of a flow, or figure of a series.

Why it matters: a line across a gap shows a development that nobody measured.

Example: figures of 2016 and 2018, none of 2017.

How to fix: add the missing year, or let the chart break there.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.model.observations import counts_the_whole
from briefgen.validate.finding import info
from briefgen.validate.trade_rows import named, series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def series_have_no_gaps(relation: Relation) -> Iterator[Finding]:
    """BG242 where years are missing between two totals."""
    for rows in series(relation):
        for one, other in pairwise(filter(counts_the_whole, rows)):
            if one.period.year and other.period.year and other.period.year - one.period.year > 1:
                missing = range(one.period.year + 1, other.period.year)
                what = str(missing[0]) if len(missing) == 1 else f"{missing[0]} to {missing[-1]}"
                message = f"{named(other)}: there is no figure for {what}"
                yield info("BG242", other.at("period"), message, "add it, or do not draw a line across", other)
