"""The fields of a record as its class declares them, and the only generic way to their values.

A class is looked at when it is first asked for its fields, since a command meets few. Where a field lacks a role, or
has one that does not fit its type, that is an error; a test asks every class that briefgen brings along.
"""

from __future__ import annotations

import dataclasses
import enum
import sys
import types
from collections.abc import Mapping
from functools import cache
from inspect import get_annotations
from operator import attrgetter
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    NamedTuple,
    TypeAlias,
    Union,
    assert_never,
    get_args,
    get_origin,
)

from briefgen.diagnostics import Place
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed, Nature
from briefgen.model.values.date import Date
from briefgen.model.values.period import YearBegins
from briefgen.model.values.picture_file import PictureFile
from briefgen.model.values.prose_text import ProseText, ValuedText
from briefgen.model.values.quantity import Quantity
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.model.values.text import Text
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class DeclarationError(TypeError):
    """A field of a record whose role is missing or does not fit its type: a fault of the program's own."""


@dataclass(frozen=True, slots=True)
class DeclaredField:
    """One field of a record."""

    name: str
    role: FieldRole
    about: str
    type: type | OwnRecord
    """Of the value, or of each value."""
    many: bool
    required: bool
    narrowed: Narrowed
    default: object = None
    """Its value where none is entered."""

    @property
    def choices(self) -> tuple[str, ...]:
        """Of a word of a list: the words, as members where they are."""
        if self.narrowed.choices or not isinstance(self.type, type):
            return self.narrowed.choices
        return tuple(self.type) if issubclass(self.type, enum.StrEnum) else ()

    @property
    def written(self) -> str:
        """What files call it."""
        return self.narrowed.written or self.name


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """What a team declares in a file of its workspace, where what briefgen brings along is a class."""

    name: str
    """What templates know one of it as: `investment`."""
    about: str
    own: tuple[DeclaredField, ...]
    """Its fields, without those that every fact has."""
    fields: tuple[DeclaredField, ...]
    """All of them."""


class SelfDeclared:
    """A record that carries its declaration, and the values of its own fields by their names."""

    __slots__ = ()
    of: OwnRecord
    values: Mapping[str, Any]


def fields_of(of: type | OwnRecord) -> tuple[DeclaredField, ...]:
    """Every field of a declared record, in the order of its declaration.

    Raises `DeclarationError` where one has no role, or one that does not fit its type.
    """
    if isinstance(of, OwnRecord):
        return of.fields
    if of not in _LOOKED_UP:
        found: dict[str, DeclaredField] = {}
        for base in reversed(of.__mro__):
            found |= _declared_by(base)
        _LOOKED_UP[of] = tuple(found.values())
    return _LOOKED_UP[of]


_LOOKED_UP: dict[type, tuple[DeclaredField, ...]] = {}
"""A class never changes, and is asked for its fields with every fact of it."""


@cache
def _declared_by(of: type) -> dict[str, DeclaredField]:
    """The fields that a class declares itself: most of a kind's are those of every fact."""
    hints = _hints(of)
    own = [field for field in dataclasses.fields(of) if field.name in hints] if dataclasses.is_dataclass(of) else []
    return {field.name: _field(of, field, hints[field.name]) for field in own}


def _hints(of: type) -> dict[str, Any]:
    """What a class says itself of its fields; `typing.get_type_hints` would do it again for all that inherit them."""
    said = get_annotations(of)
    texts = {name: hint for name, hint in said.items() if isinstance(hint, str)}
    values = eval(f"[{', '.join(texts.values())}]", vars(sys.modules[of.__module__]))  # noqa: S307 - of our own classes
    return said | dict(zip(texts, values, strict=True))


def _field(of: type, field: dataclasses.Field[Any], hint: object) -> DeclaredField:
    declared = next((part for part in get_args(hint)[1:] if isinstance(part, Declared)), None)
    if get_origin(hint) is not Annotated or declared is None:
        raise DeclarationError(f"{of.__name__}.{field.name} has no role")
    inner, many = _inner(get_args(hint)[0])
    if not fits(declared.role, inner, declared.narrowed):
        raise DeclarationError(f"{of.__name__}.{field.name}: {declared.role.name} does not fit {inner!r}")
    required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    default = None if field.default is dataclasses.MISSING else field.default
    return DeclaredField(field.name, declared.role, declared.about, inner, many, required, declared.narrowed, default)


