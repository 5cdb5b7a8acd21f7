"""What is known as of a date: a brief shows the state of the world on a day, and nothing younger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.model.facts.declarations import values_where
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.known import Standing, dates_of, follows, is_laid_down, is_reached, standing, word_on
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.parties_people_references import Person
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date

_FOLLOWING = frozenset({FieldRole.BEGINS, FieldRole.ENDS})
"""Dates of what follows on the event: before them the event may be told, and they may not."""
_WHEN = frozenset({
    FieldRole.HAPPENED, FieldRole.BEGINS, FieldRole.DURING, FieldRole.PERIOD, FieldRole.SPEAKS_OF,
    FieldRole.SCHEDULED,
})  # fmt: skip
"""Dates that say when a fact is; the time of a value says when it was found."""


class OnTheDay:
    """What facts are as of a day, whoever asks: worked out for the first audience, and kept for the others.

    By the identity of facts, which are kept beside so that it stays theirs.
    """

    def __init__(self, day: Date, data_day: Date) -> None:
        self.day = day
        self._data_day = data_day
        """The day whose knowledge the data show: what they say without a date was so then."""
        self._standings: dict[int, tuple[Fact, Standing]] = {}
        self._later: dict[int, tuple[Fact, dict[str, Any]]] = {}

    @classmethod
    def of(cls, relation: Relation, as_of: Date | None) -> OnTheDay:
        """Of a relation on a day; without one, on the relation's own."""
        return cls(as_of or relation.as_of, relation.as_of)

    def standing(self, fact: Fact, parts: Sequence[Fact]) -> Standing:
        """What can be said of a fact; of one with parts it depends on those that its audience may know."""
        if parts:
            return standing(fact, self.day, parts)
        if id(fact) not in self._standings:
            self._standings[id(fact)] = fact, standing(fact, self.day)
        return self._standings[id(fact)][1]

    def not_yet(self, fact: Fact) -> dict[str, Any]:
        """What of a fact was still to come: field → its value till then."""
        if id(fact) not in self._later:
            self._later[id(fact)] = fact, not_yet(fact, self.day, self._data_day)
        return self._later[id(fact)][1]


def is_embargoed(fact: Fact, as_of: Date) -> bool:
    """Whether the fact may not be told yet: an embargo until May 2021 holds to the month's last day."""
    return fact.embargo_until is not None and not is_reached(FieldRole.EMBARGO, fact.embargo_until, as_of)


def not_yet(record: object, as_of: Date, data_as_of: Date | None = None) -> dict[str, Any]:
    """What of a known record was still to come, and the words that tell of it: field → its value till then."""
    later: dict[str, Any] = {}
    dates = {field.name: (field.role, date) for field, date in dates_of(record)}
    for field, date in dates_of(record):
        may_follow = field.role in _FOLLOWING or follows(record, field)
        is_told = is_reached(field.role, date, as_of) or is_laid_down(field, date, as_of, data_as_of or as_of)
        if may_follow and not is_told:
            later[field.name] = field.default
        elif field.role is FieldRole.DURING and (known := date.until_known(as_of.sort_key[1])) != date:
            later[field.name] = known
    for field, value in values_where(record, _goes_by_dates):
        told_of = field.narrowed.tells_of
        is_early = told_of in dates and not is_reached(*dates[told_of], as_of)
        if is_early or (field.narrowed.of_the_whole and told_of in later):
            later[field.name] = field.default
        elif field.narrowed.dated and (word := word_on(record, field, value, as_of, data_as_of or as_of)) != value:
            later[field.name] = word
    return later


def _goes_by_dates(field: DeclaredField) -> bool:
    """Whether what stands in a field may be told only from the day of another."""
    return bool(field.narrowed.tells_of or field.narrowed.dated)


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
