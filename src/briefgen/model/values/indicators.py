"""Indicators of trade, each as an estimate with everything it can mean, or as the reason why there is none.

X and M are the two flows of a relation, seen from one party: what it sells, and what it buys. An interval is found
from the ends of the inputs and rounded outwards, so that it holds the result of every choice of true values.
"""

from __future__ import annotations

import enum
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from functools import reduce
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from briefgen.model.values.quantity import Estimate, Interval, Op, Quantity
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_ONE, _HUNDRED = Decimal(1), Decimal(100)
_DOWN, _UP = Context(prec=28, rounding=ROUND_FLOOR), Context(prec=28, rounding=ROUND_CEILING)
_COARSE_DOWN, _COARSE_UP = Context(prec=20, rounding=ROUND_FLOOR), Context(prec=20, rounding=ROUND_CEILING)
FEWEST_YEARS = 2
"""From the first to the last, for growth a year."""

CIF_OVER_FOB = Decimal("1.06")
"""What freight and insurance add to a value at the border, as the IMF assumes (Direction of Trade Statistics)."""


class IndicatorName(enum.StrEnum):
    """The indicators, by the names that templates know them by."""

    SHARE_IN_TURNOVER = "share_in_turnover"
    COVER_RATIO = "cover_ratio"
    NORMALISED_BALANCE = "normalised_balance"
    ANNUAL_GROWTH_OF_TURNOVER = "annual_growth_of_turnover"
    MIRROR_DISCREPANCY = "mirror_discrepancy"
    CONCENTRATION_OF_PRODUCTS = "concentration_of_products"
    INTRA_INDUSTRY_TRADE = "intra_industry_trade"
    TRADE_INTENSITY = "trade_intensity"
    REVEALED_COMPARATIVE_ADVANTAGE = "revealed_comparative_advantage"
    ANNUAL_GROWTH = "annual_growth"
    """Of any series."""
    SHARE_OF_BOTH_DIRECTIONS = "share_of_both_directions"
    """Of any series that is told in both directions."""


class Why(enum.StrEnum):
    """Why an indicator cannot be computed; the values are the reason in plain words."""

    MISSING = "a_flow_is_not_on_record"
    """A flow is not on record."""
    UNITS = "the_inputs_have_different_units"
    """The inputs are in different currencies or units."""
    ZERO = "a_divisor_may_be_zero"
    """A divisor can be zero, or less."""
    NEGATIVE = "a_flow_may_be_negative"
    """A flow can be negative."""
    UNBOUNDED = "an_input_is_only_a_bound"
    """An input is only a bound: more than, at most."""
    PERIODS = "the_series_is_shorter_than_two_years"
    """The series is too short."""
    PRODUCTS = "no_series_by_product_is_on_record"
    """There are no values by product for the period."""
    PARTIAL = "not_every_product_that_is_named_has_a_value"
    """Shares of those that have one would not be shares of what is sold."""
    ONE_WAY = "no_product_is_on_record_in_both_directions"
    """There are values by product, and none of a product that both parties sell."""
    WORLD = "the_totals_of_world_trade_are_not_on_record"
    """What all countries trade, by which these are measured: a relation has no place for it."""
    MIRROR = "no_two_reports_of_the_flow_in_one_period_are_on_record"
    """The flow of the period is not on record as both sides report it."""
    MIRROR_OF_TURNOVER = "the_two_reports_on_record_are_of_both_directions_together"
    """Both sides report turnover, and no single flow."""
    BASES = "the_two_flows_are_not_measured_alike"
    """The flows are of different statistics, or are not told from one side and valued alike."""
    NO_YEAR = "the_period_is_not_a_year"
    """Growth a year is of years."""
    SPANS = "the_periods_are_not_of_one_length"
    YEARS = "calendar_and_fiscal_years_are_not_compared"
    YEARS_UNKNOWN = "it_is_not_known_when_these_years_begin"
    """Whether calendar or fiscal years are counted, or when the fiscal years begin."""
    REPORTER_UNKNOWN = "the_sources_do_not_say_whose_statistics_these_are"
    MEASURED_UNLIKE = "the_figures_are_not_measured_alike"
    """They are of different statistics, sides or valuations, or these are not known."""


@dataclass(frozen=True, slots=True)
class Refused:
    """No number, for a reason."""

    why: Why


Result: TypeAlias = Estimate | Refused


