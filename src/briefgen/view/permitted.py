"""Which facts an audience may know, as of a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.fact import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.audience import Audience
    from briefgen.model.date import Date
    from briefgen.model.fact import Fact

_EVENT_DATES = ("date", "signed", "created", "period")
"""Fields that say when a thing happened; a brief as of an earlier day cannot know it."""


def permits(audience: Audience, as_of: Date, collection: str) -> Callable[[Fact], bool]:
    """A test of whether a fact of a collection may reach the audience."""

    def permitted(fact: Fact) -> bool:
        return (
            fact.sensitivity <= audience.clearance
            and collection not in audience.hide_kinds
            and not audience.hide_topics.intersection(fact.topics)
            and fact.status is not Status.RETRACTED
            and fact.status not in audience.hide_statuses
            and (bool(fact.sources) or not audience.require_source)
            and is_known(fact, as_of)
        )

    return permitted


def is_known(fact: Fact, as_of: Date) -> bool:
    """Whether the fact was known on the as-of date: recorded by then, or, with no record date, begun by then."""
    since = fact.recorded or event_date(fact)
    return since is None or since.sort_key[0] <= as_of.sort_key[1]


def event_date(fact: Fact) -> Date | None:
    """When the thing happened, for facts that are events."""
    return next((d for name in _EVENT_DATES if (d := getattr(fact, name, None)) is not None), None)
