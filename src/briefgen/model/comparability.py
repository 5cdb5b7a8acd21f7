"""Whether two figures may be compared or added, and if not why: the one answer for views, rules, charts and sentences.

Compared are spans of one length that begin on one day of the year, in one unit, of bases that are known and alike:
whose statistics, at which border they are valued, from which side they are told, and which year they count. What is
not known is not alike. It takes plain values, so that any series can ask.

Example:
    >>> from dataclasses import replace
    >>> from decimal import Decimal
    >>> from briefgen.model.values.period import parse_period
    >>> from briefgen.model.values.quantity import Quantity
    >>> sold = Basis("PAK", YearBasis.CALENDAR, Valuation.FOB, WordedAs.EXPORTS)
    >>> one, other = (Observed(parse_period(year), Quantity(Decimal(5), unit="USD"), sold) for year in ("2019", "2020"))
    >>> bars_between(one, other)
    ()
    >>> bars_between(one, replace(other, period=parse_period("2020-03")))
    (<Bar.LENGTH: 'length'>,)
    >>> bars_between(one, replace(other, basis=replace(sold, reporter=None)))
    (<Bar.REPORTER_UNKNOWN: 'reporter_unknown'>,)
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, assert_never

from briefgen.model.facts.controlled_vocabularies import Flow, Traded, Valuation, WordedAs, YearBasis
from briefgen.model.kinds.series import SeriesObservation
from briefgen.model.values.date import Precision
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.kinds.trade import TradeObservation
    from briefgen.model.observations import Observation
    from briefgen.model.values.date import Date
    from briefgen.model.values.quantity import Quantity


class Bar(enum.StrEnum):
    """Why two figures are not compared."""

    UNIT = "unit"
    """They are in different currencies or units."""
    COUNTED = "counted"
    """One counts goods, the other services or both."""
    LENGTH = "length"
    """Their spans are not of one length, or have none that is known."""
    YEARS = "years"
    """One counts a calendar year, the other a fiscal year, or fiscal years begin on different days."""
    SEASON = "season"
    """Their spans are not the same part of a year."""
    OVERLAP = "overlap"
    """Their spans share days, or are one and the same."""
    YEARS_UNKNOWN = "years_unknown"
    """It is not known whether calendar or fiscal years are counted."""
    BEGINNING_UNKNOWN = "beginning_unknown"
    """It is not known when the fiscal years begin, and who counts them is not one and the same."""
    REPORTER_UNKNOWN = "reporter_unknown"
    """It is not known whose statistics they are."""
    REPORTER = "reporter"
    """They are statistics of different countries."""
    SIDE_UNKNOWN = "side_unknown"
    """It is not known whether they are told as exports or as imports."""
    SIDE = "side"
    """One is told as exports, the other as imports."""
    VALUATION_UNKNOWN = "valuation_unknown"
    """It is not known whether freight and insurance are counted."""
    VALUATION = "valuation"
    """One counts freight and insurance, the other does not."""
    MIXED = "mixed"
    """A figure joins claims that do not rest on one basis."""

    @property
    def is_want_of_knowledge(self) -> bool:
        """Whether entering more would settle it."""
        return self in {
            Bar.YEARS_UNKNOWN, Bar.BEGINNING_UNKNOWN, Bar.REPORTER_UNKNOWN, Bar.SIDE_UNKNOWN, Bar.VALUATION_UNKNOWN,
        }  # fmt: skip


class SpanLength(enum.StrEnum):
    """What kind of span a period is."""

    YEAR = "year"
    """A calendar or a fiscal year."""
    HALF_YEAR = "half_year"
    QUARTER = "quarter"
    MONTH = "month"
    OTHER = "other"
    """Of another length, or of none that is known."""


_LENGTHS = {12: SpanLength.YEAR, 6: SpanLength.HALF_YEAR, 3: SpanLength.QUARTER, 1: SpanLength.MONTH}
"""Months → what lasts so long."""


def span_length(period: Date) -> SpanLength:
    """What kind of span a period is, by its length; about a year is one too, though it is compared with none."""
    if period.precision is Precision.YEAR:
        return SpanLength.YEAR
    return _LENGTHS.get(period.months or 0, SpanLength.OTHER)


class PeriodForm(enum.StrEnum):
    """How a period is written, as far as several of them make an axis of time."""

    YEAR = "year"
    """A calendar year."""
    FISCAL_YEAR = "fiscal_year"
    HALF_YEAR = "half_year"
    QUARTER = "quarter"
    MONTH = "month"


def form_of(period: Date) -> PeriodForm | None:
    """The form of a period; None of a day, and of a span from one day to another."""
    match period.precision:
        case Precision.YEAR:
            return PeriodForm.YEAR
        case Precision.FISCAL_YEAR:
            return PeriodForm.FISCAL_YEAR
        case Precision.HALF_YEAR:
            return PeriodForm.HALF_YEAR
        case Precision.QUARTER:
            return PeriodForm.QUARTER
        case Precision.MONTH:
            return PeriodForm.MONTH
        case Precision.DAY | Precision.INTERVAL:
            return None
        case _:
            assert_never(period.precision)


@dataclass(frozen=True, slots=True)
class Basis:
    """How a figure is measured."""

    reporter: str | None
    """Whose statistics it is from; None where nobody says."""
    year: YearBasis = YearBasis.UNKNOWN
    """Which year it counts, as its row says; what its period says by its form need not be said."""
    valuation: Valuation | None = None
    """None of what has no border, or is mixed by nature: turnover, a balance, a number of students."""
    side: WordedAs | None = None
    """From which side it is told; None of what has no sides."""
    counts: Traded | None = None
    """What is counted, of trade."""
    parts: tuple[Basis, ...] = ()
    """Of a sum of unlike flows: on what each of them rests."""


@dataclass(frozen=True, slots=True)
class Observed:
    """A figure as far as comparisons need it."""

    period: Date
    quantity: Quantity
    basis: Basis | None
    """None of what joins claims on several bases."""


# ---------------------------------------------------------------- compared


def bars_between(one: Observed, other: Observed) -> tuple[Bar, ...]:
    """All that keeps two figures from being compared: first what is known to be unlike, then what is not known."""
    unit = [Bar.UNIT] if one.quantity.unit != other.quantity.unit else []
    bars = [*unit, *_between_bases(one, other), *_between_spans(one, other)]
    return tuple(sorted(dict.fromkeys(bars), key=lambda bar: bar.is_want_of_knowledge))


def reasons_told(bars: Mapping[str, tuple[Bar, ...]]) -> dict[Bar, tuple[str, ...]]:
    """Reason → the figures that it is told of: one reason where one holds for all, else the gravest of each.

    Of one pair of periods a sentence, a chart and the words for it give the same one.
    """
    if not bars:
        return {}
    first, *others = bars.values()
    if common := next((bar for bar in first if all(bar in other for other in others)), None):
        return {common: tuple(bars)}
    found: dict[Bar, tuple[str, ...]] = {}
    for name, own in bars.items():
        found[own[0]] = (*found.get(own[0], ()), name)
    return found


def are_of_one_measure(one: Observed, other: Observed) -> bool:
    """Whether two figures may stand on one line, and one be called the larger: a month and another month may."""
    return not set(bars_between(one, other)) - {Bar.SEASON}


def _between_spans(one: Observed, other: Observed) -> Iterator[Bar]:
    """What of their spans keeps two figures from being compared."""
    mine, theirs = one.period, other.period
    if mine.months is None or mine.months != theirs.months:
        yield Bar.LENGTH
        return
    if mine.season != theirs.season:
        why = _unlike_seasons(mine, theirs)
        yield why
        if why is Bar.SEASON and mine.overlaps(theirs):  # such as a half-year from January and one from March
            yield Bar.OVERLAP
    elif mine.season is None and not _have_one_reporter(one, other):
        yield Bar.BEGINNING_UNKNOWN
    elif are_one_span(mine, theirs) or (mine.season is not None and mine.overlaps(theirs)):
        yield Bar.OVERLAP
    for figure in (one, other):
        yield from _not_the_calendars(figure)


def _not_the_calendars(figure: Observed) -> Iterator[Bar]:
    """What is written in years alone says when they begin only where its row says that they are the calendar's."""
    if figure.period.is_in_years and figure.basis is not None:
        match figure.basis.year:
            case YearBasis.CALENDAR:
                return
            case YearBasis.FISCAL:
                yield Bar.YEARS
            case YearBasis.UNKNOWN:
                yield Bar.YEARS_UNKNOWN
            case _:
                assert_never(figure.basis.year)


