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
    from collections.abc import Iterator, Sequence

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding

    _Event: TypeAlias = Milestone | Visit


def events_are_told_once(relation: Relation) -> Iterator[Finding]:
    """BG222 for the second record of what looks like one event."""
    months: dict[tuple[int, int], list[_Event]] = {}
    for event in _dated_to_the_month(relation):
        day = event.date.sort_key[0] if event.date else dt.date.min
        months.setdefault((day.year, day.month), []).append(event)
    for events in months.values():
        ordered = sorted(events, key=lambda event: event.place)
        for first, second in sorted({*_alike(ordered), *_told_again(ordered, relation)}):
            one, other = ordered[first], ordered[second]
            if _meet(one, other):
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


def _alike(events: Sequence[_Event]) -> Iterator[tuple[int, int]]:
    """Numbers of two events of one kind, done by the same."""
    by_what: dict[tuple[object, ...], list[int]] = {}
    for number, event in enumerate(events):
        by_what.setdefault((type(event), event.kind, *_who(event)), []).append(number)
    return (pair for numbers in by_what.values() for pair in combinations(numbers, 2))


def _told_again(events: Sequence[_Event], relation: Relation) -> Iterator[tuple[int, int]]:
    """Numbers of a milestone and a visit where the one tells the other again: it names the visitor."""
    by_visitor: dict[str, list[int]] = {}
    for number, event in enumerate(events):
        key = event.visitor.person if isinstance(event, Visit) and event.visitor else None
        if person := relation.people.get(key or ""):
            by_visitor.setdefault(person.sort_name.partition(",")[0], []).append(number)
    for number, event in enumerate(events):
        if isinstance(event, Milestone) and event.kind in _LOOSE:
            for family, visits in by_visitor.items():
                if family in str(event.title):
                    yield from ((min(number, visit), max(number, visit)) for visit in visits)


_FINE = frozenset({Precision.DAY, Precision.MONTH})
_LOOSE = frozenset({MilestoneKind.CONTEXT, MilestoneKind.OTHER, MilestoneKind.CRISIS})
"""Kinds that hold events of every sort: only the title tells them apart."""


def _meet(one: _Event, other: _Event) -> bool:
    """Whether both can be of one day."""
    return bool(one.date and other.date and one.date.overlaps(other.date))
