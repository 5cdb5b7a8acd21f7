"""Headline figures rest on two sources.

What it checks: per period, the sources of trade totals that are no party to the relation (`source_class: party`).

Why it matters: an embassy has an interest in its figure, and one paper that quotes it is no second witness.

Example: all totals of a year from one embassy page.

How to fix: look for the figure in trade statistics, or where it comes from such statistics, in those of somebody else:
the other party counts the same trade. Until then name the source beside the figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import SourceClass
from briefgen.validate.finding import info
from briefgen.validate.trade_rows import by_period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.facts.parties_people_references import Reference
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def headline_figures_have_two_sources(relation: Relation) -> Iterator[Finding]:
    """BG249 for the first total of a period that fewer than two disinterested sources carry."""
    for rows in by_period(relation):
        refs = dict.fromkeys(source.ref for row in rows for source in row.sources)
        known = [relation.references[ref] for ref in refs if ref in relation.references]
        apart = [reference for reference in known if reference.source_class is not SourceClass.PARTY]
        if known and len(apart) <= 1:
            interested = ", ".join(f"'{reference.id}'" for reference in known if reference not in apart)
            one = f"'{apart[0].id}'" if apart else "a party's word"
            message = f"{rows[0].period}: the trade totals rest on {one} alone"
            message += f", beside the interested {interested}" if interested and apart else ""
            yield info("BG249", rows[0].at("sources"), message, _next_step(apart), rows[0])


def _next_step(apart: Sequence[Reference]) -> str:
    """Where to look for another source, by what there is."""
    if any(one.source_class is SourceClass.DATASET for one in apart):
        return "look for the same trade in somebody else's statistics, such as those of the other party"
    return "look for them in trade statistics"
