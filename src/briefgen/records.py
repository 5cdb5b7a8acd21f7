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
from functools import partial
from reprlib import recursive_repr
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias, TypeVar

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
_DECLARED: set[type] = set()
_COPIERS: dict[type, Method] = {}
_COPIED: Counter[type] = Counter()


def _dataclass(
    *, frozen: bool = False, slots: bool = False, kw_only: bool = False, eq: bool = True, order: bool = False,
    weakref_slot: bool = False,
) -> Callable[[type[T]], type[T]]:  # fmt: skip
    """What makes a dataclass of a class, as the standard one; its `__init__` is that of its fields."""
    names = ["__init__", *(["__eq__"] if eq else []), *(_SIGNS if order else [])]
    names += [*(["__hash__"] if frozen and eq else []), *(["__getstate__", "__setstate__"] if frozen else [])]
    shared: dict[str, object] = {"__repr__": _repr, **({"__hash__": None} if eq and not frozen else {})}
    shared |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete} if frozen else {}
    bare = partial(dataclasses.dataclass, init=False, repr=False, eq=False)

    def made(kind: type[T]) -> type[T]:
        kind.__doc__ = kind.__doc__ or kind.__name__  # else the standard one makes it up of the signature
        own = {name for name, held in kind.__dict__.items() if name != "__hash__" or held}  # None goes with `__eq__`
        if "__init__" in own:
            raise TypeError(f"{kind.__qualname__} has an __init__ of its own, which a copy would pass by")
        record: type[Any] = bare(slots=slots, kw_only=kw_only, weakref_slot=weakref_slot)(kind)
        for name in (*names, *shared):
            if name not in own:
                setattr(record, name, shared[name] if name in shared else _written_later(record, name))
        _DECLARED.add(record)
        return record

    return made


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


def _written_later(kind: type[Any], name: str) -> Method:
    """A method that is written once it was called often, and stands in its own place from then on."""
    calls = 0
    general: Method | None = None

    def first(self: object, /, *args: object, **kwargs: object) -> object:
        nonlocal calls, general
        calls += 1
        if calls <= _OFTEN:
            if general is None:
                general = _general(kind, name)
            return general(self, *args, **kwargs)
        method = _written(kind, name)
        setattr(kind, name, method)
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