def _inner(hint: Any) -> tuple[Any, bool]:  # noqa: ANN401 - a type of any shape
    """The type of one value, and whether there are several: `tuple[str, ...]`, `Date | None`."""
    if get_origin(hint) in {Union, types.UnionType}:
        found = [part for part in get_args(hint) if part is not type(None)]
        return _inner(found[0]) if len(found) == 1 else (hint, False)
    if get_origin(hint) is tuple:
        return get_args(hint)[0], True
    return (Mapping, False) if get_origin(hint) is Mapping else (hint, False)


_OWN_TYPES: dict[FieldRole, type] = {
    FieldRole.WHOLE: int, FieldRole.FILE: PictureFile, FieldRole.SENSITIVITY: Sensitivity, FieldRole.PROSE: ProseText,
    FieldRole.VALUED: ValuedText,
}  # fmt: skip


def fits(role: FieldRole, of: Any, narrowed: Narrowed) -> bool:  # noqa: ANN401, C901, PLR0912 - a type of any shape; one case a role or more
    """Whether a value of a type can have the role."""
    if isinstance(of, OwnRecord):
        return role is FieldRole.PARTS and bool(narrowed.each)
    if not isinstance(of, type):
        return False
    match role:
        case FieldRole.PLACE | FieldRole.AS_READ:
            return of is Mapping or (of is Place and role is FieldRole.PLACE)
        case FieldRole.ONE_OF:
            return issubclass(of, enum.StrEnum) or (of is str and bool(narrowed.choices))
        case FieldRole.STATUS:
            return issubclass(of, enum.StrEnum)
        case FieldRole.TITLE | FieldRole.TEXT:
            return of is Text
        case FieldRole.TRUTH | FieldRole.MAJOR | FieldRole.PLANNED:
            return of is bool
        case FieldRole.WHOLE | FieldRole.FILE | FieldRole.SENSITIVITY | FieldRole.PROSE | FieldRole.VALUED:
            return of is _OWN_TYPES[role]
        case FieldRole.QUANTITY | FieldRole.MONEY | FieldRole.RATE:
            return of is Quantity
        case (
            FieldRole.HAPPENED | FieldRole.BEGINS | FieldRole.ENDS | FieldRole.DURING | FieldRole.HOLDS_FOR
            | FieldRole.PERIOD | FieldRole.SPEAKS_OF | FieldRole.SCHEDULED | FieldRole.EMBARGO | FieldRole.RECORDED
        ):  # fmt: skip
            return of is Date
        case FieldRole.YEAR_BEGINS:
            return of is YearBegins
        case (
            FieldRole.ID | FieldRole.SEED | FieldRole.INFERRED | FieldRole.TOPICS | FieldRole.LINE | FieldRole.QUOTE
            | FieldRole.WORDS | FieldRole.PARTY | FieldRole.COUNTRY | FieldRole.PERSON | FieldRole.ORGANISATION
            | FieldRole.INDICATOR | FieldRole.REFERENCE | FieldRole.LINK | FieldRole.ADDRESS | FieldRole.AUDIENCE
        ):  # fmt: skip
            return of is str
        case (
            FieldRole.SOURCES | FieldRole.SUPPRESSIONS | FieldRole.ACTOR | FieldRole.VENUE | FieldRole.TERMS
            | FieldRole.AUTHORS | FieldRole.GROUNDS
        ):  # fmt: skip
            return _is_declared(of)
        case FieldRole.PARTS:
            return _is_declared(of) and bool(narrowed.each)
        case _:
            assert_never(role)


def _is_declared(of: type) -> bool:
    """Whether a type is a record; dates, quantities and texts have fields too, but no roles."""
    try:
        return dataclasses.is_dataclass(of) and bool(fields_of(of))
    except (DeclarationError, NameError):
        return False