@dataclass(frozen=True, slots=True)
class _Span:
    """A number with its two ends, in base units."""

    low: Decimal
    mid: Decimal
    high: Decimal


_NOTHING = _Span(Decimal(0), Decimal(0), Decimal(0))

# ---------------------------------------------------------------- of two flows


def growth(before: Quantity | None, after: Quantity | None) -> Result:
    """Growth in per cent: (after / before - 1) x 100 (Mikic and Gilbert, ESCAP handbook, 2009)."""
    spans = _spans(before, after)
    if isinstance(spans, Refused):
        return spans
    earlier, later = spans
    return _over(earlier, lambda: _in_percent(_less_one(_ratio(later, earlier))))


def annual_growth(first: Quantity | None, last: Quantity | None, years: int) -> Result:
    """Compound annual growth in per cent: ((last / first)^(1/n) - 1) x 100, over two years or more (WITS)."""
    if years < FEWEST_YEARS:
        return Refused(Why.PERIODS)
    spans = _spans(first, last)
    if isinstance(spans, Refused):
        return spans
    earlier, later = spans
    return _over(earlier, lambda: _in_percent(_less_one(_root(_ratio(later, earlier), years))))


def share(part: Quantity | None, rest: Quantity | None) -> Result:
    """Share of a part in part + rest, in per cent: X / (X + M) x 100 (WITS, share of market)."""
    spans = _spans(part, rest)
    return spans if isinstance(spans, Refused) else _over(_total(spans), lambda: _in_percent(_parts(spans)[0]))


def cover_ratio(exports: Quantity | None, imports: Quantity | None) -> Result:
    """How much of its purchases a party's sales pay for, in per cent: X / M x 100."""
    spans = _spans(exports, imports)
    return spans if isinstance(spans, Refused) else _over(spans[1], lambda: _in_percent(_ratio(*spans)))


def normalised_balance(exports: Quantity | None, imports: Quantity | None) -> Result:
    """(X - M) / (X + M), between -1 and 1 (Mikic and Gilbert, ESCAP handbook, 2009)."""
    spans = _spans(exports, imports)
    return spans if isinstance(spans, Refused) else _over(_total(spans), lambda: _bare(_balance(spans)))


def mirror_discrepancy(imports: Quantity | None, exports: Quantity | None, over: Decimal = _ONE) -> Result:
    """By how much one side's imports exceed the other's exports of the same flow, in per cent: (M / f - X) / X x 100.

    `over` is f, what the valuation at the importer's border adds: `CIF_OVER_FOB`, or 1 to compare as stated
    (Javorsek, ESCAP SD/WP/02, 2016).
    """
    spans = _spans(imports, exports)
    if isinstance(spans, Refused):
        return spans

    def result() -> Estimate:
        ratio = _each(_ratio(*spans), lambda context, r: context.divide(r, over))
        return _in_percent(_less_one(ratio))

    return _over(spans[1], result)


# ---------------------------------------------------------------- of many


def grubel_lloyd_of(products: Sequence[tuple[Quantity, Quantity]]) -> Result:
    """Intra-industry trade over products: 1 - sum |X - M| / sum (X + M)."""
    if not products:
        return Refused(Why.PRODUCTS)
    spans = _spans(*(flow for pair in products for flow in pair))
    if isinstance(spans, Refused):
        return spans
    pairs = list(zip(spans[::2], spans[1::2], strict=True))
    gaps = [_gap(one, other) for one, other in pairs]
    gap, both = _total(gaps), _total(spans)
    if both.low <= 0:
        return Refused(Why.ZERO)
    part = _ratio(gap, both)
    return _bare(_Span(max(_ONE - part.high, Decimal(0)), _ONE - part.mid, min(_ONE - part.low, _ONE)))


def concentration(values: Sequence[Quantity]) -> Result:
    """Herfindahl-Hirschman index of shares, 1/n to 1: sum s^2 (WITS)."""
    count = len(values)
    if not count:
        return Refused(Why.PRODUCTS)
    spans = _spans(*values)
    if isinstance(spans, Refused):
        return spans
    if _total(spans).low <= 0:
        return Refused(Why.ZERO)
    squares = _total([_squared(part) for part in _parts(spans)])
    least = _DOWN.divide(_ONE, Decimal(count))
    return _bare(_Span(max(squares.low, least), squares.mid, min(squares.high, _ONE)))


# ---------------------------------------------------------------- with ends


