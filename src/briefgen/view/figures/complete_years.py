"""Complete months, quarters or half-years of trade or of any series, added up to the year that nobody entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from briefgen.model.comparability import SpanLength, basis_of_sum, span_length
from briefgen.model.origin import Origin
from briefgen.model.values.arithmetic import signed_sum
from briefgen.model.values.date import parse_date
from briefgen.model.view import Figure
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefgen.model.values.date import Date

T = TypeVar("T")
_A_YEAR = 12
_NAMED = {SpanLength.HALF_YEAR: "half-years", SpanLength.QUARTER: "quarters", SpanLength.MONTH: "months"}
"""The parts that a year can be made of, the fewest first."""


@dataclass(slots=True)
class PartsOfYear(Generic[T]):
    """What is on record of one calendar year's parts, by the length of the part and the month that it begins in."""

    found: dict[SpanLength, dict[int, list[T]]] = field(default_factory=dict)
    doubtful: set[SpanLength] = field(default_factory=set)
    """Lengths of parts of which one is of an uncertain period."""

    def complete(self) -> Iterator[tuple[SpanLength, list[list[T]]]]:
        """Each set of parts that makes up the whole year, the one of the fewest parts first."""
        for length in _NAMED:
            parts = self.found.get(length, {})
            if parts and len(parts) == _A_YEAR // _MONTHS[length]:
                yield length, [parts[month] for month in sorted(parts)]

    @property
    def is_complete(self) -> bool:
        """Whether there is such a set."""
        return next(self.complete(), None) is not None

    @property
    def every(self) -> list[T]:
        """All of those parts that make up the whole year."""
        return [one for _, parts in self.complete() for part in parts for one in part]

    def year(self, number: int) -> Date:
        """The year that they make up; in doubt where a part of it is."""
        doubt = "?" if any(length in self.doubtful for length, _ in self.complete()) else ""
        return parse_date(f"{number:04d}{doubt}")


_MONTHS = {SpanLength.HALF_YEAR: 6, SpanLength.QUARTER: 3, SpanLength.MONTH: 1}


def parts_by_year(found: Iterable[T], period_of: Callable[[T], Date]) -> dict[int, PartsOfYear[T]]:
    """Calendar year → what is of its half-years, quarters and months; what begins within one is no part."""
    years: dict[int, PartsOfYear[T]] = {}
    for one in found:
        period = period_of(one)
        length, first, months = span_length(period), period.lower, period.months
        if first and months and _MONTHS.get(length) == months and (first.month - 1) % months == 0:
            year = years.setdefault(first.year, PartsOfYear())
            year.found.setdefault(length, {}).setdefault(first.month, []).append(one)
            if period.uncertain:
                year.doubtful.add(length)
    return years


def added_up(year: Date, figures: Sequence[Figure], length: SpanLength) -> Figure | None:
    """The figures of all parts of a year as that of the year; None of unlike ones."""
    basis = basis_of_sum([figure.basis for figure in figures])
    quantity = signed_sum([(1, figure.quantity) for figure in figures])
    if quantity is None or basis is None:
        return None
    facts = dict.fromkeys(fact for figure in figures for fact in figure.origin.facts)
    origin = Origin(tuple(facts), f"sum of {len(figures)} {_NAMED[length]} of {year.year}")
    contested = any(figure.contested for figure in figures)
    return Figure(
        quantity, origin, derived=True, period=year, contested=contested, basis=basis, summed_from=length,
        is_chosen=any(figure.is_chosen for figure in figures),
    )  # fmt: skip
