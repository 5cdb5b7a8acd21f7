"""Which fields of which facts an audience may know, and which of them its brief shows: for the owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefgen.model.facts.declarations import each_of, fields_of, values_of, values_where, values_with
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import FieldRole, Nature
from briefgen.model.facts.plans import COMMON, answering
from briefgen.model.facts.relation import parts_of
from briefgen.records import dataclass
from briefgen.view.projection import cleared, renumbered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from briefgen.model.audience import Audience
    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.relation import Relation
    from briefgen.view.access import Contract
    from briefgen.view.shared_work import SharedWork

_FOR_ALL = frozenset(field.name for field in fields_of(Fact)) - {"note"}
"""What any fact may carry is about the record, but for its note."""


@dataclass(frozen=True, slots=True)
class FieldsShown:
    """Ids, as the data have them, with names of fields."""

    entered: frozenset[tuple[str, str]]
    """What is for readers, and this audience may know."""
    shown: frozenset[tuple[str, str]]
    """What of it the brief shows."""


def fields_shown(
    work: SharedWork, audience: Audience, printed: Collection[tuple[str, str]], read: Collection[tuple[str, str]]
) -> FieldsShown:
    """What becomes of every field of every fact that the audience may know."""
    relation, contract = work.relation, work.contract(audience)
    printed, read = frozenset(printed), frozenset(read)
    entered: set[tuple[str, str]] = set()
    shown: set[tuple[str, str]] = set()
    said: set[tuple[str, object]] = set()
    parties = {party.id for party in relation.parties}
    permitted = list(_permitted(relation, contract))
    for own, seen in permitted:
        if id(seen) not in work.filled:
            work.filled[id(seen)] = seen, tuple(_filled(seen))
        filled = work.filled[id(seen)][1]
        told = {
            field.name
            for field in filled
            if (seen.id, field.name) in printed
            or ((seen.id, field.name) in read and _steers(field))
            or ((seen.id, "") in printed and _makes_a_figure(field))
        }
        if seen.planned:
            told |= _under_common_names(seen, printed)
        if seen.planned and told:  # its days are told as they lie ahead
            told |= {field.name for field in filled if field.role.nature is Nature.DATE}
        told |= _implied(seen, filled, told, parties)
        entered |= {(own, field.name) for field in filled}
        shown |= {(own, name) for name in told}
        said |= {(name, value) for name, value in _words(seen) if name in told}
    for own, seen in permitted:  # the same words need not stand there twice
        shown |= {(own, name) for name, value in _words(seen) if (name, value) in said}
    return FieldsShown(frozenset(entered), frozenset(shown & entered))


def _under_common_names(plan: Fact, printed: Collection[tuple[str, str]]) -> set[str]:
    """The fields of a plan that were printed under a name that all plans have, where no field of its own has it."""
    own = {field.name for field, _ in values_of(plan)}
    answers = (answering(plan, name) for name in COMMON if (plan.id, name) in printed and name not in own)
    return {answer[0].name for answer in answers if answer}


def _words(fact: Fact) -> Iterator[tuple[str, object]]:
    """Field and value of what is said in words of ours."""
    return ((field.name, value) for field, value in values_where(fact, _is_in_our_words) if value)


def _implied(fact: Fact, filled: Collection[DeclaredField], told: set[str], parties: set[str]) -> set[str]:
    """Fields of parties that need no words: both of the two, or the other one where it is told who acts beside it."""
    is_told = any(field.name in told for field in filled if field.role in {FieldRole.PARTY, FieldRole.ACTOR})
    names = ((field, set(each_of(field, value))) for field, value in values_with(fact, FieldRole.PARTY))
    return {field.name for field, named in names if named == parties or (is_told and named)}


def _permitted(relation: Relation, contract: Contract) -> Iterator[tuple[str, Fact]]:
    """The id of each fact and part that the audience may know, with what it sees of it."""
    for fact in relation.facts:
        if contract.hidden(fact) is None:
            seen, own = cleared(fact, contract), {new: old for old, new in renumbered(fact, contract).items()}
            yield fact.id, seen
            yield from ((own.get(part.id, part.id), part) for part in parts_of(seen))


def _filled(fact: Fact) -> Iterator[DeclaredField]:
    """The fields for readers in which something stands that is not there anyway."""
    for field, value in values_where(fact, _is_for_readers_of_it):
        if value is not None and value not in ((), field.default):
            yield field


def _is_in_our_words(field: DeclaredField) -> bool:
    return field.role.nature is Nature.OURS


def _is_for_readers_of_it(field: DeclaredField) -> bool:
    """The same as below, of the matter itself: what any fact may carry is about the record, but for its note."""
    return field.name not in _FOR_ALL and _is_for_readers(field)


def _makes_a_figure(field: DeclaredField) -> bool:
    """Whether it is told where a figure is computed from its fact: what the figure cannot be without."""
    return field.required or field.role in {FieldRole.MONEY, FieldRole.QUANTITY, FieldRole.RATE}


def _steers(field: DeclaredField) -> bool:
    """Whether it is enough that a template asks for it: a word of a list chooses what is printed, and how."""
    return field.role.nature is Nature.CHOICE


def _is_for_readers(field: DeclaredField) -> bool:
    """Whether a field is entered to be shown; others say who the record is, who may see it, and what it leans on."""
    match field.role.nature:
        case Nature.ITSELF | Nature.LABEL | Nature.CITED | Nature.LINK | Nature.PARTS:
            return False
        case Nature.RECORD:
            return field.role in {FieldRole.ACTOR, FieldRole.VENUE}
        case Nature.CHOICE:
            return field.role is not FieldRole.MAJOR  # it only chooses what stands in a short timeline
        case Nature.OURS | Nature.WORDS | Nature.NUMBER | Nature.DATE | Nature.COUNTRY | Nature.NAME:
            return True
        case _:
            assert_never(field.role.nature)