def _spans(*quantities: Quantity | None) -> tuple[_Span, ...] | Refused:
    """The inputs with their ends; a reason where no indicator can be made of them."""
    known = [quantity for quantity in quantities if quantity is not None]
    if len(known) < len(quantities):
        return Refused(Why.MISSING)
    if len({quantity.unit for quantity in known}) != 1:
        return Refused(Why.UNITS)
    spans = [_span(quantity) for quantity in known]
    if any(span is None for span in spans):
        return Refused(Why.UNBOUNDED)
    found = tuple(span for span in spans if span is not None)
    if any(span.low < 0 for span in found):
        return Refused(Why.NEGATIVE)
    return found


def _over(divisor: _Span, result: Callable[[], Estimate]) -> Result:
    """The result, where its divisor cannot be zero."""
    return result() if divisor.low > 0 else Refused(Why.ZERO)


def _span(quantity: Quantity) -> _Span | None:
    ends = quantity.interval
    if ends.low is None or ends.high is None:
        return None
    mid = (ends.low + ends.high) / 2 if quantity.op is Op.RANGE else quantity.base_value
    low = max(ends.low, Decimal(0)) if mid >= 0 else ends.low  # goods do not flow backwards
    return _Span(low, mid, ends.high)


def _each(span: _Span, rising: Callable[[Context, Decimal], Decimal]) -> _Span:
    """A rising function of a number: its ends are those of the number."""
    return _Span(rising(_DOWN, span.low), rising(Context(prec=28), span.mid), rising(_UP, span.high))


def _ratio(one: _Span, other: _Span) -> _Span:
    return _Span(_DOWN.divide(one.low, other.high), one.mid / other.mid, _UP.divide(one.high, other.low))


def _balance(spans: tuple[_Span, ...]) -> _Span:
    """(X - M) / (X + M), which rises with X and falls with M."""
    one, other = spans
    low = _DOWN.divide(one.low - other.high, one.low + other.high)
    high = _UP.divide(one.high - other.low, one.high + other.low)
    return _Span(low, (one.mid - other.mid) / (one.mid + other.mid), high)


def _gap(one: _Span, other: _Span) -> _Span:
    """|X - M|."""
    low, high = one.low - other.high, one.high - other.low
    least = Decimal(0) if low <= 0 <= high else min(abs(low), abs(high))
    return _Span(least, abs(one.mid - other.mid), max(abs(low), abs(high)))


def _parts(spans: Sequence[_Span]) -> list[_Span]:
    """The share of each in all; what is beside it are those before and those behind, added up once for all."""
    before = list(accumulate(spans, _sum, initial=_NOTHING))
    behind = list(accumulate(reversed(spans), _sum, initial=_NOTHING))
    return [_part(own, _sum(before[at], behind[len(spans) - 1 - at])) for at, own in enumerate(spans)]


def _part(own: _Span, rest: _Span) -> _Span:
    """The share of one in all: smallest where it is low and the others are high."""
    low = _DOWN.divide(own.low, own.low + rest.high) if own.low else Decimal(0)
    high = _UP.divide(own.high, own.high + rest.low) if own.high else Decimal(0)
    return _Span(low, own.mid / (own.mid + rest.mid), high)


def _squared(span: _Span) -> _Span:
    return _Span(_DOWN.multiply(span.low, span.low), span.mid**2, _UP.multiply(span.high, span.high))


def _sum(one: _Span, other: _Span) -> _Span:
    return _Span(_DOWN.add(one.low, other.low), one.mid + other.mid, _UP.add(one.high, other.high))


def _total(spans: Iterable[_Span]) -> _Span:
    return reduce(_sum, spans, _NOTHING)


def _root(span: _Span, degree: int) -> _Span:
    """The n-th root. Neither 1/n nor a power is exact in its last digits: they are given away, outwards."""
    power = _ONE / degree
    return _Span(_COARSE_DOWN.plus(span.low**power), span.mid**power, _COARSE_UP.plus(span.high**power))


def _less_one(span: _Span) -> _Span:
    return _each(span, lambda context, r: context.subtract(r, _ONE))


def _in_percent(span: _Span) -> Estimate:
    return _bare(_each(span, lambda context, r: context.multiply(r, _HUNDRED)), "%")


def _bare(span: _Span, unit: str = "") -> Estimate:
    """The result; an estimate is never outside its own ends, whatever was rounded."""
    return Estimate(min(max(span.mid, span.low), span.high), Interval(span.low, span.high), unit)
