"""Changes of trade can be named.

What it checks: whether anything keeps figures of two periods from being compared but that nobody has said whose
statistics they are, from which side they are told, how they are valued, or which year they count.

Why it matters: figures of unknown basis are printed as levels: no brief says that trade rose or fell.

Example: turnover of 2019 and 2020, and no `reporter` in either row.

How to fix: fill in `reporter` and `year_basis`; of one direction `valuation` and `worded_as` too, as far as the
sources say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.comparability import Bar
from briefgen.validate.finding import info
from briefgen.validate.trade_rows import claimed_figures, earlier_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding

_COLUMNS = {
    Bar.REPORTER_UNKNOWN: "reporter", Bar.YEARS_UNKNOWN: "year_basis", Bar.SIDE_UNKNOWN: "worded_as",
    Bar.VALUATION_UNKNOWN: "valuation",
}  # fmt: skip
"""What would have to be known → the column that says it."""


def changes_can_be_named(relation: Relation) -> Iterator[Finding]:
    """BG295 once for a relation, where only what is not known keeps figures from being compared."""
    before = earlier_figures(relation)
    barred = {key: of.bars for key, of in before.items() if of.bars and all(bar in _COLUMNS for bar in of.bars)}
    if not barred:
        return
    lacking = [column for bar, column in _COLUMNS.items() if any(bar in bars for bars in barred.values())]
    rows = [row for row in claimed_figures(relation) if row.id in barred]
    count = "one figure is" if len(rows) == 1 else f"{len(rows)} figures are"
    message = f"{count} not compared with an earlier one: nobody says {', '.join(lacking)}"
    hint = "fill in the columns as far as the sources say; until then briefs name no change"
    yield info("BG295", rows[0].place, message, hint)
