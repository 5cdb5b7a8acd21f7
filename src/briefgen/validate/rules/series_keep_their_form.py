"""A series keeps to one kind of year.

What it checks: the periods of one flow and product, or of one series, in one reporter's rows and one unit. Months,
quarters, half-years and other spans within a calendar year may stand beside calendar years, as parts of them; fiscal
years stand alone, and so do spans of several years. Of a stock each figure stands for a time of its own, whatever its
period is written as.

Why it matters: `2011-12` is December 2011 and `2012-13` a fiscal year: a series of both is a slip of the pen, and what
is computed from it is wrong.

Example: 2010-11, 2011-12 and 2012-13 in one series: two months and a fiscal year.

How to fix: write fiscal years as FY2011-12, or put `fiscal` into year_basis; where two kinds of years are meant, say in
`reporter` whose figures each of them are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.kinds.series import SeriesObservation
from briefgen.model.values.date import Precision
from briefgen.validate.finding import error
from briefgen.validate.trade_rows import claimed_figures, grouped, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.model.observations import Observation
    from briefgen.model.values.date import Date
    from briefgen.validate.finding import Finding

_MONTHS_OF_YEAR = 12
_YEAR, _PART, _FISCAL = "a calendar year", "a part of a calendar year", "a fiscal year"


def series_keep_their_form(relation: Relation) -> Iterator[Finding]:
    """BG294 for the first figure of a series whose period is of another kind than those before it."""
    flows = (row for row in claimed_figures(relation) if not _is_of_a_stock(row, relation))
    for rows in grouped(flows, lambda row: (row.subject, row.reporter, row.value.unit)):
        first = rows[0]
        odd = next((row for row in rows if not _go_together(first.period, row.period)), None)
        if odd:
            message = f"{named(odd)} counts {_form(odd.period)}, '{first.id}' in line {first.place.line} "
            message += f"{_form(first.period)} ({first.period})"
            hint = "write fiscal years as FY2011-12; name the reporter of each where both are meant"
            yield error("BG294", odd.at("period"), message, hint, odd)


def _is_of_a_stock(row: Observation, relation: Relation) -> bool:
    indicator = relation.indicators.get(row.indicator) if isinstance(row, SeriesObservation) else None
    return indicator is not None and indicator.is_stock


def _go_together(one: Date, other: Date) -> bool:
    forms = {_form(one), _form(other)}
    return len(forms) == 1 or forms == {_YEAR, _PART}


def _form(period: Date) -> str:
    """What kind of span a period is, as a message says it."""
    if period.precision is Precision.FISCAL_YEAR:
        return _FISCAL
    if period.precision is Precision.YEAR:
        return _YEAR
    if period.year is not None:
        return _YEAR if period.months == _MONTHS_OF_YEAR else _PART
    if period.months == _MONTHS_OF_YEAR:
        return _FISCAL
    return f"a span of {period.months} months" if period.months else "a span of no known length"
