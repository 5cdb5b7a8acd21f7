"""What is known on a day: the one answer to whether a date has been reached, for views and for rules.

Of an event its first possible day counts. A figure of a period is known when the period is over. A value that holds
up to some time was found at that time: of an interval its end counts, so that a count "until 2021" is none of 2016.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, assert_never

from briefgen.model.facts.declarations import values_of
from briefgen.model.facts.field_roles import FieldRole, Nature

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.fact import Fact
    from briefgen.model.values.date import Date


def dates_of(fact: Fact) -> Iterator[tuple[DeclaredField, Date]]:
    """The dates of the matter that a fact has, in the order of its declaration; not those of its parts."""
    return (
        (field, value) for field, value in values_of(fact) if field.role.nature is Nature.DATE and value is not None
    )


def known_from(role: FieldRole, date: Date) -> dt.date:
    """The first day on which what is dated so can be told."""
    match role:
        case FieldRole.HAPPENED | FieldRole.BEGINS | FieldRole.ENDS | FieldRole.DURING:
            return date.lower or dt.date.min
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
            | FieldRole.PARTS | FieldRole.AUTHORS | FieldRole.AS_READ
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
