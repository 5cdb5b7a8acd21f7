"""Product groups do not overlap.

What it checks: codes of one flow, period and scheme: one that lies within another; and groups that add up to
more than the total.

Why it matters: the sum of 85 and 8517 counts telephones twice.

Example: rows for chapter 85 and heading 8517 of one year.

How to fix: keep one level; a level that the brief does not use is `superseded`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.comparability import period_key
from briefgen.validate.finding import error, warning
from briefgen.validate.trade_rows import STANDING, are_alike, grouped, named, observations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.model.kinds.trade import TradeObservation
    from briefgen.validate.finding import Finding


_RANGE = late_pattern(r"(\d\d)-(\d\d)")


def product_groups_are_apart(relation: Relation) -> Iterator[Finding]:
    """BG243 for the first group within another, an error where the outermost groups exceed their total."""
    flows = (row for row in observations(relation) if row.status in STANDING)
    for rows in grouped(flows, lambda row: (period_key(row), row.exporter, row.importer, row.flow, row.reporter)):
        groups = [row for row in rows if not row.is_total]
        for within in grouped(groups, lambda row: row.scheme):
            yield from _overlaps(within)
            total = next((row for row in rows if row.is_total), None)
            if total and are_alike(total, *within):
                yield from _excess(within, total)


def _overlaps(groups: list[TradeObservation]) -> Iterator[Finding]:
    inner = [(row, outer) for row, outer in zip(groups, _outer_codes(groups), strict=True) if outer]
    if inner:
        row, outer = inner[0]
        more = f", and {len(inner) - 1} more like it" if len(inner) > 1 else ""
        message = f"{named(row)}: {row.code} is part of {outer}{more}: a sum counts it twice"
        yield warning("BG243", row.at("code"), message, "keep one level", row)


def _excess(groups: list[TradeObservation], total: TradeObservation) -> Iterator[Finding]:
    outermost = [row for row, outer in zip(groups, _outer_codes(groups), strict=True) if not outer]
    low = sum((row.value.interval.low or Decimal(0) for row in outermost), Decimal(0))
    high = total.value.interval.high
    if high is not None and low > high:
        summed = sum((row.value.base_value for row in outermost), Decimal(0)) / total.value.scale
        message = f"{named(total)}: its product groups add up to {summed.normalize():f}, the total is "
        message += f"{total.value.value}"
        yield error("BG243", total.at("value"), message, "keep groups that do not overlap", total)


def _outer_codes(groups: list[TradeObservation]) -> list[str | None]:
    """For each group the code of another that it lies within: 8517 in 85, 52 in 50-63."""
    codes = {row.code for row in groups}
    spans = [(code, found[1], found[2]) for code in sorted(codes) if (found := _RANGE.match(code))]
    return [_outer(row.code, codes, spans) for row in groups]


def _outer(code: str, codes: set[str], spans: list[tuple[str, str, str]]) -> str | None:
    shorter = next((code[:end] for end in range(1, len(code)) if code[:end] in codes), None)
    return shorter or next((span for span, low, high in spans if span != code and low <= code[:2] <= high), None)
