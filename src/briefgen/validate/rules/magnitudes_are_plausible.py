"""Figures keep their magnitude.

What it checks: a figure of trade or of a series against the period before it in its series, and against other claims
on the same quantity.

Why it matters: thousands taken for millions are the commonest slip of all, and no reader forgives it.

Example: 50200 in 2018 and 50.2 in 2019, both with scale 1000000.

How to fix: compare scale and value with the source; where trade really moved tenfold, add `TRD-MAGNITUDE` to
the ignore column and say why in the note.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.validate.finding import warning
from briefgen.validate.trade_rows import claims_on_one_quantity, grouped, named, series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.facts.relation import Relation
    from briefgen.model.observations import Observation
    from briefgen.validate.finding import Finding


_TOO_FAR = 10


def magnitudes_are_plausible(relation: Relation) -> Iterator[Finding]:
    """BG236 for a figure that is out by more than tenfold."""
    pairs = [pair for rows in series(relation) for pair in _neighbours(rows)]
    pairs += [(rows[0], row) for rows in claims_on_one_quantity(relation) for row in rows[1:]]
    told: set[str] = set()
    for one, other in pairs:
        times = _times(one.value.base_value, other.value.base_value)
        if times > _TOO_FAR and one.value.unit == other.value.unit and other.id not in told:
            told.add(other.id)
            message = f"{named(other)} differs {times:.0f}-fold from {named(one)}, '{one.id}'"
            yield warning("BG236", other.at("value"), message, "compare scale and value with the source", other)


def _neighbours(rows: Sequence[Observation]) -> Iterator[tuple[Observation, Observation]]:
    """Each figure with the next of a period as long as its own: a month is no tenth of a year by mistake."""
    for of_one_length in grouped(rows, lambda row: (row.period.months, row.value.unit)):
        yield from pairwise(of_one_length)


def _times(one: Decimal, other: Decimal) -> Decimal:
    """How many times the larger is the smaller; 0 where one of them is nothing or less."""
    low, high = sorted((one, other))
    return high / low if low > 0 else Decimal(0)
