"""Which facts an audience may know, and why it may not know the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.model.facts.coverage import Reason
from briefgen.model.facts.declarations import each_of, values_where, values_with
from briefgen.model.facts.fact import Status
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.known import Standing
from briefgen.model.facts.leaning_texts import rests_on_facts
from briefgen.model.facts.relation import parts_of
from briefgen.model.kinds import kind_of
from briefgen.model.kinds.rates import Rate, units_in
from briefgen.records import dataclass, field
from briefgen.view.as_of import is_embargoed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.diagnostics import Place
    from briefgen.model.audience import Audience
    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.parties_people_references import Reference, Source
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date
    from briefgen.model.values.sensitivity import Sensitivity
    from briefgen.view.as_of import OnTheDay


class Withheld(NamedTuple):
    """What keeps a text from an audience."""

    said: str
    """What it names, in messages: the id of a fact, or a call."""
    place: Place
    """Where it does."""
    how: str
    """`names`, `leans on`."""
    is_entered: bool
    """Whether it is there at all: that it is not is told to whoever keeps the data."""


@dataclass(frozen=True, slots=True)
class Contract:
    """What one audience may know, as of a date."""

    audience: Audience
    on_the_day: OnTheDay
    references: Mapping[str, Reference]
    """Those of the relation: a source may be seen only where its reference may."""
    perspective: str
    """The party that the brief is written from."""
    facts: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict, repr=False)
    """Id → the fact and, of a part, what it is a part of: what a record rests on may be any of them."""
    withheld: Mapping[str, Withheld] = field(default_factory=dict)
    """Id of each text that names what the audience may not know, or leans on it → the first that it names."""
    unspoken: frozenset[str] = frozenset()
    """Ids of texts whose name another one has in the brief, in its language or nearer to it."""
    succeeded: frozenset[str] = frozenset()
    """Ids of headlines in whose place another one stands."""
    spoken: Mapping[str, str] = field(default_factory=dict)
    """Id of each text in another language that stands in the brief → the name that it has there."""
    _answers: dict[int, tuple[Fact, Reason | None]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """By the identity of facts, which are kept beside so that it stays theirs: each is asked after many times."""
    _verdicts: dict[int, tuple[Fact, Reason | None]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """The same, of what a fact names and rests on too."""
    _units: list[frozenset[str]] = field(default_factory=list, init=False, repr=False, compare=False)
    """Once asked for: the currencies of the amounts that the audience may know."""
    cleared: dict[int, tuple[Fact, Fact]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The same → what the audience may see of it, once that was asked (`projection`)."""

    @classmethod
    def of(cls, relation: Relation, audience: Audience, on_the_day: OnTheDay) -> Contract:
        """What the audience may know of a relation on a day."""
        facts: dict[str, tuple[Fact, ...]] = {fact.id: (fact,) for fact in relation.facts}
        facts |= {part.id: (part, fact) for fact in relation.facts for part in parts_of(fact)}
        return cls(audience, on_the_day, relation.references, relation.perspective, facts)

    @property
    def as_of(self) -> Date:
        """The day of the brief."""
        return self.on_the_day.day

    def hidden(self, fact: Fact) -> Reason | None:
        """Why the fact stays hidden; None where the audience may know it."""
        try:
            return self._verdicts[id(fact)][1]
        except KeyError:
            self._verdicts[id(fact)] = fact, self._verdict(fact)
        return self._verdicts[id(fact)][1]

    def _verdict(self, fact: Fact) -> Reason | None:
        if by_itself := self._hidden_by_itself(fact):
            return by_itself
        if fact.id in self.withheld:
            return Reason.NAMES_HIDDEN
        if fact.id in self.unspoken:
            return Reason.LANGUAGE
        if fact.id in self.succeeded:
            return Reason.SUCCEEDED
        if isinstance(fact, Rate):
            return None if fact.is_of_any(self._units_seen()) else Reason.GROUNDLESS
        return Reason.GROUNDLESS if self._is_groundless(fact, {fact.id}) else None

    def called(self, fact: Fact) -> str:
        """The id of a fact in the view."""
        return self.spoken.get(fact.id, fact.id)

    def _units_seen(self) -> frozenset[str]:
        """The currencies of the amounts that the audience may know: a rate of any other would tell of a hidden one."""
        if not self._units:
            whole = (fact for found in self.facts.values() for fact in found[:1])
            seen = (fact for fact in whole if not isinstance(fact, Rate) and self._is_known(fact.id, set()))
            self._units.append(
                frozenset(u for fact in seen for part in (fact, *parts_of(fact)) for u in self._of(part))
            )
        return self._units[0]

    def _of(self, record: Fact) -> Iterator[str]:
        """The units of a fact or of a part that the audience may know too."""
        yield from units_in(record) if self._hidden_by_itself(record) is None else ()

    def _is_groundless(self, fact: Fact, above: set[str]) -> bool:
        """Whether it rests on others of which the audience may know none: it would tell of them what nobody can check.

        A link to nothing is none to what may be known.
        """
        grounds = [link for declared, value in values_where(fact, _is_ground) for link in each_of(declared, value)]
        return bool(grounds) and not any(self._is_known(link, above) for link in grounds)

    def _is_known(self, link: str, above: set[str]) -> bool:
        """Whether the audience may know a ground, which rests on others in its turn; a circle is no ground."""
        found = self.facts.get(link, ())
        if not found or link in above or any(fact.planned for fact in found[1:]):
            return False
        return all(
            self._hidden_by_itself(fact) is None and not self._is_groundless(fact, above | {link}) for fact in found
        )

    def _hidden_by_itself(self, fact: Fact) -> Reason | None:
        if id(fact) not in self._answers:
            self._answers[id(fact)] = fact, self._why_hidden(fact)
        return self._answers[id(fact)][1]

    def _why_hidden(self, fact: Fact) -> Reason | None:
        audience = self.audience
        kind = kind_of(fact)
        sensitivity = max(fact.sensitivity, kind.least) if kind is not None else fact.sensitivity
        if not self.clears(sensitivity, fact.topics):
            return Reason.TOPIC if sensitivity <= audience.clearance else Reason.CLEARANCE
        if kind is not None and kind.name in audience.hide_kinds:
            return Reason.KIND
        if self._is_the_other_sides(fact):
            return Reason.PERSPECTIVE
        if self._is_for_others(fact):
            return Reason.AUDIENCE
        if fact.status is Status.RETRACTED or fact.status in audience.hide_statuses:
            return Reason.STATUS
        if audience.hide_embargoed and is_embargoed(fact, self.as_of):
            return Reason.EMBARGO
        parts = [
            part for part in parts_of(fact) if self._hidden_by_itself(part) in {None, Reason.AS_OF, Reason.OVERTAKEN}
        ]
        match self.on_the_day.standing(fact, parts):
            case Standing.UNKNOWN:
                return Reason.AS_OF
            case Standing.OVERTAKEN:
                return Reason.OVERTAKEN
            case Standing.TOLD | Standing.PLANNED:
                pass
        if audience.require_source and not self.sources(fact) and not rests_on_facts(fact):
            return Reason.UNCITED
        return None

    def _is_the_other_sides(self, fact: Fact) -> bool:
        """Whether it is for one party's own briefs, and this is none of them."""
        own = [each_of(field, value) for field, value in values_where(fact, _is_own_side)]
        return any(self.perspective not in parties for parties in own)

    def _is_for_others(self, fact: Fact) -> bool:
        """Whether it is for the briefs of some audiences, and this is none of them."""
        return any(self.audience.id not in value for _, value in values_with(fact, FieldRole.AUDIENCE))

    def clears(self, sensitivity: Sensitivity | None, topics: tuple[str, ...]) -> bool:
        """Whether a label lets the audience see; None adds nothing to what carries it."""
        return (sensitivity is None or sensitivity <= self.audience.clearance) and not (
            self.audience.hide_topics.intersection(topics)
        )

    def sources(self, fact: Fact) -> tuple[Source, ...]:
        """The fact's sources that may be seen; a source without a known reference is kept for the rules to find."""
        return tuple(source for source in fact.sources if self._may_see(source))

    def _may_see(self, source: Source) -> bool:
        return self.may_cite(source.ref) and self.clears(source.sensitivity, source.topics)

    def may_cite(self, ref: str) -> bool:
        """Whether a reference may be named; one that is not known is kept for the rules to find."""
        reference = self.references.get(ref)
        return reference is None or self.clears(reference.sensitivity, reference.topics)


def _is_ground(field: DeclaredField) -> bool:
    """Whether a fact rests on what the field leads to."""
    return field.narrowed.is_ground


def _is_own_side(field: DeclaredField) -> bool:
    """Whether the field names the party whose own briefs alone may tell of the fact."""
    return field.narrowed.own_side
