"""Dataclasses that cost next to nothing to declare, and copies of them that cost little to make.

A command loads some four hundred and makes objects of a part of them. The standard ones write and compile all their
methods when a module is loaded, 0.3 ms for each class; these write a method once it has been called some times, and
do the same by a few general functions before. To the type checker they are the standard ones, and so they are to
`fields`, `is_dataclass`, `match` and pickle.
"""

from __future__ import annotations

import dataclasses
import operator
from collections import Counter
from dataclasses import field
from reprlib import recursive_repr
from types import MemberDescriptorType, SimpleNamespace
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    Method: TypeAlias = Callable[..., Any]

__all__ = ["dataclass", "field", "replace"]

T = TypeVar("T")

_ABSENT: Any = object()
"""Stands for what a call does not give."""
_copies_any: Method = dataclasses.replace
_SIGNS = {"__eq__": "==", "__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}
_COMPARE = {name: getattr(operator, name) for name in _SIGNS}
_OFTEN = 16
"""Calls after which a method is written: that takes as long as some thirty calls of one that is not."""
_DECLARED: dict[type, _Declared] = {}
_OF_OBJECTS: Any = vars(dataclasses)["_FIELD"]
"""What the standard library calls a field by, other than a variable of the class."""
_COPIERS: dict[type, Method] = {}
_COPIED: Counter[type] = Counter()


def _dataclass(
    *, frozen: bool = False, slots: bool = False, kw_only: bool = False, eq: bool = True, order: bool = False,
    weakref_slot: bool = False,
) -> Callable[[type[T]], type[T]]:  # fmt: skip
    """What makes a dataclass of a class, as the standard one; its `__init__` is that of its fields."""
    later = ["__init__", *(["__eq__"] if eq else []), *(_SIGNS if order else [])]
    later += [*(["__hash__"] if frozen and eq else []), *(["__getstate__", "__setstate__"] if frozen else [])]
    shared: dict[str, object] = {"__repr__": _repr, **({"__hash__": None} if eq and not frozen else {})}
    shared |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete} if frozen else {}
    params = SimpleNamespace(
        init=True, repr=True, eq=eq, order=order, unsafe_hash=False, frozen=frozen, match_args=True, kw_only=kw_only,
        slots=slots, weakref_slot=weakref_slot,
    )  # fmt: skip

    def made(kind: type[T]) -> type[T]:
        declared, own = _Declared(kind, params), kind.__dict__
        if "__init__" in own:
            raise TypeError(f"{kind.__qualname__} has an __init__ of its own, which a copy would pass by")
        held: dict[str, object] = {name: _written_later(declared, name) for name in later if name not in own}
        held |= {name: shared[name] for name in shared if name not in own}
        if "__hash__" in own and own["__hash__"] is None and "__hash__" in later:  # None goes with an own `__eq__`
            held["__hash__"] = _written_later(declared, "__hash__")
        held |= {"__dataclass_fields__": declared, "__dataclass_params__": params, "__match_args__": declared.by_place}
        declared.kind = (_with_slots if slots else _without_slots)(kind, declared, held)
        _DECLARED[declared.kind] = declared
        return declared.kind

    return made


