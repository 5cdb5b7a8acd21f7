"""One row, one claim.

What it checks: trade rows with the same period, direction, flow, product, reporter and first source; rows of a series
with the same period, indicator, direction, reporter, definition and first source.

Why it matters: the same figure twice is counted or drawn twice.

Example: two rows of 2019, PAK to BLR, from one source.

How to fix: delete one, or name the reporter or source that tells them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.comparability import period_key
from briefgen.model.observations import Observation
from briefgen.validate.finding import error
from briefgen.validate.trade_rows import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def trade_rows_are_unique(relation: Relation) -> Iterator[Finding]:
    """BG215 for a row that repeats another."""
    seen: dict[tuple[object, ...], Observation] = {}
    for row in relation.facts:
        if isinstance(row, Observation):
            ref = row.sources[0].ref if row.sources else None
            key = (period_key(row), row.subject, row.reporter, ref)
            first = seen.setdefault(key, row)
            if first is not row:
                message = f"{named(row)} stands in line {first.place.line} already"
                yield error("BG215", row.place, message, "delete one, or name what tells them apart", row)
