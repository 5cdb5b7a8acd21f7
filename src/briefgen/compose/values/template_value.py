"""Values as templates see them: they carry their origin, and print as a token."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

from briefgen.model.audience import Presentation
from briefgen.model.facts.declared_indicators import DeclaredIndicator
from briefgen.model.facts.parties_people_references import Organisation, Party, Person, Reference
from briefgen.model.origin import FactOrigin, Origin, OriginKind
from briefgen.model.values.date import Date
from briefgen.model.values.prose_text import ProseText
from briefgen.model.values.quantity import Estimate, Quantity
from briefgen.model.values.text import Text
from briefgen.model.view import (
    Change,
    Ending,
    Figure,
    GroupSum,
    Indicator,
    IndicatorSeries,
    Item,
    NotCompared,
    SeriesValue,
    TradeYear,
)
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markupsafe import Markup

    from briefgen.compose.values.field_use import FieldOf


Record: TypeAlias = Presentation | Organisation | DeclaredIndicator | Party | Person | Reference
"""What is no fact, and is printed by its name."""
_RECORDS = get_args(Record)


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A value of the view. Compares as its value; prints through `printed`, which leaves a token behind."""

    raw: object
    origin: Origin | None
    printed: Callable[[Shown], Markup]
    value: Estimate | None = None
    """Of words that a filter made of a figure: the number behind them."""
    of: tuple[FieldOf, ...] = ()
    """The fields that it is the value of, or was made from."""

    def __str__(self) -> str:
        return str(self.printed(self))

    def __eq__(self, other: object) -> bool:
        return comparable(self.raw) == (other if type(other) is str else comparable(unwrap(other)))

    def __hash__(self) -> int:
        return hash(comparable(self.raw))

    def __lt__(self, other: object) -> bool:
        return bool(sort_key(self.raw) < sort_key(unwrap(other)))

    def __gt__(self, other: object) -> bool:
        return bool(sort_key(self.raw) > sort_key(unwrap(other)))

    def __bool__(self) -> bool:
        return bool(self.raw)

    def field(self, name: str) -> object:
        """One field of the value, wrapped; raises KeyError when there is none of that name."""
        raw = self.raw
        if type(raw) is Item:
            own = _own(raw) if name in _OF_EVERY_ITEM else raw.fields
            value = own[name] if name in own else raw.fields[name]
            return wrap(value, self.origin, self.printed, ((raw.id, name),))
        if name not in (_LOOKED_UP.get(type(raw)) or field_names(raw)):
            raise KeyError(name)
        return wrap(getattr(raw, name), self.origin, self.printed, self.of)


_OF_EVERY_ITEM = frozenset({"id", "type", "holds"})


def _own(item: Item) -> dict[str, object]:
    """What every item has, whatever its kind; the last of what holds for a time."""
    own: dict[str, object] = {"id": item.id, "type": item.kind}
    return own if item.holds is None else {**own, "holds": item.holds}


def wrap(
    value: object, origin: Origin | None, printed: Callable[[Shown], Markup], of: tuple[FieldOf, ...] = ()
) -> object:
    """A value for templates: structures keep their shape, truth values stay bare, all else becomes `Shown`."""
    kind = type(value)
    if kind in _SINGLE:
        return Shown(value, origin, printed, of=of)
    if value is None or kind in _BARE:
        return value
    if isinstance(value, _COMPUTED):
        return Shown(value, value.origin, printed, of=figured(value.origin))
    if isinstance(value, str):  # a word of a list
        return Shown(value, origin, printed, of=of)
    if isinstance(value, tuple | list):
        return tuple([wrap(part, origin, printed, of) for part in value])
    if isinstance(value, _RECORDS):
        return Shown(value, record_origin(value), printed)
    if isinstance(value, Item):
        # words for a plan as such are those for its day
        return Shown(value, value.origin, printed, of=((value.id, "date"),) if value.is_planned else ())
    if isinstance(value, Ending):
        return Shown(value, value.origin, printed, of=((value.fact.id, value.told_by),))
    if isinstance(value, Change):
        return Shown(value, value.estimate.origin, printed, of=figured(value.estimate.origin))
    if isinstance(value, Mapping):
        return {key: wrap(part, origin, printed, of) for key, part in value.items()}
    return Shown(value, origin, printed, of=of)