class _Declared:
    """What a class says of its fields.

    It stands where the standard library looks for `Field`s, and makes them when somebody asks for the first time.
    """

    __slots__ = ("by_place", "kind", "names", "own", "params")

    def __init__(self, kind: type[Any], params: SimpleNamespace) -> None:
        self.kind, self.params, self.own = kind, params, _own_fields(kind)
        self.names = tuple(self.own)
        self.by_place = tuple([name for name, given in self.own.items() if self._is_by_place(given)])
        """Of the fields those that are given by their place in a call."""
        for base in kind.__mro__[1:-1]:
            if "__dataclass_fields__" in base.__dict__:
                self._follow(_DECLARED[base])

    def _is_by_place(self, given: object) -> bool:
        if not isinstance(given, dataclasses.Field):
            return not self.params.kw_only
        return given.init and not (self.params.kw_only if given.kw_only is dataclasses.MISSING else given.kw_only)

    def _follow(self, base: _Declared) -> None:
        """Come after what a class has that this one inherits from."""
        if base.params.frozen != self.params.frozen:
            raise TypeError(f"of {self.kind.__qualname__} and {base.kind.__qualname__} only one is frozen")
        before = [name for name in base.by_place if name not in self.names or name in self.by_place]
        self.by_place = tuple(dict.fromkeys([*before, *self.by_place]))
        self.names = tuple(dict.fromkeys(base.names + self.names))

    def __get__(self, _one: object, _kind: object = None) -> dict[str, dataclasses.Field[Any]]:
        made: dict[str, dataclasses.Field[Any]] = {}
        for base in self.kind.__mro__[:0:-1]:
            made |= getattr(base, "__dataclass_fields__", {})
        for name, given in self.own.items():
            each: Any = given if isinstance(given, dataclasses.Field) else field(default=given)
            each.name, each.type, each._field_type = name, self.kind.__annotations__[name], _OF_OBJECTS  # noqa: SLF001 - or `fields` passes it by
            each.kw_only = self.params.kw_only if each.kw_only is dataclasses.MISSING else each.kw_only
            made[name] = each
        self.kind.__dataclass_fields__ = made
        return made


def _own_fields(kind: type[Any]) -> dict[str, Any]:
    """What each field that a class declares is given: a default, a `Field`, or nothing (`MISSING`)."""
    own: dict[str, Any] = {}
    for name, annotation in kind.__annotations__.items():
        if not _is_of_the_class(annotation):
            given: Any = getattr(kind, name, dataclasses.MISSING)
            if given.__class__.__hash__ is None:
                raise ValueError(f"{kind.__qualname__}.{name} would be one {type(given).__name__} for all objects")
            of_a_base = isinstance(given, MemberDescriptorType)  # its slot
            own[name] = dataclasses.MISSING if of_a_base else given
    return own


def _is_of_the_class(annotation: object) -> bool:
    """Whether it is annotated as a variable of the class; what else is no field is refused."""
    if isinstance(annotation, str):
        refused = "InitVar" in annotation or "KW_ONLY" in annotation
        of_the_class = annotation.startswith(("ClassVar", "typing.ClassVar"))
    else:
        refused = isinstance(annotation, dataclasses.InitVar) or annotation is dataclasses.KW_ONLY
        of_the_class = annotation is ClassVar or getattr(annotation, "__origin__", None) is ClassVar
    if refused:
        raise TypeError(f"{annotation} is nothing that a record can have")
    return of_the_class


def _with_slots(kind: type[Any], declared: _Declared, held: dict[str, object]) -> type[Any]:
    """The class anew, since one that is there can be given no slots."""
    names, taken = declared.names, [base.__dict__.get("__slots__", ()) for base in kind.__mro__[1:-1]]
    before = {name: value for name, value in kind.__dict__.items() if name not in names}
    if "__slots__" in before:
        raise TypeError(f"{kind.__qualname__} has slots of its own")
    for name in ("__dict__", "__weakref__"):  # those of the class that it is made of
        before.pop(name, None)
    slots = names + (("__weakref__",) if declared.params.weakref_slot else ())
    held["__slots__"] = tuple([name for name in slots if not any(name in each for each in taken)]) if taken else slots
    held |= {"__doc__": kind.__doc__ or kind.__name__, "__qualname__": kind.__qualname__}
    metaclass: Any = type(kind)
    record: type[Any] = metaclass(kind.__name__, kind.__bases__, before | held)
    return record


def _without_slots(kind: type[Any], declared: _Declared, held: dict[str, object]) -> type[Any]:
    for name, given in declared.own.items():
        if isinstance(given, dataclasses.Field):
            delattr(kind, name)
            held |= {} if given.default is dataclasses.MISSING else {name: given.default}
    for name, value in held.items():
        setattr(kind, name, value)
    return kind


