"""What is known on a day: the one answer to whether a date has been reached, for views and for rules.

Of an event its first possible day counts; where none is known (`../2021`), the first day of its end: what was so by
2021 is not said of 2016. A figure of a period is known when the period is over. A value that holds up to some time was
found at that time: of an interval its end counts, so that a count "until 2021" is none of 2016.
"""

from __future__ import annotations

import datetime as dt
import enum
from typing import TYPE_CHECKING, Any, assert_never

from briefgen.model.facts.declarations import values_with
from briefgen.model.facts.field_roles import FieldRole, Nature

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.fact import Fact
    from briefgen.model.values.date import Date

_DATES = tuple(role for role in FieldRole if role.nature is Nature.DATE)
_LASTING = (FieldRole.DURING, FieldRole.HOLDS_FOR)
"""Times through which something holds."""


class Standing(enum.Enum):
    """What can be said of a fact as of a day."""

    TOLD = enum.auto()
    """What was, or is, so."""
    PLANNED = enum.auto()
    """What is to come: it may be said that it is planned, and nothing else."""
    OVERTAKEN = enum.auto()
    """What was planned for a time that is over: whether it came about, nobody has said."""
    UNKNOWN = enum.auto()
    """Nothing."""


class Holding(enum.StrEnum):
    """What can be said, as of a day, of what holds for a time: an office, a membership, a count."""

    NOW = "now"
    """The day lies in its time."""
    PAST = "past"
    """Its time lies before the day; whether it went on, nobody says."""
    AHEAD = "ahead"
    """Of a time laid down beforehand: it is yet to begin."""
    UNCLEAR = "unclear"
    """Its time is not known, as of what was so by some time; or another is said to hold the same at the same time."""


def dates_of(record: object) -> Iterator[tuple[DeclaredField, Date]]:
    """The dates of the matter that a record has, in the order of its declaration; not those of its parts."""
    return ((field, value) for field, value in values_with(record, *_DATES) if value is not None)


def standing(fact: Fact, day: Date, parts: Sequence[Fact] = ()) -> Standing:
    """What can be said of a fact as of a day: recorded by then, and each of its dates reached, or else planned by then.

    What has no date of its own, nor a day on which it was recorded, is as old as the first of its parts; they are those
    that may be known at some time, so that a hidden one does not show by what it is a part of.
    """
    if fact.recorded is not None and not is_reached(FieldRole.RECORDED, fact.recorded, day):
        return Standing.UNKNOWN
    if fact.planned:
        return _of_a_plan(fact, day)
    dates = list(dates_of(fact))
    if not any(says_since_when(field.role) for field, _ in dates) and fact.recorded is None and parts:
        is_old = any(standing(part, day) is not Standing.UNKNOWN for part in parts)
        return Standing.TOLD if is_old else Standing.UNKNOWN
    is_known = all(
        is_reached(field.role, date, day)
        for field, date in dates
        if not follows(fact, field) and not may_lie_ahead(fact, field)
    )
    return Standing.TOLD if is_known else Standing.UNKNOWN


def says_since_when(role: FieldRole) -> bool:
    """Whether a date of such a role says from when something is told; an end, which may lie ahead, does not."""
    return role is not FieldRole.ENDS


def _of_a_plan(fact: Fact, day: Date) -> Standing:
    """It is one up to the last day that it was planned for; what nobody recorded, or what never happens, is none."""
    if fact.recorded is None or not can_be_planned(fact):
        return Standing.UNKNOWN
    date = event_date(fact)
    return Standing.OVERTAKEN if date is not None and date.sort_key[1] < day.sort_key[1] else Standing.PLANNED


def can_be_planned(fact: Fact) -> bool:
    """Whether facts of its kind happen; a figure or a judgement does not."""
    return any(True for _ in values_with(fact, FieldRole.HAPPENED))


def event_date(fact: object) -> Date | None:
    """When the thing happened, or is planned for, where its kind happens: the first stage of what has several."""
    return next((date for field, date in dates_of(fact) if field.role is FieldRole.HAPPENED), None)


def follows(record: object, field: DeclaredField) -> bool:
    """Whether a date is one of what follows on the event, so that the event may be told before it.

    So does what begins with it; and of something that comes about in stages, each stage after the first on record.
    """
    match field.role:
        case FieldRole.BEGINS:
            return bool(_stages(record))
        case FieldRole.HAPPENED:
            return field.name in _stages(record)[1:]
        case _:
            return False


def _stages(record: object) -> list[str]:
    """The fields that say when it happened, of those that have a date."""
    return [field.name for field, _ in dates_of(record) if field.role is FieldRole.HAPPENED]


