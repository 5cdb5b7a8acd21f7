"""Where sources differ, one is preferred.

What it checks: claims on one flow, or on one figure of a series, in one period whose values do not meet, and none of
which is `preferred`.

Why it matters: a brief prints one of them; which one must be a decision, and not the order of the rows.

Example: exports of 15.1 in one source and 1.37 in another.

How to fix: mark one row `status: preferred` and say why in its note; what proved wrong is `superseded` or
`retracted`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.fact import Status
from briefgen.validate.finding import warning
from briefgen.validate.trade_rows import claims_on_one_quantity, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def contested_figures_have_a_choice(relation: Relation) -> Iterator[Finding]:
    """BG240 for a claim that differs from the first, with none preferred."""
    for rows in claims_on_one_quantity(relation):
        if any(row.status is Status.PREFERRED for row in rows):
            continue
        first = rows[0]
        for row in rows[1:]:
            if row.value.unit == first.value.unit and not row.value.interval.meets(first.value.interval):
                message = f"{named(row)}: {row.value.value} here, {first.value.value} in '{first.id}', none preferred"
                yield warning("BG240", row.at("value"), message, "mark one as preferred and say why in its note", row)
