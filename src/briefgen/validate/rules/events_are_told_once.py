"""An event is told once.

What it checks: visits of one kind, and milestones of one kind, with overlapping dates and the same people or parties;
and milestones of no particular kind that name the visitor of a visit of their month.

Why it matters: the timeline prints it twice, and counts of visits are one too high.

Example: two official visits of August 2015 by one person.

How to fix: delete one, and keep its sources at the other; if they are two events, say so with `ignore:
[MIL-DUP]` and the reason.
"""

from __future__ import annotations

import datetime as dt
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from briefgen.model.facts.controlled_vocabularies import MilestoneKind
from briefgen.model.kinds.milestones import Milestone
from briefgen.model.kinds.visits import Visit
from briefgen.model.values.date import Precision
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding

    _Event: TypeAlias = Milestone | Visit


def events_are_told_once(relation: Relation) -> Iterator[Finding]:
    """BG222 for the second record of what looks like one event."""
    months: dict[tuple[int, int], list[_Event]] = {}
    for event in _dated_to_the_month(relation):
        first = event.date.sort_key[0] if event.date else dt.date.min
        months.setdefault((first.year, first.month), []).append(event)
    for events in months.values():
        for one, other in combinations(sorted(events, key=lambda event: event.place), 2):
            same = one.kind == other.kind and _who(one) == _who(other)
            if (same or _tells(one, other, relation) or _tells(other, one, relation)) and _meet(one, other):
                what = f"{one.kind.replace('_', ' ')}, {other.date}"
                message = f"'{other.id}' and '{one.id}' look like one event ({what})"
                yield warning("BG222", other.place, message, "delete one, and keep its sources at the other", other)


def _dated_to_the_month(relation: Relation) -> Iterator[_Event]:
    """Events known to a month or a day; two events of one year are no duplicate."""
    for fact in relation.facts:
        if isinstance(fact, Milestone | Visit) and fact.date and fact.date.precision in _FINE:
            yield fact


def _who(event: _Event) -> tuple[object, ...]:
    if isinstance(event, Milestone):
        return event.sending, event.host, event.counts_from, str(event.title) if event.kind in _LOOSE else ""
    return event.visitor, event.host, event.counterparts


def _tells(milestone: _Event, visit: _Event, relation: Relation) -> bool:
    """Whether a milestone tells a visit again: it names the visitor."""
    if not isinstance(milestone, Milestone) or milestone.kind not in _LOOSE:
        return False
    key = visit.visitor.person if isinstance(visit, Visit) and visit.visitor else None
    person = relation.people.get(key or "")
    return person is not None and person.sort_name.partition(",")[0] in str(milestone.title)


_FINE = frozenset({Precision.DAY, Precision.MONTH})
_LOOSE = frozenset({MilestoneKind.CONTEXT, MilestoneKind.OTHER, MilestoneKind.CRISIS})
"""Kinds that hold events of every sort: only the title tells them apart."""


def _meet(one: _Event, other: _Event) -> bool:
    """Whether both can be of one day."""
    return bool(one.date and other.date and one.date.overlaps(other.date))