def word_on(record: object, field: DeclaredField, entered: str | None, day: Date, data_as_of: Date) -> Any:  # noqa: ANN401 - a word of any list
    """The word of a list that can be said on a day: what its dates say, or what is entered, where it goes further.

    What is entered without a date was so when the data were last looked through: earlier days do not say it.
    """
    dates = {other.name: (other.role, date) for other, date in dates_of(record)}
    reached = [
        (word, name) for word, name in field.narrowed.dated if name in dates and is_reached(*dates[name], day)
    ]  # fmt: skip
    computed, by = reached[-1] if reached else (field.default, "")
    if entered is None:
        return computed
    own = dict(field.narrowed.dated).get(entered, "")
    if own in dates:
        return entered if own == by else computed
    is_current = day.sort_key[1] >= data_as_of.sort_key[0]
    is_further = not reached or field.choices.index(entered) > field.choices.index(computed)
    return entered if is_current and is_further and entered != field.default else computed


def holding(record: object, day: Date) -> Holding | None:
    """Whether what a record tells of holds on a day; None of what happens and is over, or has no time."""
    times = [value for _, value in values_with(record, *_LASTING)]
    scheduled = [value for _, value in values_with(record, FieldRole.SCHEDULED)]
    if not times and not scheduled:
        return None
    time = next((date for date in (*times, *scheduled) if date is not None), None)
    if time is None:
        return Holding.UNCLEAR
    if time.overlaps(day):
        return Holding.NOW if scheduled or time.lower else Holding.UNCLEAR
    return Holding.AHEAD if scheduled and time.sort_key[0] > day.sort_key[1] else Holding.PAST


def known_from(role: FieldRole, date: Date) -> dt.date:
    """The first day on which what is dated so can be told."""
    match role:
        case FieldRole.HAPPENED | FieldRole.BEGINS | FieldRole.ENDS | FieldRole.DURING | FieldRole.SCHEDULED:
            return date.lower or date.end_begins or dt.date.min
        case FieldRole.HOLDS_FOR | FieldRole.SPEAKS_OF:
            return date.end_begins or date.lower or dt.date.min
        case FieldRole.PERIOD:
            return date.upper or dt.date.max
        case FieldRole.RECORDED:
            return date.lower or date.end_begins or dt.date.max
        case FieldRole.EMBARGO:
            return date.upper or dt.date.max
        case (
            FieldRole.ID | FieldRole.PLACE | FieldRole.SEED | FieldRole.STATUS | FieldRole.SOURCES
            | FieldRole.INFERRED | FieldRole.TOPICS | FieldRole.SENSITIVITY | FieldRole.SUPPRESSIONS | FieldRole.LINE
            | FieldRole.TITLE | FieldRole.TEXT | FieldRole.QUOTE | FieldRole.WORDS | FieldRole.ONE_OF
            | FieldRole.TRUTH | FieldRole.MAJOR | FieldRole.PLANNED | FieldRole.WHOLE | FieldRole.QUANTITY
            | FieldRole.MONEY | FieldRole.RATE | FieldRole.PARTY | FieldRole.COUNTRY | FieldRole.PERSON
            | FieldRole.ORGANISATION | FieldRole.REFERENCE | FieldRole.ACTOR | FieldRole.VENUE | FieldRole.TERMS
            | FieldRole.LINK | FieldRole.PARTS | FieldRole.AUTHORS | FieldRole.AS_READ | FieldRole.ADDRESS
            | FieldRole.FILE | FieldRole.PROSE | FieldRole.INDICATOR | FieldRole.YEAR_BEGINS | FieldRole.VALUED
            | FieldRole.AUDIENCE | FieldRole.GROUNDS
        ):  # fmt: skip
            return dt.date.max
        case _:
            assert_never(role)


def may_lie_ahead(fact: Fact, field: DeclaredField) -> bool:
    """Whether a fact may be told before a date of it: an end, or a time that was known beforehand."""
    match field.role:
        case FieldRole.ENDS:
            return True
        case FieldRole.SPEAKS_OF:
            return fact.recorded is not None
        case FieldRole.SCHEDULED:
            return fact.recorded is not None or event_date(fact) is not None
        case _:
            return False


def is_laid_down(field: DeclaredField, date: Date, day: Date, data_as_of: Date) -> bool:
    """Whether a date is an end that lies ahead, and was laid down beforehand as far as can be told on a day.

    What the data tell of a time that is yet to come nobody has seen: it was laid down by the day of the data. Earlier
    days do not say so: an end may have been put off, or brought forward, in between.
    """
    is_current = day.sort_key[1] >= data_as_of.sort_key[0]
    return field.narrowed.laid_down and is_current and not is_reached(field.role, date, day)


def is_reached(role: FieldRole, date: Date, day: Date) -> bool:
    """Whether what is dated so can be told as of a day."""
    return known_from(role, date) <= day.sort_key[1]