def _unlike_seasons(one: Date, other: Date) -> Bar:
    """Two years that begin on different days, or two parts of the year."""
    fiscal = [period for period in (one, other) if period.precision is Precision.FISCAL_YEAR]
    if len(fiscal) > 1 and None in {one.season, other.season}:
        return Bar.BEGINNING_UNKNOWN
    return Bar.YEARS if fiscal else Bar.SEASON


def _between_bases(one: Observed, other: Observed) -> Iterator[Bar]:
    """What of their bases keeps two figures from being compared; which years they count belongs to their spans."""
    if one.basis is None or other.basis is None:
        yield Bar.MIXED
    else:
        yield from _unlike_bases(one.basis, other.basis)


def _unlike_bases(one: Basis, other: Basis) -> Iterator[Bar]:
    if one.counts is not other.counts:
        yield Bar.COUNTED
    if one.reporter is None or other.reporter is None:
        yield Bar.REPORTER_UNKNOWN
    elif one.reporter != other.reporter:
        yield Bar.REPORTER
    yield from _unlike_sides(one, other)
    for mine, theirs in zip(one.parts, other.parts, strict=False):
        yield from (bar for bar in _unlike_sides(mine, theirs) if not bar.is_want_of_knowledge)


def _unlike_sides(one: Basis, other: Basis) -> Iterator[Bar]:
    """Side and valuation. Of a sum nobody is asked for them, but where its parts say that they are unlike, so is it."""
    if WordedAs.UNKNOWN in {one.side, other.side}:
        yield Bar.SIDE_UNKNOWN
    elif one.side is not other.side:
        yield Bar.SIDE
    if Valuation.UNKNOWN in {one.valuation, other.valuation}:
        yield Bar.VALUATION_UNKNOWN
    elif one.valuation is not other.valuation:
        yield Bar.VALUATION


