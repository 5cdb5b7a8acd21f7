"""The indicators of one period of trade that the rows allow, and why the others are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefgen.model.comparability import Bar, SpanLength, basis_of_flows
from briefgen.model.facts.controlled_vocabularies import Flow
from briefgen.model.mirror_data import mirror_pair
from briefgen.model.origin import Origin
from briefgen.model.values import indicators
from briefgen.model.values.indicators import IndicatorName, Refused, Why
from briefgen.model.values.quantity import Op, Quantity
from briefgen.model.view import Figure, Indicator
from briefgen.records import replace
from briefgen.view.projection import origin_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.model.facts.relation import Party
    from briefgen.model.kinds.products import Product
    from briefgen.model.kinds.trade import TradeObservation
    from briefgen.model.values.date import Date
    from briefgen.model.values.indicators import Result
    from briefgen.model.view import TradeYear


def indicators_of(
    year: TradeYear,
    earlier: Sequence[TradeYear],
    rows: Sequence[TradeObservation],
    parties: tuple[Party, Party],
    named: Sequence[Product] = (),
) -> tuple[Indicator, ...]:
    """The same indicators in the same order for every period. X is what the first party sells, M what it buys."""
    return (
        *_of_flows(year, parties),
        _annual(earlier, year),
        *(_mirror(year, rows, party) for party in parties),
        *(_concentration(year, rows, named, party) for party in parties),
        _intra_industry(year, rows, parties),
        _none(IndicatorName.TRADE_INTENSITY, "(x / X) / (x_w / X_w)", year, Why.WORLD),
        _none(IndicatorName.REVEALED_COMPARATIVE_ADVANTAGE, "(x_k / X) / (x_wk / X_w)", year, Why.WORLD),
    )


def _of_flows(year: TradeYear, parties: tuple[Party, Party]) -> Iterable[Indicator]:
    exports, imports = (year.exports.get(party.id) for party in parties)
    x, m = (figure.quantity if figure else None for figure in (exports, imports))
    known = [figure.origin for figure in (exports, imports) if figure]
    apart = exports and imports and basis_of_flows(exports.basis, imports.basis) is None
    origin = _joined(known) or year.origin
    for name, formula, result in (
        (IndicatorName.SHARE_IN_TURNOVER, "X / (X + M)", indicators.share(x, m)),
        (IndicatorName.COVER_RATIO, "X / M", indicators.cover_ratio(x, m)),
        (IndicatorName.NORMALISED_BALANCE, "(X − M) / (X + M)", indicators.normalised_balance(x, m)),
    ):
        yield _made(name, formula, Refused(Why.BASES) if apart else result, year, origin, parties[0].id)


def _annual(earlier: Sequence[TradeYear], last: TradeYear) -> Indicator:
    """Growth of turnover a year since the first period that it may be held against.

    Where there is none, the reason is that of the first period with a turnover.
    """
    name, formula, after = IndicatorName.ANNUAL_GROWTH_OF_TURNOVER, "(last / first)^(1/n) − 1", last.turnover
    if last.length is not SpanLength.YEAR:
        return _none(name, formula, last, Why.NO_YEAR)
    known = [one for one in earlier if one.turnover]
    alike = (one for one in known if one.turnover and after and not one.turnover.bars_to(after))
    first = next(alike, known[0] if known else None)
    before = first.turnover if first else None
    result = _growth(before, after)
    origin = after.origin.joined(before.origin) if before and after else last.origin
    made = _made(name, formula, result, last, origin)
    return replace(made, since=first.period) if first and made.figure else made


def _growth(before: Figure | None, after: Figure | None) -> Result:
    if before is None or after is None:
        return Refused(Why.MISSING if before else Why.PERIODS)
    years = _years_between(before.period, after.period)
    bars = before.bars_to(after)
    if bars and years >= indicators.FEWEST_YEARS:
        return Refused(_why(bars[0]))
    return indicators.annual_growth(before.quantity, after.quantity, years)


def _years_between(first: Date | None, last: Date | None) -> int:
    return last.lower.year - first.lower.year if first and last and first.lower and last.lower else 0


def _why(bar: Bar) -> Why:
    """The reason of an indicator for that of a comparison."""
    match bar:
        case Bar.UNIT:
            return Why.UNITS
        case Bar.LENGTH | Bar.SEASON | Bar.OVERLAP:
            return Why.SPANS
        case Bar.YEARS:
            return Why.YEARS
        case Bar.YEARS_UNKNOWN | Bar.BEGINNING_UNKNOWN:
            return Why.YEARS_UNKNOWN
        case Bar.REPORTER_UNKNOWN:
            return Why.REPORTER_UNKNOWN
        case (
            Bar.COUNTED | Bar.REPORTER | Bar.MIXED | Bar.SIDE | Bar.VALUATION | Bar.SIDE_UNKNOWN | Bar.VALUATION_UNKNOWN
        ):
            return Why.MEASURED_UNLIKE
        case _:
            assert_never(bar)


def _mirror(year: TradeYear, rows: Sequence[TradeObservation], party: Party) -> Indicator:
    """How far the importer's report of a flow lies from the exporter's."""
    pair = mirror_pair(row for row in rows if row.is_total and row.flow is Flow.X and row.exporter == party.id)
    if pair is None:
        why = Why.MIRROR_OF_TURNOVER if _both_report_turnover(rows, party) else Why.MIRROR
        return _none(IndicatorName.MIRROR_DISCREPANCY, "(M / f − X) / X", year, why, party.id)
    formula = "(M − X) / X" if pair.freight == 1 else f"(M / {pair.freight} − X) / X"
    origin = origin_of(pair.bought).joined(origin_of(pair.sold))
    return _made(IndicatorName.MIRROR_DISCREPANCY, formula, pair.discrepancy, year, origin, party.id)


def _both_report_turnover(rows: Sequence[TradeObservation], party: Party) -> bool:
    """Whether there are two reports, but of both directions together."""
    totals = [row for row in rows if row.is_total and row.flow is Flow.TURNOVER]
    sides = {side for row in totals for side in (row.exporter, row.importer) if row.reporter == side}
    return party.id in sides and len(sides) > 1


def _concentration(
    year: TradeYear, rows: Sequence[TradeObservation], named: Sequence[Product], party: Party
) -> Indicator:
    """By the rows of trade by product; where there are none, by what products.csv names."""
    products = _products(rows, party)
    if not products:
        return _concentration_of_named(year, named, party)
    result = indicators.concentration([row.value for row in products.values()])
    origin = _joined(origin_of(row) for row in products.values()) or year.origin
    return _made(
        IndicatorName.CONCENTRATION_OF_PRODUCTS, "Σ s², over the products on record", result, year, origin, party.id
    )


def _concentration_of_named(year: TradeYear, named: Sequence[Product], party: Party) -> Indicator:
    """Over the products that a party is said to sell, where each has a value of this period."""
    name, formula = IndicatorName.CONCENTRATION_OF_PRODUCTS, "Σ s², over the products named"
    sold = [product for product in named if product.exporter == party.id and product.period in {None, year.period}]
    values = [product.value for product in sold if product.value and product.period]
    if not values:
        return _none(name, "Σ s²", year, Why.PRODUCTS, party.id)
    if len(values) < len(sold):
        return _none(name, formula, year, Why.PARTIAL, party.id)
    origin = _joined(origin_of(product) for product in sold) or year.origin
    return _made(name, formula, indicators.concentration(values), year, origin, party.id)


def _intra_industry(year: TradeYear, rows: Sequence[TradeObservation], parties: tuple[Party, Party]) -> Indicator:
    one, other = (_products(rows, party) for party in parties)
    both = [(row, other[code]) for code, row in one.items() if code in other]
    name, formula = (
        IndicatorName.INTRA_INDUSTRY_TRADE,
        "1 − Σ |X − M| / Σ (X + M), over the products on record in both directions",
    )
    if not both and (one or other):
        return _none(name, formula, year, Why.ONE_WAY)
    result = indicators.grubel_lloyd_of([(x.value, m.value) for x, m in both])
    origin = _joined(origin_of(row) for pair in both for row in pair) or year.origin
    return _made(name, formula, result, year, origin)


def _products(rows: Sequence[TradeObservation], party: Party) -> dict[tuple[str, str], TradeObservation]:
    """A party's sales by product, the first row of each."""
    found: dict[tuple[str, str], TradeObservation] = {}
    for row in rows:
        if not row.is_total and row.flow is Flow.X and row.exporter == party.id:
            found.setdefault((row.scheme, row.code), row)
    return found


def _made(
    name: IndicatorName, formula: str, result: Result, year: TradeYear, origin: Origin, party: str | None = None
) -> Indicator:
    if isinstance(result, Refused):
        return _none(name, formula, year, result.why, party)
    led = Origin(origin.facts, formula)
    quantity = Quantity(result.value, Op.ABOUT, unit=result.unit)
    figure = Figure(quantity, led, derived=True, period=year.period, interval=result.interval)
    return Indicator(name, party, formula, figure, None, led)


def _none(name: IndicatorName, formula: str, year: TradeYear, why: Why, party: str | None = None) -> Indicator:
    return Indicator(name, party, formula, None, why.value, year.origin)


def _joined(origins: Iterable[Origin]) -> Origin | None:
    facts = dict.fromkeys(fact for origin in origins for fact in origin.facts)
    return Origin(tuple(facts)) if facts else None
