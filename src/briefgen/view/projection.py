"""Facts to items: permitted values are copied, labels and positions are left behind."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, assert_never, cast

from briefgen.diagnostics import Place
from briefgen.model.facts.declarations import fields_of, values_where, values_with
from briefgen.model.facts.fact import Fact, Status
from briefgen.model.facts.field_roles import FieldRole, Nature
from briefgen.model.facts.known import event_date, holding
from briefgen.model.facts.own_fact import OwnFact, type_of, with_values
from briefgen.model.facts.plans import COMMON, answering
from briefgen.model.facts.relation import parts_of
from briefgen.model.kinds import kind_of
from briefgen.model.origin import FactOrigin, Origin
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.model.view import Item, ItemFields
from briefgen.records import dataclass, field, replace
from briefgen.view.as_of import is_embargoed, latest_date
from briefgen.view.link_cutting import linked
from briefgen.view.seats import seats

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.kind import Kind
    from briefgen.model.facts.known import Holding
    from briefgen.model.facts.plans import Plan
    from briefgen.model.values.date import Date
    from briefgen.view.access import Contract

_TURNED = (FieldRole.LINK, FieldRole.PARTS, FieldRole.SOURCES, FieldRole.GROUNDS)
"""What stands otherwise in an item than in its fact."""
_SETTLED = frozenset({Status.ASSERTED, Status.PREFERRED})
"""How a claim stands that nobody contests."""
_OWN_WORDS = (FieldRole.TITLE, FieldRole.LINE, FieldRole.TEXT)
_OF_EVERY_FACT = frozenset(field.name for field in fields_of(Fact))
"""Beside what it says: a note, the words of its source."""
F = TypeVar("F", bound=Fact)
R = TypeVar("R")


def cleared(fact: F, contract: Contract) -> F:
    """A permitted fact without the sources, the note, the parts and what came later, which the audience may not see.

    It is the fact itself where there is none of that, so that what is worked out of it can serve several audiences.
    """
    known = contract.cleared.get(id(fact))
    if known is None:
        left = _left_of(fact, contract)
        seen = _called(fact, contract.called(fact))
        known = contract.cleared[id(fact)] = fact, with_values(seen, left) if left else seen
    return cast("F", known[1])


def _left_of(fact: Fact, contract: Contract) -> dict[str, Any]:
    """Field → what is left of it, of those that the audience may not see whole."""
    left = {**contract.on_the_day.not_yet(fact), **_parts(fact, contract), **_texts(fact, contract)}
    sources = contract.sources(fact)
    if len(sources) < len(fact.sources):
        left["sources"] = sources
    if fact.note is not None and not contract.clears(fact.note_sensitivity, ()):
        left |= {"note": None, "note_kind": None}
    return left


def _parts(fact: Fact, contract: Contract) -> dict[str, Any]:
    """Field → the permitted facts in it, by the ids that the view knows them by, where that changes any."""
    found: dict[str, Any] = {}
    for name, parts in _part_fields(fact) if parts_of(fact) else ():
        ids = renumbered(fact, contract)
        seen = tuple(cleared(_called(part, ids[part.id]), contract) for part in parts if part.id in ids)
        if len(seen) < len(parts) or any(one is not other for one, other in zip(seen, parts, strict=True)):
            found[name] = seen
    return found


def _called(part: F, name: str) -> F:
    return part if part.id == name else replace(part, id=name)


def _texts(fact: Fact, contract: Contract) -> dict[str, Any]:
    """Field → the text without citations of what the audience may not see, and without its turn among others."""
    texts = values_with(fact, FieldRole.PROSE)
    return {field.name: replace(text.citing(contract.may_cite), turn=0) for field, text in texts}


def renumbered(fact: Fact, contract: Contract) -> dict[str, str]:
    """Id → id in the view of the permitted parts; one without an id of its own counts among those that are left.

    What is yet to happen has none: nothing of it has been.
    """
    found: dict[str, str] = {}
    if fact.planned or not parts_of(fact):
        return found
    for name, parts in _part_fields(fact):
        kept = [(number, part) for number, part in enumerate(parts, 1) if contract.hidden(part) is None]
        for new, (number, part) in enumerate(kept, 1):
            is_counted = part.id == f"{fact.id}/{name}/{number}"
            found[part.id] = f"{fact.id}/{name}/{new}" if is_counted else part.id
    return found


def _part_fields(fact: Fact) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    return ((field.name, value) for field, value in values_with(fact, FieldRole.PARTS))


def names_of(facts: Iterable[Fact], contract: Contract) -> dict[str, str]:
    """Id → id in the view of all facts that the audience may know, and of their parts."""
    names: dict[str, str] = {}
    for fact in facts:
        if contract.hidden(fact) is None:
            names |= {fact.id: contract.called(fact), **renumbered(fact, contract)}
    return names


def file_of(place: Place) -> Place:
    """A place without its line: where a record stands tells how many stand above it, hidden ones too."""
    return _file(place.path)


@lru_cache(maxsize=512)
def _file(path: str) -> Place:
    """One for all records of a file: every row of a table stands in a view with its sources."""
    return Place(path)


@dataclass(frozen=True, slots=True)
class Projection:
    """Turns cleared facts into items."""

    names: Mapping[str, str]
    """Id → id in the view of all facts that the audience may know, and of their parts."""
    as_of: Date
    made: dict[int, tuple[Fact, Item]] = field(default_factory=dict)
    """By the identity of cleared facts: the items of those that lead to no other, which are the same in every view."""

    def item(self, fact: Fact, holds: Holding | None = None) -> Item:
        """The fact as the audience may see it; `holds` where its neighbours decide whether it does."""
        if holds is not None or any(
            True for _ in values_with(fact, FieldRole.LINK, FieldRole.PARTS, FieldRole.GROUNDS)
        ):
            return self._item(fact, holds)
        if id(fact) not in self.made:
            self.made[id(fact)] = fact, self._item(fact, None)
        return self.made[id(fact)][1]

    def _item(self, fact: Fact, holds: Holding | None) -> Item:
        origin = origin_of(fact)
        copied = {
            field.name: self._copy(field.role, value, origin) if field.role in _TURNED and value is not None else value
            for field, value in values_where(fact, _is_copied)
        }
        return Item(
            _type(fact), fact.id, copied, origin, event_date(fact), _first(fact, FieldRole.MAJOR),
            _first(fact, FieldRole.TITLE), holds or holding(fact, self.as_of), latest_date(fact),
            may_be_said=_may_be_said(fact, self.as_of), says=_says(fact),
        )  # fmt: skip

    def plan(self, plan: Plan) -> Item:
        """What is yet to happen, as the audience may see it: without the fields that would say that it was done.

        Its dates are one, `date`; what it is, which of a series and where stand under one name for every kind.
        """
        fact, origin = plan.fact, origin_of(plan.fact)
        own = {
            field.name: self._copy(field.role, value, origin)
            for field, value in values_where(fact, _is_copied)
            if not _tells_of_events(field)
        }
        found = {name: answering(fact, name) for name in COMMON}
        common = {name: answer[1] if answer else None for name, answer in found.items()}
        fields = {
            **common,
            "major": bool(common["major"]),
            **own,
            "date": event_date(fact),
            "of": _first(plan.of, FieldRole.TITLE) if plan.of else None,
        }
        return Item(
            _type(fact), fact.id, fields, origin, None, _first(fact, FieldRole.MAJOR),
            _first(fact, FieldRole.TITLE), None, event_date(fact), is_planned=True,
            may_be_said=_may_be_said(fact, self.as_of), says=_says(fact),
        )  # fmt: skip

    def _copy(self, role: FieldRole, value: Any, origin: Origin) -> object:  # noqa: ANN401 - of any field
        """The value of a field of a fact, whose origin holds its sources."""
        match role:
            case FieldRole.LINK:
                return linked(value, self.names)
            case FieldRole.PARTS:
                taken = seats(value, self.as_of)
                return tuple(self.item(part, taken.get(part.id)) for part in value)
            case FieldRole.SOURCES:
                return origin.facts[0].sources
            case FieldRole.GROUNDS:
                return linked(tuple(ground.fact for ground in value), self.names)
            case _:
                return value


def _may_be_said(fact: Fact, as_of: Date) -> bool:
    """Whether who knows it may say it to anybody."""
    kind = kind_of(fact)
    least = kind.least if kind else Sensitivity.PUBLIC
    is_public = max(fact.sensitivity, least) is Sensitivity.PUBLIC and not is_embargoed(fact, as_of)
    return is_public and fact.status in _SETTLED


def _says(fact: Fact) -> tuple[str, ...]:
    """The fields that say what a fact is: the first words of its own, and behind a title the first sentence."""
    words = [field for field, value in values_with(fact, *_OWN_WORDS) if value and not isinstance(value, tuple)]
    own = [field for field in words if field.name not in _OF_EVERY_FACT]
    first = own[:1]
    behind = [] if not first or first[0].role is FieldRole.TEXT else own[1:]
    return tuple(field.name for field in (*first, *[one for one in behind if one.role is FieldRole.TEXT][:1]))


def _is_copied(field: DeclaredField) -> bool:
    """Whether an item has the field."""
    return not stays_behind(field.role)


def _tells_of_events(field: DeclaredField) -> bool:
    """Whether a field says when something was, or how far it has come: of a plan neither can be said."""
    return field.role.nature in {Nature.DATE, Nature.PARTS} or bool(field.narrowed.tells_of or field.narrowed.dated)


def _type(fact: Fact) -> str:
    return type_of(fact.of if isinstance(fact, OwnFact) else type(fact))


def _first(fact: Fact, role: FieldRole) -> Any:  # noqa: ANN401 - of any role
    """What stands in the first field of a role; None where there is none."""
    return next((value for _, value in values_with(fact, role)), None)


def item_fields(kind: Kind) -> ItemFields:
    """What the items of a kind have, by declaration."""
    copied = {field.name for field in kind.fields if not stays_behind(field.role)}
    return ItemFields(type_of(kind.made_of), frozenset({"id", "type", "holds"} | copied))


def stays_behind(role: FieldRole) -> bool:
    """Whether a view is made without such fields: labels, positions, and the id, which an item carries itself."""
    match role.nature:
        case Nature.ITSELF | Nature.LABEL:
            return True
        case (
            Nature.OURS | Nature.WORDS | Nature.CHOICE | Nature.NUMBER | Nature.DATE | Nature.COUNTRY | Nature.NAME
            | Nature.CITED | Nature.LINK | Nature.RECORD | Nature.PARTS
        ):  # fmt: skip
            return False
        case _:
            assert_never(role.nature)


def origin_of(fact: Fact) -> Origin:
    """The fact itself as an origin, by its id and its file."""
    return Origin((FactOrigin(fact.id, file_of(fact.place), tuple(map(without_labels, fact.sources))),))


def without_labels(record: R) -> R:
    """A record that is no fact, as a view may hold it: without labels, and without the line it stands on."""
    left = {field.name: field.default for field, value in values_where(record, _is_label) if value != field.default}
    left |= {field.name: file_of(at) for field, at in values_with(record, FieldRole.PLACE) if isinstance(at, Place)}
    return replace(record, **left) if left else record  # type: ignore[type-var]  # any declared record


def _is_label(field: DeclaredField) -> bool:
    return field.role.nature is Nature.LABEL
