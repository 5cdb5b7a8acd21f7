"""The quantities of a year of trade as sums of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.comparability import basis_of
from briefgen.model.mirror_data import ranked
from briefgen.view.claims import stated
from briefgen.view.figures.complete_years import added_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.kinds.trade import TradeObservation
    from briefgen.model.values.date import Date
    from briefgen.model.view import Figure
    from briefgen.view.claims import Claims
    from briefgen.view.figures.complete_years import PartsOfYear


def sum_of_parts(
    year: Date, parts: PartsOfYear[TradeObservation], wanted: Callable[[TradeObservation], bool], claims: Claims
) -> Figure | None:
    """One quantity of a year as the sum of all its parts, where all of them are there and rest on one basis."""
    for length, rows in parts.complete():
        of_quantity = [[row for row in part if wanted(row)] for part in rows]
        for basis in dict.fromkeys(basis_of(row) for row in ranked(of_quantity[0])):
            alike = [[row for row in part if basis_of(row) == basis] for part in of_quantity]
            figures = [figure for part in alike if (figure := stated(part, claims))]
            if len(figures) == len(rows) and (summed := added_up(year, figures, length)):
                return summed
    return None
