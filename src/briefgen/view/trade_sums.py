"""Complete months, quarters or half-years of trade, added up to the calendar year that nobody entered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.model.comparability import SpanLength, basis_of, basis_of_sum, span_length
from briefgen.model.mirror_data import ranked
from briefgen.model.origin import Origin
from briefgen.model.values.arithmetic import signed_sum
from briefgen.model.values.date import parse_date
from briefgen.model.view import Figure
from briefgen.view.claims import stated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefgen.model.audience_choices import ClaimChoice
    from briefgen.model.kinds.trade import TradeObservation
    from briefgen.model.values.date import Date

_A_YEAR = 12
_NAMED = {SpanLength.HALF_YEAR: "half-years", SpanLength.QUARTER: "quarters", SpanLength.MONTH: "months"}
"""The parts that a year can be made of, the fewest first."""


@dataclass(slots=True)
class PartsOfYear:
    """The rows of one calendar year's parts, by the length of the part and the month that it begins in."""

    rows: dict[SpanLength, dict[int, list[TradeObservation]]] = field(default_factory=dict)

    def complete(self) -> Iterator[tuple[SpanLength, list[list[TradeObservation]]]]:
        """Each set of parts that makes up the whole year, the one of the fewest parts first."""
        for length in _NAMED:
            parts = self.rows.get(length, {})
            if parts and len(parts) == _A_YEAR // _months_of(parts):
                yield length, [parts[month] for month in sorted(parts)]

    @property
    def is_complete(self) -> bool:
        """Whether there is such a set."""
        return next(self.complete(), None) is not None

    @property
    def totals(self) -> list[TradeObservation]:
        """All of their rows, of those parts that make up the whole year."""
        return [row for _, parts in self.complete() for part in parts for row in part]

    @property
    def year(self) -> Date:
        """The year that they make up; in doubt where a part of it is."""
        rows = self.totals
        doubt = "?" if any(row.period.uncertain for row in rows) else ""
        first = rows[0].period.lower
        return parse_date(f"{first.year if first else 0:04d}{doubt}")


def _months_of(parts: dict[int, list[TradeObservation]]) -> int:
    return next(iter(parts.values()))[0].period.months or _A_YEAR


def parts_by_year(rows: Sequence[TradeObservation]) -> dict[int, PartsOfYear]:
    """Calendar year → the totals of its half-years, quarters and months."""
    found: dict[int, PartsOfYear] = {}
    for row in rows:
        length, first = span_length(row.period), row.period.lower
        months = row.period.months
        if row.is_total and first and months and length in _NAMED and (first.month - 1) % months == 0:
            year = found.setdefault(first.year, PartsOfYear())
            year.rows.setdefault(length, {}).setdefault(first.month, []).append(row)
    return found


def sum_of_parts(
    year: Date,
    parts: PartsOfYear,
    wanted: Callable[[TradeObservation], bool],
    how: ClaimChoice,
    disputed: frozenset[str],
) -> Figure | None:
    """One quantity of a year as the sum of all its parts, where all of them are there and rest on one basis."""
    for length, rows in parts.complete():
        of_quantity = [[row for row in part if wanted(row)] for part in rows]
        for basis in dict.fromkeys(basis_of(row) for row in ranked(of_quantity[0])):
            claims = [[row for row in part if basis_of(row) == basis] for part in of_quantity]
            figures = [figure for part in claims if (figure := stated(part, how, disputed))]
            if len(figures) == len(rows) and (summed := added_up(year, figures, length)):
                return summed
    return None


def added_up(year: Date, figures: Sequence[Figure], length: SpanLength) -> Figure | None:
    """The figures of all parts of a year, of trade or of any series, as that of the year; None of unlike ones."""
    basis = basis_of_sum([figure.basis for figure in figures])
    quantity = signed_sum([(1, figure.quantity) for figure in figures])
    if quantity is None or basis is None:
        return None
    facts = dict.fromkeys(fact for figure in figures for fact in figure.origin.facts)
    origin = Origin(tuple(facts), f"sum of {len(figures)} {_NAMED[length]} of {year.year}")
    contested = any(figure.contested for figure in figures)
    return Figure(quantity, origin, derived=True, period=year, contested=contested, basis=basis, summed_from=length)
