"""Headline figures rest on two sources.

What it checks: per period, the sources of trade totals that are no party to the relation (`source_class: party`).
Periods that rest on the same source are told together, at the first of them.

Why it matters: an embassy has an interest in its figure, and one paper that quotes it is no second witness.

Example: all totals of a year from one embassy page.

How to fix: look for the figure in trade statistics, or where it comes from such statistics, in those of somebody else:
the other party counts the same trade. Until then name the source beside the figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.controlled_vocabularies import SourceClass
from briefgen.records import dataclass
from briefgen.validate.finding import info
from briefgen.validate.trade_rows import by_period, grouped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.facts.parties_people_references import Reference
    from briefgen.model.facts.relation import Relation
    from briefgen.model.kinds.trade import TradeObservation
    from briefgen.validate.finding import Finding


_SHOWN = 6
"""How many periods a message names."""


@dataclass(frozen=True, slots=True)
class _Weak:
    """A period whose totals rest on one disinterested source, or on none."""

    row: TradeObservation
    """The first total."""
    apart: str
    interested: tuple[str, ...]
    hint: str

    @property
    def excused(self) -> str:
        """What keeps a row with an excuse apart, so that it excuses itself and no other."""
        return self.row.id if self.row.ignore else ""


def headline_figures_have_two_sources(relation: Relation) -> Iterator[Finding]:
    """BG249 for the first total of the periods that rest on the same one disinterested source, or on none."""
    for alike in grouped(_weak(relation), lambda weak: (weak.apart, weak.interested, weak.excused)):
        first = alike[0]
        one = f"'{first.apart}'" if first.apart else "a party's word"
        message = f"{_periods(alike)}: the trade totals rest on {one} alone"
        if first.apart and first.interested:
            message += f", beside the interested {', '.join(map(repr, first.interested))}"
        yield info("BG249", first.row.at("sources"), message, first.hint, first.row)


def _weak(relation: Relation) -> Iterator[_Weak]:
    """Each period's totals that fewer than two disinterested sources carry."""
    for rows in by_period(relation):
        refs = dict.fromkeys(source.ref for row in rows for source in row.sources)
        known = [relation.references[ref] for ref in refs if ref in relation.references]
        apart = [reference for reference in known if reference.source_class is not SourceClass.PARTY]
        if known and len(apart) <= 1:
            interested = tuple(reference.id for reference in known if reference not in apart)
            yield _Weak(rows[0], apart[0].id if apart else "", interested, _next_step(apart))


def _periods(alike: Sequence[_Weak]) -> str:
    """The first of the periods, and how many more."""
    periods = list(dict.fromkeys(str(weak.row.period) for weak in alike))
    shown = ", ".join(periods[:_SHOWN])
    return f"{shown} and {len(periods) - _SHOWN} more" if len(periods) > _SHOWN else shown


def _next_step(apart: Sequence[Reference]) -> str:
    """Where to look for another source, by what there is."""
    if any(one.source_class is SourceClass.DATASET for one in apart):
        return "look for the same trade in somebody else's statistics, such as those of the other party"
    return "look for them in trade statistics"