def values_of(record: object) -> Iterator[tuple[DeclaredField, Any]]:
    """Every field of a record with its value, in the order of the declaration."""
    if isinstance(record, SelfDeclared):
        own, of = record.values, record.of.fields
        return zip(of, [own[f.name] if f.name in own else getattr(record, f.name) for f in of], strict=True)
    try:
        fields, get = _CHOSEN[type(record), None]
    except KeyError:
        fields, get = _chosen(type(record), None, lambda _: True)
    return zip(fields, get(record), strict=True)


def values_with(record: object, *roles: FieldRole) -> Iterator[tuple[DeclaredField, Any]]:
    """The fields of a record that have one of some roles, with their values, in the order of the declaration."""
    try:
        fields, get = _CHOSEN[type(record), roles]
    except KeyError:
        if isinstance(record, SelfDeclared):
            return ((field, value) for field, value in values_of(record) if field.role in roles)
        fields, get = _chosen(type(record), roles, lambda field: field.role in roles)
    return zip(fields, get(record), strict=True) if fields else _NONE


def values_where(record: object, wanted: Callable[[DeclaredField], bool]) -> Iterator[tuple[DeclaredField, Any]]:
    """The fields of a record that are declared in some way, with their values; `wanted` is a function of a module."""
    try:
        fields, get = _CHOSEN[type(record), wanted]
    except KeyError:
        if isinstance(record, SelfDeclared):
            return ((field, value) for field, value in values_of(record) if wanted(field))
        fields, get = _chosen(type(record), wanted, wanted)
    return zip(fields, get(record), strict=True) if fields else _NONE


_Chosen: TypeAlias = "tuple[tuple[DeclaredField, ...], Callable[[object], tuple[Any, ...]]]"
"""Fields of a class, and what takes their values from a record all at once."""
_CHOSEN: dict[tuple[type, object], _Chosen] = {}
"""Most facts have few of the fields that are asked for, and there are many facts."""
_NONE: Iterator[tuple[DeclaredField, Any]] = iter(())
"""Of a class without such a field: nothing comes of it, however often it is gone through."""


def _chosen(of: type, known_by: object, wanted: Callable[[DeclaredField], bool]) -> _Chosen:
    fields = tuple(filter(wanted, fields_of(of)))
    names = [field.name for field in fields]
    get = attrgetter(*names) if names else lambda _: ()
    _CHOSEN[of, known_by] = fields, (lambda record: (get(record),)) if len(names) == 1 else get
    return _CHOSEN[of, known_by]


def each_of(field: DeclaredField, value: object) -> tuple[Any, ...]:
    """The values of a field one by one; none where it is empty."""
    if field.many:
        return tuple(value) if isinstance(value, tuple) else ()
    return () if value is None else (value,)


class Leaf(NamedTuple):
    """A single value of a record, or of a record within it that is no fact."""

    name: str
    """The field of the outer record, where its place is known."""
    within: DeclaredField
    """The same, as it is declared."""
    field: DeclaredField
    value: Any


def leaves_of(record: object, wanted: Callable[[DeclaredField], bool] | None = None) -> Iterator[Leaf]:
    """Every single value of a record, those of its actors, venues, sources and terms too; its parts are other facts.

    `wanted` is a function of a module, and says of which fields.
    """
    for field, value in values_where(record, _reached_by(wanted)):
        if value is None or (field.many and not value):  # as most are
            continue
        if field.role.nature is Nature.RECORD:
            for one in each_of(field, value):
                yield from (Leaf(field.name, field, leaf.field, leaf.value) for leaf in leaves_of(one, wanted))
        else:
            yield from (Leaf(field.name, field, field, one) for one in each_of(field, value))


@cache
def _reached_by(wanted: Callable[[DeclaredField], bool] | None) -> Callable[[DeclaredField], bool]:
    """Whether a field is one of those, or may hold them; the same function each time, as `values_where` asks."""

    def is_reached(field: DeclaredField) -> bool:
        match field.role.nature:
            case Nature.RECORD:
                return True
            case Nature.PARTS:
                return False
            case (
                Nature.ITSELF | Nature.LABEL | Nature.OURS | Nature.WORDS | Nature.CHOICE | Nature.NUMBER
                | Nature.DATE | Nature.COUNTRY | Nature.NAME | Nature.CITED | Nature.LINK
            ):  # fmt: skip
                return wanted is None or wanted(field)
            case _:
                assert_never(field.role.nature)

    return is_reached
