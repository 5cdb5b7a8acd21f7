"""Series of figures that are not trade, from the rows that the audience may know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.audience_choices import ClaimChoice
from briefgen.model.observations import subject_of
from briefgen.model.origin import Origin
from briefgen.model.view import IndicatorSeries, SeriesValue
from briefgen.view.claims import others, stated
from briefgen.view.projection import origin_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.facts.declared_indicators import DeclaredIndicator
    from briefgen.model.kinds.series import SeriesObservation
    from briefgen.model.values.date import Date
    from briefgen.model.view import Item
    from briefgen.view.claims import Claims


def series_by_period(
    rows: Sequence[SeriesObservation],
    indicators: Mapping[str, DeclaredIndicator],
    perspective: str,
    claims: Claims,
) -> tuple[IndicatorSeries, ...]:
    """One series for each indicator and direction, its figures rising in time."""
    found: dict[tuple[str, str, str | None], list[SeriesObservation]] = {}
    for row in rows:
        if row.indicator in indicators:
            found.setdefault((row.indicator, row.whose, row.towards), []).append(row)
    places = {key: number for number, key in enumerate(indicators)}

    def order(key: tuple[str, str, str | None]) -> tuple[int, bool, str, str]:
        return places[key[0]], key[1] != perspective, key[1], key[2] or ""

    return tuple(_series(indicators[key[0]], found[key], claims) for key in sorted(found, key=order))


def _series(indicator: DeclaredIndicator, rows: Sequence[SeriesObservation], claims: Claims) -> IndicatorSeries:
    return IndicatorSeries(
        indicator, rows[0].whose, rows[0].towards, tuple(_values(rows, claims)), _origin(rows),
        is_stock=indicator.is_stock, names_unit=indicator.names_its_unit,
    )  # fmt: skip


def _values(rows: Sequence[SeriesObservation], claims: Claims) -> Iterator[SeriesValue]:
    by_period: dict[Date, list[SeriesObservation]] = {}
    for row in rows:
        by_period.setdefault(row.period, []).append(row)
    for period in sorted(by_period, key=lambda period: period.sort_key):
        of_period = by_period[period]
        if figure := stated(of_period, claims.how, claims.disputed):
            yield SeriesValue(
                period, figure, _origin(of_period),
                claims=claims.told(of_period), others=_others(of_period, claims),
            )  # fmt: skip


def _others(rows: Sequence[SeriesObservation], claims: Claims) -> tuple[Item, ...]:
    """What is claimed beside the figure, where the audience is shown one claim of several."""
    if claims.how is not ClaimChoice.PREFERRED:
        return ()
    about = subject_of(rows[0]), rows[0].period
    beside = [row for row in claims.beside if (subject_of(row), row.period) == about]
    return tuple(claims.items[key] for key in others([*rows, *beside], claims.disputed))


def _origin(rows: Sequence[SeriesObservation]) -> Origin:
    return Origin(tuple(dict.fromkeys(fact for row in rows for fact in origin_of(row).facts)))
