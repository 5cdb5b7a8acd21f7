"""What is known as of a date: a brief shows the state of the world on a day, and nothing younger."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.facts.fact import Fact
    from briefgen.model.values.date import Date

_EVENT_DATES = ("date", "signed", "created", "period")
"""Fields that say when a thing happened; a brief as of an earlier day cannot know it."""


def is_known(fact: Fact, as_of: Date) -> bool:
    """Whether the fact was known on the as-of date: recorded by then, or, with no record date, begun by then."""
    since = fact.recorded or event_date(fact)
    return since is None or since.sort_key[0] <= as_of.sort_key[1]


def is_embargoed(fact: Fact, as_of: Date) -> bool:
    """Whether the fact may not be told yet: an embargo until May 2021 holds to the month's last day."""
    return fact.embargo_until is not None and as_of.sort_key[1] < fact.embargo_until.sort_key[1]


def event_date(fact: Fact) -> Date | None:
    """When the thing happened, for facts that are events."""
    return next((d for name in _EVENT_DATES if (d := getattr(fact, name, None)) is not None), None)