_SINGLE = frozenset({str, int, Text, Date, Quantity})
"""What most fields hold."""
_BARE = frozenset({bool, Shown})
_COMPUTED = (Figure, Indicator, TradeYear, IndicatorSeries, SeriesValue, NotCompared, GroupSum)
"""What has an origin of its own."""


def figured(origin: Origin) -> tuple[FieldOf, ...]:
    """The facts that a figure was computed from, as such."""
    return tuple([(fact.fact, "") for fact in origin.facts])  # asked of every figure


def record_origin(record: Record) -> Origin:
    """A record that is no fact as an origin."""
    return Origin((FactOrigin(record.id, record.place, kind=_kind_of(record)),))


def _kind_of(record: Record) -> OriginKind:
    match record:
        case Presentation():
            return OriginKind.AUDIENCE
        case Organisation():
            return OriginKind.ORGANISATION
        case DeclaredIndicator():
            return OriginKind.INDICATOR
        case Party():
            return OriginKind.PARTY
        case Person():
            return OriginKind.PERSON
        case Reference():
            return OriginKind.REFERENCE


def estimate_of(value: object) -> Estimate | None:
    """The number behind a value, or behind words that were made of one."""
    match value:
        case Shown():
            return value.value or estimate_of(value.raw)
        case Figure() | Quantity():
            return value.estimate
        case Indicator():
            return value.figure.estimate if value.figure else None
        case Change():
            return Estimate(value.estimate.quantity.value, value.interval, "%")
        case _:
            return None


def is_part_of_a_whole(figure: Figure) -> bool:
    """Whether a figure is a share, as its formula has it: X / (X + M)."""
    part, _, whole = (figure.origin.formula or "").partition(" / (")
    return whole.startswith(f"{part} + ")


def unwrap(value: object) -> object:
    """The bare value."""
    return value.raw if isinstance(value, Shown) else value


def comparable(value: object) -> object:
    """What a value is compared by in templates: enumerations and texts by their words, a bare count by its number."""
    if type(value) is str:  # nearly always
        return value
    if isinstance(value, Quantity) and value == Quantity(value.value):
        return value.value
    return str(value) if isinstance(value, Text) or hasattr(value, "_value_") else value


_NAMED = {
    "Presentation": "audience", "TradeYear": "year of trade", "IndicatorSeries": "series",
    "SeriesValue": "value of a series", "DeclaredIndicator": "indicator", "PictureFile": "picture",
    "ProseText": "prose", "GroupSum": "sum",
}  # fmt: skip
"""Values whose class is called otherwise than in docs/templates.md."""


def named_kind(value: object) -> str:
    """What a value is, in messages: `date`, `quantity`; a word of a list is a `text`, as it stands in a file."""
    if isinstance(value, str):
        return "text"
    plain = {bool: "yes or no", int: "number", tuple: "list", list: "list", dict: "set of names"}
    return plain.get(type(value)) or _NAMED.get(type(value).__name__, type(value).__name__.lower())


def sort_key(value: object) -> tuple[int, Any]:
    """Orders values of a kind: dates by their days, amounts by their size, items by their id, all else by itself."""
    if isinstance(value, Date):
        return (0, value.sort_key)
    if isinstance(value, Figure):
        return (1, value.quantity.base_value)
    if isinstance(value, Quantity):
        return (1, value.base_value)
    if isinstance(value, int):
        return (1, value)
    return (2, value.id) if isinstance(value, Item) else (3, comparable(value))


def field_names(value: object) -> list[str]:
    """What can be asked of a value with a dot."""
    if isinstance(value, Item):
        return sorted([*_own(value), *value.fields])
    if isinstance(value, ProseText):
        return []  # placed as a whole, by its name
    of = type(value)
    if of not in _LOOKED_UP:
        own = fields(value) if is_dataclass(value) else ()
        _LOOKED_UP[of] = sorted(field.name for field in own if field.name not in _NOT_ASKED)
    return _LOOKED_UP[of]


_NOT_ASKED = frozenset({"place", "places", "origin", "csl", "least_digits", "told_by"})
_LOOKED_UP: dict[type, list[str]] = {}
"""A class never changes, and a table asks for fields of it with every row."""


def origins(values: Iterator[object]) -> Origin | None:
    """The origins of several values as one."""
    found = [value.origin for value in values if isinstance(value, Shown) and value.origin]
    return found[0].joined_with(found[1:]) if found else None
