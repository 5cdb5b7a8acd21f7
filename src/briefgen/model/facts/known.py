"""What is known on a day: the one answer to whether a date has been reached, for views and for rules.

Of an event its first possible day counts; where none is known (`../2021`), the first day of its end: what was so by
2021 is not said of 2016. A figure of a period is known when the period is over. A value that holds up to some time was
found at that time: of an interval its end counts, so that a count "until 2021" is none of 2016.
"""

from __future__ import annotations

import datetime as dt
import enum
from typing import TYPE_CHECKING, assert_never

from briefgen.model.facts.declarations import values_of
from briefgen.model.facts.field_roles import FieldRole, Nature

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.fact import Fact
    from briefgen.model.values.date import Date

_LASTING = frozenset({FieldRole.DURING, FieldRole.HOLDS_FOR})
"""Times through which something holds."""


class Holding(enum.StrEnum):
    """What can be said, as of a day, of what holds for a time: an office, a membership, a count."""

    NOW = "now"
    """The day lies in its time."""
    PAST = "past"
    """Its time lies before the day; whether it went on, nobody says."""
    UNCLEAR = "unclear"
    """Its time is not known, or another is said to hold the same at the same time."""


def dates_of(record: object) -> Iterator[tuple[DeclaredField, Date]]:
    """The dates of the matter that a record has, in the order of its declaration; not those of its parts."""
    return (
        (field, value) for field, value in values_of(record) if field.role.nature is Nature.DATE and value is not None
    )


def holding(record: object, day: Date) -> Holding | None:
    """Whether what a record tells of holds on a day; None of what happens and is over, or has no time."""
    times = [value for field, value in values_of(record) if field.role in _LASTING]
    if not times:
        return None
    time = next((date for date in times if date is not None), None)
    if time is None:
        return Holding.UNCLEAR
    return Holding.NOW if time.overlaps(day) else Holding.PAST


def known_from(role: FieldRole, date: Date) -> dt.date:
    """The first day on which what is dated so can be told."""
    match role:
        case FieldRole.HAPPENED | FieldRole.BEGINS | FieldRole.ENDS | FieldRole.DURING:
            return date.lower or date.end_begins or dt.date.min
        case FieldRole.HOLDS_FOR | FieldRole.SPEAKS_OF:
            return date.end_begins or date.lower or dt.date.min
        case FieldRole.PERIOD:
            return date.upper or dt.date.max
        case FieldRole.RECORDED:
            return date.lower or dt.date.min
        case FieldRole.EMBARGO:
            return date.upper or dt.date.max
        case (
            FieldRole.ID | FieldRole.PLACE | FieldRole.SEED | FieldRole.STATUS | FieldRole.SOURCES
            | FieldRole.INFERRED | FieldRole.TOPICS | FieldRole.SENSITIVITY | FieldRole.SUPPRESSIONS | FieldRole.LINE
            | FieldRole.TITLE | FieldRole.TEXT | FieldRole.QUOTE | FieldRole.WORDS | FieldRole.ONE_OF
            | FieldRole.TRUTH | FieldRole.MAJOR | FieldRole.WHOLE | FieldRole.QUANTITY | FieldRole.MONEY
            | FieldRole.RATE | FieldRole.PARTY | FieldRole.COUNTRY | FieldRole.PERSON | FieldRole.ORGANISATION
            | FieldRole.REFERENCE | FieldRole.ACTOR | FieldRole.VENUE | FieldRole.TERMS | FieldRole.LINK
            | FieldRole.PARTS
        ):  # fmt: skip
            return dt.date.max
        case _:
            assert_never(role)


def may_lie_ahead(fact: Fact, field: DeclaredField) -> bool:
    """Whether a fact may be told before a date of it: an end, or what a judgement speaks of that was known earlier."""
    return field.role is FieldRole.ENDS or (field.role is FieldRole.SPEAKS_OF and fact.recorded is not None)


def is_reached(role: FieldRole, date: Date, day: Date) -> bool:
    """Whether what is dated so can be told as of a day."""
    return known_from(role, date) <= day.sort_key[1]