def _have_one_reporter(one: Observed, other: Observed) -> bool:
    reporters = {figure.basis.reporter if figure.basis else None for figure in (one, other)}
    return len(reporters) == 1 and None not in reporters


def are_one_span(one: Date, other: Date) -> bool:
    """Whether two periods are the same days, whatever they are written as."""
    return one.span == other.span


def are_alike_spans(one: Date, other: Date) -> bool:
    """Whether two periods are of one length and season, as far as can be told."""
    return one.months is not None and one.months == other.months and one.season == other.season


def year_basis_of(period: Date, stated: YearBasis) -> YearBasis:
    """Which year is counted: months, quarters and half-years are parts of the calendar, fiscal forms say fiscal."""
    if period.precision is Precision.FISCAL_YEAR:
        return YearBasis.FISCAL
    return stated if period.is_in_years else YearBasis.CALENDAR


# ---------------------------------------------------------------- added


def basis_of_sum(bases: Sequence[Basis | None]) -> Basis | None:
    """On what a sum over spans rests, such as that of twelve months; None where its inputs do not rest on one basis.

    What nobody says of any of them is alike: the sum holds, and is not compared with another.
    """
    first = bases[0] if bases else None
    return first if first is not None and all(basis == first for basis in bases) else None


def basis_of_flows(first: Basis | None, second: Basis | None) -> Basis | None:
    """On what the sum, difference or share of two flows rests; None where they may not be joined.

    They are of one statistic, of which one flow is told as exports and the other as imports; or both are told from one
    side and valued alike, whoever reports them.
    """
    if first is None or second is None or (first.year, first.counts) != (second.year, second.counts):
        return None
    is_one = first.reporter == second.reporter
    from_one_side = first.side is second.side is not WordedAs.UNKNOWN
    alike = from_one_side and first.valuation is second.valuation is not Valuation.UNKNOWN
    if not is_one and not (alike and first.reporter and second.reporter):
        return None
    reporter = first.reporter if is_one else f"{first.reporter}+{second.reporter}"
    return Basis(reporter, first.year, counts=first.counts, parts=(first, second))


# ---------------------------------------------------------------- rows of trade


def period_key(row: Observation) -> tuple[object, ...]:
    """What rows of one period have in common: its days, and where those are not known, whose year it is."""
    if row.period.precision is Precision.FISCAL_YEAR and not row.period.has_known_bounds:
        return (*row.period.span, row.reporter)
    return row.period.span


def basis_of(row: Observation) -> Basis:
    """On what a row rests; a turnover and a balance are mixed by nature, a series has no border and no sides."""
    year = year_basis_of(row.period, row.year_basis)
    if isinstance(row, SeriesObservation):
        return Basis(row.reporter, year)
    if row.flow is not Flow.X:
        return Basis(row.reporter, year, counts=row.counts)
    return Basis(row.reporter, year, row.valuation, _side_of(row), row.counts)


def observed(row: Observation) -> Observed:
    """A row as comparisons take it."""
    return Observed(row.period, row.value, basis_of(row))


def _side_of(row: TradeObservation) -> WordedAs:
    """From which side a flow is told: in words, or by who reports it; not known where the two say different things."""
    by_reporter = {row.exporter: WordedAs.EXPORTS, row.importer: WordedAs.IMPORTS}.get(row.reporter or "")
    stated = None if row.worded_as is WordedAs.UNKNOWN else row.worded_as
    if by_reporter and stated and by_reporter is not stated:
        return WordedAs.UNKNOWN
    return by_reporter or stated or WordedAs.UNKNOWN
