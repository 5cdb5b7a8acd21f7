"""Product groups do not overlap.

What it checks: codes of one flow, period and scheme: one that lies within another; and groups that add up to
more than the total.

Why it matters: the sum of 85 and 8517 counts telephones twice.

Example: rows for chapter 85 and heading 8517 of one year.

How to fix: keep one level; a level that the brief does not use is `superseded`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from briefgen.validate.finding import error, warning
from briefgen.validate.trade_rows import STANDING, grouped, named, observations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.entities import TradeObservation
    from briefgen.model.relation import Relation
    from briefgen.validate.finding import Finding


_RANGE = re.compile(r"(\d\d)-(\d\d)")


def product_groups_are_apart(relation: Relation) -> Iterator[Finding]:
    """BG243 for a group within another, an error where the groups exceed their total."""
    flows = (row for row in observations(relation) if row.status in STANDING)
    for rows in grouped(flows, lambda row: (row.period, row.exporter, row.importer, row.flow, row.reporter)):
        total = next((row for row in rows if row.scheme == "TOTAL"), None)
        groups = [row for row in rows if row.scheme != "TOTAL"]
        for one, other in combinations(groups, 2):
            inner, outer = (one, other) if _within(one.code, other.code) else (other, one)
            if one.scheme == other.scheme and _within(inner.code, outer.code):
                message = f"{named(inner)}: {inner.code} is part of {outer.code}: a sum counts it twice"
                yield warning("BG243", inner.at("code"), message, "keep one level", inner)
        if total and groups and not _fits(groups, total):
            summed = sum((row.value.base_value for row in groups), Decimal(0)) / total.value.scale
            message = f"{named(total)}: its product groups add up to {summed.normalize():f}, the total is "
            message += f"{total.value.value}"
            yield error("BG243", total.at("value"), message, "keep groups that do not overlap", total)


def _within(inner: str, outer: str) -> bool:
    """Whether a code lies within another: 8517 in 85, 52 in 50-63."""
    span = _RANGE.match(outer)
    if span:
        return inner != outer and span[1] <= inner[:2] <= span[2]
    return inner != outer and inner.startswith(outer)


def _fits(groups: list[TradeObservation], total: TradeObservation) -> bool:
    """Whether the groups can be parts of the total, at the low end of each."""
    low = sum((row.value.interval.low or Decimal(0) for row in groups), Decimal(0))
    high = total.value.interval.high
    return high is None or low <= high
