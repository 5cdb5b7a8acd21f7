"""Series of figures beyond trade: grouped, added up, compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.model.facts.declared_indicators import DeclaredIndicator
    from briefgen.model.kinds.series import SeriesObservation
    from briefgen.model.view import IndicatorSeries
    from briefgen.view.claims import Claims

__all__ = ["series_of"]


def series_of(
    rows: Sequence[SeriesObservation],
    indicators: Mapping[str, DeclaredIndicator],
    perspective: str,
    claims: Claims,
) -> tuple[IndicatorSeries, ...]:
    """The series of rows that the audience may know; what makes them is loaded where there is a row."""
    if not rows:
        return ()
    from briefgen.view.series.series_by_period import series_by_period

    return series_by_period(rows, indicators, perspective, claims)