def _replace(of: T, /, **changes: object) -> T:
    """A copy of an object with some fields changed, as the standard one."""
    kind = type(of)
    copier = _COPIERS.get(kind)
    if copier is None:
        _COPIED[kind] += 1
        copier = _copies_any if _COPIED[kind] <= _OFTEN else _COPIERS.setdefault(kind, _copier(kind))
    copied: T = copier(of, **changes)
    return copied


if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:
    dataclass, replace = _dataclass, _replace


# ---------------------------------------------------------------- methods that all share


@recursive_repr("...")
def _repr(self: object) -> str:
    kind: type[Any] = type(self)
    told = (f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(kind) if each.repr)
    return f"{kind.__qualname__}({', '.join(told)})"


def _refuse_to_set(_self: object, name: str, _value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


# ---------------------------------------------------------------- methods that look the fields up with each call


def _general(kind: type[Any], name: str) -> Method:
    """What a written method does, for any class."""
    fields = dataclasses.fields(kind)
    match name:
        case "__init__":
            return _general_init(kind, fields)
        case "__hash__":
            hashed = [each.name for each in fields if (each.compare if each.hash is None else each.hash)]
            return lambda self: hash(_held(self, hashed))
        case "__getstate__":
            return lambda self: _held(self, [each.name for each in fields])
        case "__setstate__":
            return lambda self, state: _hold(self, zip((each.name for each in fields), state, strict=True))
        case _:
            compared, compare = [each.name for each in fields if each.compare], _COMPARE[name]

            def general(self: object, other: object) -> object:
                if other.__class__ is not self.__class__:
                    return NotImplemented
                return compare(_held(self, compared), _held(other, compared))

            return general


def _general_init(kind: type[Any], fields: Sequence[dataclasses.Field[Any]]) -> Method:
    by_place = [each.name for each in fields if each.init and not each.kw_only]
    taken = {each.name for each in fields if each.init}
    needed = {each.name for each in fields if each.init and _default(each) is None}
    then = getattr(kind, "__post_init__", None)

    def init(self: object, /, *args: object, **named: object) -> None:
        given = dict(zip(by_place, args, strict=False)) | named
        if len(given) < len(args) + len(named) or not needed <= given.keys() <= taken:
            _written(kind, "__init__")(self, *args, **named)  # which says what is wrong
            return
        _hold(self, ((each.name, _first_value(each, given)) for each in fields if each.init or _default(each)))
        if then:
            then(self)

    return init


def _default(of: dataclasses.Field[Any]) -> Method | None:
    """What gives a field its value where none is given; None where nothing does."""
    if of.default is not dataclasses.MISSING:
        return lambda: of.default
    return None if of.default_factory is dataclasses.MISSING else of.default_factory


def _first_value(of: dataclasses.Field[Any], given: Mapping[str, object]) -> object:
    default = _default(of)
    return given[of.name] if default is None or of.name in given else default()


def _held(self: object, names: Iterable[str]) -> tuple[object, ...]:
    return tuple([getattr(self, name) for name in names])


def _hold(self: object, values: Iterable[tuple[str, object]]) -> None:
    """Give fields their values; of what is frozen, past the refusal."""
    kind: type[Any] = type(self)
    own: Method = kind.__setattr__
    store: Method = object.__setattr__ if own is _refuse_to_set else setattr
    for name, value in values:
        store(self, name, value)


# ---------------------------------------------------------------- methods that are written


def _written_later(declared: _Declared, name: str) -> Method:
    """A method that is written once it was called often, and stands in its own place from then on."""
    calls = 0
    general: Method | None = None

    def first(self: object, /, *args: object, **kwargs: object) -> object:
        nonlocal calls, general
        calls += 1
        if calls <= _OFTEN:
            if general is None:
                general = _general(declared.kind, name)
            return general(self, *args, **kwargs)
        method = _written(declared.kind, name)
        setattr(declared.kind, name, method)
        return method(self, *args, **kwargs)

    return first


def _written(kind: type[Any], name: str) -> Method:
    fields = dataclasses.fields(kind)
    match name:
        case "__init__":
            return _init(kind)
        case "__hash__":
            hashed = [each.name for each in fields if (each.compare if each.hash is None else each.hash)]
            return _compiled("__hash__(self)", [f"return hash({_values('self', hashed)})"])
        case "__getstate__":
            return _compiled("__getstate__(self)", [f"return {_values('self', [each.name for each in fields])}"])
        case "__setstate__":
            known: dict[str, object] = {}
            stored = [_stored(kind, "self", each.name, f"state[{at}]", known) for at, each in enumerate(fields)]
            return _compiled("__setstate__(self, state)", stored, known)
        case _:
            compared = [each.name for each in fields if each.compare]
            same = f"{_values('self', compared)} {_SIGNS[name]} {_values('other', compared)}"
            told = f"return {same} if other.__class__ is self.__class__ else NotImplemented"
            return _compiled(f"{name}(self, other)", [told])


def _init(kind: type[Any]) -> Method:
    known: dict[str, object] = {"_absent_": _ABSENT}
    body: list[str] = []
    for each in dataclasses.fields(kind):
        value = each.name if each.init else f"_default_{each.name}"
        if each.default is not dataclasses.MISSING:
            known[f"_default_{each.name}"] = each.default
        elif each.default_factory is not dataclasses.MISSING:
            known[f"_default_{each.name}"] = _ABSENT
            known[f"_make_{each.name}"] = each.default_factory
            value = f"_make_{each.name}() if {value} is _absent_ else {value}"
        elif not each.init:
            continue  # `__post_init__` gives it
        body.append(_stored(kind, "self", each.name, value, known))
    if hasattr(kind, "__post_init__"):
        body.append("self.__post_init__()")
    return _compiled(f"__init__({_parameters(dataclasses.fields(kind), known)})", body, known)


def _parameters(fields: Iterable[dataclasses.Field[Any]], known: Mapping[str, object]) -> str:
    by_place, by_name = ["self"], ["*"]
    for each in fields:
        if each.init:
            default = f"_default_{each.name}"
            said = f"{each.name}={default}" if default in known else each.name
            (by_name if each.kw_only else by_place).append(said)
    return ", ".join([*by_place, *(by_name if by_name[1:] else [])])


def _copier(kind: type[Any]) -> Method:
    """What copies objects of a class; the standard way where one is more than its fields as they are given."""
    fields = dataclasses.fields(kind)
    if kind not in _DECLARED or hasattr(kind, "__post_init__") or not all(each.init for each in fields):
        return dataclasses.replace
    known: dict[str, object] = {"_absent_": _ABSENT, "_new_": kind.__new__, "_kind_": kind}
    body = ["_made_ = _new_(_kind_)"]
    for each in fields:
        value = f"_of_.{each.name} if {each.name} is _absent_ else {each.name}"
        body.append(_stored(kind, "_made_", each.name, value, known))
    changes = ", ".join(["_of_", "/", *(["*"] if fields else []), *(f"{each.name}=_absent_" for each in fields)])
    return _compiled(f"copied({changes})", [*body, "return _made_"], known)


def _stored(kind: type[Any], owner: str, name: str, value: str, known: dict[str, object]) -> str:
    """What gives a field its value; of one that is frozen, past the refusal."""
    own: Method = kind.__setattr__
    if own is not _refuse_to_set:
        return f"{owner}.{name} = {value}"
    slot = getattr(kind, name, None)
    if isinstance(slot, MemberDescriptorType):
        known[f"_set_{name}"] = slot.__set__
        return f"_set_{name}({owner}, {value})"
    known["_set_"] = object.__setattr__
    return f"_set_({owner}, {name!r}, {value})"


def _values(owner: str, names: Sequence[str]) -> str:
    return f"({''.join(f'{owner}.{name}, ' for name in names)})"


def _compiled(head: str, body: Iterable[str], known: Mapping[str, object] | None = None) -> Method:
    """A function out of its text, which holds names of fields alone."""
    names: dict[str, Any] = dict(known or {})
    exec("\n ".join([f"def {head}:", *(body or ["pass"])]), names)  # noqa: S102 - of names that a module declares
    made: Method = names[head.partition("(")[0]]
    return made
