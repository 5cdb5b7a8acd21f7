"""Which facts an audience may know, as of a date, and why it may not know the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.model.facts.coverage import Reason
from briefgen.model.facts.fact import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.model.audience import Audience
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.parties_people_references import Reference, Source
    from briefgen.model.values.date import Date
    from briefgen.model.values.sensitivity import Sensitivity

_EVENT_DATES = ("date", "signed", "created", "period")
"""Fields that say when a thing happened; a brief as of an earlier day cannot know it."""


@dataclass(frozen=True, slots=True)
class Contract:
    """What one audience may know, as of a date."""

    audience: Audience
    as_of: Date
    references: Mapping[str, Reference]
    """Those of the relation: a source may be seen only where its reference may."""

    def hidden(self, fact: Fact, collection: str = "") -> Reason | None:
        """Why the fact stays hidden; None where the audience may know it."""
        audience = self.audience
        if not self.clears(fact.sensitivity, fact.topics):
            return Reason.TOPIC if fact.sensitivity <= audience.clearance else Reason.CLEARANCE
        if collection in audience.hide_kinds:
            return Reason.KIND
        if fact.status is Status.RETRACTED or fact.status in audience.hide_statuses:
            return Reason.STATUS
        if audience.hide_embargoed and is_embargoed(fact, self.as_of):
            return Reason.EMBARGO
        if not is_known(fact, self.as_of):
            return Reason.AS_OF
        if audience.require_source and not self.sources(fact):
            return Reason.UNCITED
        return None

    def clears(self, sensitivity: Sensitivity | None, topics: tuple[str, ...]) -> bool:
        """Whether a label lets the audience see; None adds nothing to what carries it."""
        return (sensitivity is None or sensitivity <= self.audience.clearance) and not (
            self.audience.hide_topics.intersection(topics)
        )

    def sources(self, fact: Fact) -> tuple[Source, ...]:
        """The fact's sources that may be seen; a source without a known reference is kept for the rules to find."""
        return tuple(source for source in fact.sources if self._may_see(source))

    def _may_see(self, source: Source) -> bool:
        reference = self.references.get(source.ref)
        known = reference is None or self.clears(reference.sensitivity, reference.topics)
        return known and self.clears(source.sensitivity, source.topics)


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
