"""What is known as of a date: a brief shows the state of the world on a day, and nothing younger."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefgen.model.facts.declarations import values_of
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.known import dates_of, is_reached, may_lie_ahead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.parties_people_references import Person
    from briefgen.model.values.date import Date

_FOLLOWING = frozenset({FieldRole.BEGINS, FieldRole.ENDS})
"""Dates of what follows on the event: before them the event may be told, and they may not."""
_WHEN = frozenset({FieldRole.HAPPENED, FieldRole.BEGINS, FieldRole.DURING, FieldRole.PERIOD, FieldRole.SPEAKS_OF})
"""Dates that say when a fact is; the time of a value says when it was found."""


def is_known(fact: Fact, as_of: Date, parts: Sequence[Fact] = ()) -> bool:
    """Whether the fact was known on the as-of date: recorded by then, and each of its dates reached.

    What has no date of its own, nor a day on which it was recorded, is as old as the first of its parts; they are those
    that the audience may know at some time, so that a hidden one does not show by what it is a part of.
    """
    if fact.recorded is not None and not is_reached(FieldRole.RECORDED, fact.recorded, as_of):
        return False
    dates = list(dates_of(fact))
    if not dates and fact.recorded is None and parts:
        return any(is_known(part, as_of) for part in parts)
    has_event = any(field.role is FieldRole.HAPPENED for field, _ in dates)
    return all(
        is_reached(field.role, date, as_of)
        for field, date in dates
        if not (has_event and field.role is FieldRole.BEGINS) and not may_lie_ahead(fact, field)
    )


def is_embargoed(fact: Fact, as_of: Date) -> bool:
    """Whether the fact may not be told yet: an embargo until May 2021 holds to the month's last day."""
    return fact.embargo_until is not None and not is_reached(FieldRole.EMBARGO, fact.embargo_until, as_of)


def not_yet(record: object, as_of: Date) -> dict[str, Any]:
    """What of a known record was still to come, and the words that tell of it: field → its value till then."""
    later: dict[str, Any] = {}
    for field, date in dates_of(record):
        if field.role in _FOLLOWING and not is_reached(field.role, date, as_of):
            later[field.name] = field.default
        elif field.role is FieldRole.DURING and (known := date.until_known(as_of.sort_key[1])) != date:
            later[field.name] = known
    return later | {field.name: field.default for field, _ in values_of(record) if field.narrowed.tells_of in later}


def offices_then(person: Person, as_of: Date) -> Person:
    """A person with the terms of office that had begun by the as-of date, none over before it was."""
    begun = [
        term for term in person.terms
        if all(is_reached(field.role, date, as_of) for field, date in dates_of(term) if field.role not in _FOLLOWING)
    ]  # fmt: skip
    return replace(person, terms=tuple(replace(term, **not_yet(term, as_of)) for term in begun))


def when(fact: Fact) -> Date | None:
    """The date that a fact has its place in time by."""
    return next((date for field, date in dates_of(fact) if field.role in _WHEN), None)


def latest_date(fact: Fact) -> Date | None:
    """The same, or else the time that its value holds for: by this the newest of several is chosen."""
    return when(fact) or next((date for field, date in dates_of(fact) if field.role is FieldRole.HOLDS_FOR), None)


def event_date(fact: Fact) -> Date | None:
    """When the thing happened, for facts that are events."""
    return next((date for field, date in dates_of(fact) if field.role is FieldRole.HAPPENED), None)
