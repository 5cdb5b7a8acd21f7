"""Series of figures that are not trade, from the rows that the audience may know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.audience_choices import ClaimChoice
from briefgen.model.comparability import form_of, period_key
from briefgen.model.origin import Origin
from briefgen.model.view import IndicatorSeries, SeriesValue
from briefgen.records import replace
from briefgen.view.claims import others, stated, with_rivals
from briefgen.view.series.series_changes import Told, with_changes
from briefgen.view.series.series_indicators import series_indicators
from briefgen.view.series.series_sums import chosen, with_sums

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.facts.declared_indicators import DeclaredIndicator
    from briefgen.model.kinds.series import SeriesObservation
    from briefgen.model.view import Item
    from briefgen.view.claims import Claims


def series_by_period(
    rows: Sequence[SeriesObservation],
    indicators: Mapping[str, DeclaredIndicator],
    perspective: str,
    claims: Claims,
) -> tuple[IndicatorSeries, ...]:
    """One series for each indicator, direction and definition, its figures rising in time."""
    found: dict[tuple[str | None, ...], list[SeriesObservation]] = {}
    for row in rows:
        if row.indicator in indicators:
            found.setdefault(row.subject, []).append(row)
    places = {key: number for number, key in enumerate(indicators)}

    def order(row: SeriesObservation) -> tuple[int, bool, str, str, str]:
        return places[row.indicator], row.whose != perspective, row.whose, row.towards or "", row.definition or ""

    ordered = sorted(found.values(), key=lambda of_series: order(of_series[0]))
    told = {
        of_series[0].subject: _told(of_series, claims, is_stock=indicators[of_series[0].indicator].is_stock)
        for of_series in ordered
    }
    return tuple(
        _series(
            of_series[0], indicators[of_series[0].indicator], _origin(of_series, claims), told[of_series[0].subject],
            told.get(_turned(of_series[0]), ()),
        )
        for of_series in ordered
    )  # fmt: skip


def _turned(row: SeriesObservation) -> tuple[str | None, ...]:
    """What the same indicator is of in the other direction."""
    return row.indicator, row.towards, row.whose, row.definition


def _series(
    first: SeriesObservation, indicator: DeclaredIndicator, origin: Origin, told: Sequence[Told], turned: Sequence[Told]
) -> IndicatorSeries:
    values, periods = chosen(told, is_stock=indicator.is_stock)
    return IndicatorSeries(
        indicator, first.whose, first.towards, first.definition, values, origin, periods,
        series_indicators(values[-1].period, told, turned, first.whose),
        is_stock=indicator.is_stock, names_unit=indicator.names_its_unit,
        forms=tuple(dict.fromkeys(form.value for value in (*values, *periods) if (form := form_of(value.period)))),
    )  # fmt: skip


def _told(rows: Sequence[SeriesObservation], claims: Claims, *, is_stock: bool) -> list[Told]:
    """Every figure of a series with its basis and its change: those entered, and years that their parts add up to."""
    entered = list(_entered(rows, claims))
    return with_changes(entered if is_stock else with_sums(entered), is_stock=is_stock)


def _entered(rows: Sequence[SeriesObservation], claims: Claims) -> Iterator[Told]:
    by_period: dict[object, list[SeriesObservation]] = {}
    for row in rows:
        by_period.setdefault(period_key(row), []).append(row)
    for of_period in by_period.values():
        figure = stated(of_period, claims)
        if figure is not None:
            claimed = _others(of_period, claims)
            value = SeriesValue(of_period[0].period, with_rivals(figure, claimed), _origin(of_period, claims))
            told = replace(value, claims=claims.told(of_period), others=claimed)
            yield Told(told)


def _others(rows: Sequence[SeriesObservation], claims: Claims) -> tuple[Item, ...]:
    """What is claimed beside the figure, where the audience is shown one claim of several."""
    if claims.how is not ClaimChoice.PREFERRED:
        return ()
    beside = [row for row in claims.beside.get(period_key(rows[0]), ()) if row.subject == rows[0].subject]
    return tuple(claims.items[key] for key in others([*rows, *beside], claims.disputed))


def _origin(rows: Sequence[SeriesObservation], claims: Claims) -> Origin:
    return Origin(tuple(dict.fromkeys(fact for row in rows for fact in claims.origin_of(row).facts)))
