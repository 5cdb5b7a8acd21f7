"""A series keeps to one revision of the Harmonised System.

What it checks: the scheme of trade figures of one flow and code over the periods, such as HS12 and HS17.

Why it matters: codes are split and merged with each revision: 8517 of 2017 is not 8517 of 2012.

Example: 8701 under HS12 in 2018 and under HS17 in 2019.

How to fix: export all years in one revision; most statistics offices convert on request.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.validate.finding import warning
from briefgen.validate.trade_rows import grouped, named, observations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def hs_revisions_are_one(relation: Relation) -> Iterator[Finding]:
    """BG241 for a figure whose revision is not that of the period before."""
    coded = sorted((r for r in observations(relation) if r.scheme.startswith("HS")), key=lambda r: r.period.sort_key)
    for rows in grouped(coded, lambda row: (row.exporter, row.importer, row.flow, row.code)):
        for one, other in pairwise(rows):
            if one.scheme != other.scheme:
                message = f"{named(other)} is {other.scheme}, but {one.scheme} in {one.period}"
                yield warning("BG241", other.at("scheme"), message, "take all periods in one revision", other)
