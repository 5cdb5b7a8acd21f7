"""The methods of records: a few general functions do what they do, until one was called often and is written.

Writing and compiling a method takes as long as some fifty calls of a general one, and most of a command's are called
a few times.
"""

from __future__ import annotations

import dataclasses
import operator
from reprlib import recursive_repr
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from dataclasses import Field
    from typing import Protocol

    Method: TypeAlias = Callable[..., Any]

    class Declared(Protocol):
        """What knows the class when it is made."""

        kind: type[Any]

        @property
        def fields(self) -> dict[str, Field[Any]]:
            """All of them by name, those of bases first."""


CHANGED = "_changed"
"""The method that makes a copy of an object with some fields changed."""
_ABSENT: Any = object()
"""Stands for what a call does not give."""
_SIGNS = {"__eq__": "==", "__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}
ORDER = tuple(_SIGNS)
_COMPARE = {name: getattr(operator, name) for name in _SIGNS}
OFTEN = 32
"""Calls of a general method."""


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


SHARED: dict[str, object] = {"__repr__": _repr}
SHARED_BY_FROZEN: dict[str, object] = {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}


# ---------------------------------------------------------------- methods that look the fields up with each call


def _general(declared: Declared, name: str) -> Method:
    """What a written method does, for any class."""
    kind, fields = declared.kind, [*declared.fields.values()]
    match name:
        case "__init__":
            return _general_init(declared, fields)
        case "__hash__":
            hashed = _getter([each.name for each in fields if (each.compare if each.hash is None else each.hash)])
            return lambda self: hash(hashed(self))
        case "__getstate__":
            return _getter([each.name for each in fields])
        case "__setstate__":
            return _general_setstate([_setter(kind, each.name) for each in fields])
        case "_changed":
            return _general_copier(kind, fields)
        case _:
            compared, compare = _getter([each.name for each in fields if each.compare]), _COMPARE[name]

            def general(self: object, other: object) -> object:
                if other.__class__ is not self.__class__:
                    return NotImplemented
                return compare(compared(self), compared(other))

            return general


def _general_init(declared: Declared, fields: Sequence[Field[Any]]) -> Method:
    kind = declared.kind
    by_place = [each.name for each in fields if each.init and not each.kw_only]
    taken = [(each.name, _setter(kind, each.name), _default(each)) for each in fields if each.init]
    made = [(_setter(kind, each.name), make) for each in fields if not each.init and (make := _default(each))]
    then = getattr(kind, "__post_init__", None)

    def init(self: object, /, *args: object, **named: object) -> None:
        given = dict(zip(by_place, args, strict=False)) | named if args else named
        left = len(args) + len(named)
        for name, store, default in taken:
            if name in given:
                left -= 1
                store(self, given[name])
            elif default:
                store(self, default())
            else:
                left = -1
                break
        if left:
            _written(declared, "__init__")(self, *args, **named)  # which says what is wrong
        for store, default in made:
            store(self, default())
        if then:
            then(self)

    return init


def _general_setstate(stores: Sequence[Method]) -> Method:
    def setstate(self: object, state: Sequence[object]) -> None:
        for store, value in zip(stores, state, strict=True):
            store(self, value)

    return setstate


def _general_copier(kind: type[Any], fields: Sequence[Field[Any]]) -> Method:
    if _is_more_than_its_fields(kind, fields):
        return dataclasses.replace
    stored = [(each.name, _setter(kind, each.name)) for each in fields]
    names = {each.name for each in fields}
    new: Method = kind.__new__

    def changed(self: object, /, **changes: object) -> object:
        if not changes.keys() <= names:
            return dataclasses.replace(cast("Any", self), **changes)  # which says what is wrong
        made: object = new(kind)
        for name, store in stored:
            store(made, changes[name] if name in changes else getattr(self, name))
        return made

    return changed


def _default(of: Field[Any]) -> Method | None:
    """What gives a field its value where none is given; None where nothing does."""
    if of.default is not dataclasses.MISSING:
        return lambda: of.default
    return None if of.default_factory is dataclasses.MISSING else of.default_factory


def _getter(names: Sequence[str]) -> Method:
    """What gives the values of fields."""
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda self: tuple([getattr(self, name) for name in names])


def _setter(kind: type[Any], name: str) -> Method:
    """What gives a field a value; of one that is frozen, past the refusal."""
    own: Method = kind.__setattr__
    store: Method = object.__setattr__ if own is _refuse_to_set else own
    slot = getattr(kind, name, None)
    if store is object.__setattr__ and isinstance(slot, MemberDescriptorType):
        return slot.__set__
    return lambda self, value: store(self, name, value)


# ---------------------------------------------------------------- methods that are written


def written_later(declared: Declared, name: str) -> Method:
    """A method that is written once it was called often, and stands in its own place from then on."""
    calls = 0
    general: Method | None = None

    def first(self: object, /, *args: object, **kwargs: object) -> object:
        nonlocal calls, general
        calls += 1
        if general is None:
            general = _general(declared, name)
        elif calls > OFTEN:
            general = _written(declared, name)
            setattr(declared.kind, name, general)
        return general(self, *args, **kwargs)

    return first


def _written(declared: Declared, name: str) -> Method:
    kind, fields = declared.kind, [*declared.fields.values()]
    match name:
        case "__init__":
            return _init(kind, fields)
        case "_changed":
            return _copier(kind, fields)
        case "__getstate__":
            held = _getter([each.name for each in fields])
            return lambda self: held(self)  # noqa: PLW0108 - what gives them is bound to no object
        case "__hash__":
            hashed = [each.name for each in fields if (each.compare if each.hash is None else each.hash)]
            return _compiled("__hash__(self)", [f"return hash({_values('self', hashed)})"])
        case "__setstate__":
            known: dict[str, object] = {}
            stored = [_stored(kind, "self", each.name, f"state[{at}]", known) for at, each in enumerate(fields)]
            return _compiled("__setstate__(self, state)", stored, known)
        case _:
            compared = [each.name for each in fields if each.compare]
            same = f"{_values('self', compared)} {_SIGNS[name]} {_values('other', compared)}"
            told = f"return {same} if other.__class__ is self.__class__ else NotImplemented"
            return _compiled(f"{name}(self, other)", [told])


def _init(kind: type[Any], fields: Sequence[Field[Any]]) -> Method:
    known: dict[str, object] = {"_absent_": _ABSENT}
    body: list[str] = []
    for each in fields:
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
    return _compiled(f"__init__({_parameters(fields, known)})", body, known)


def _parameters(fields: Iterable[Field[Any]], known: Mapping[str, object]) -> str:
    by_place, by_name = ["self"], ["*"]
    for each in fields:
        if each.init:
            default = f"_default_{each.name}"
            said = f"{each.name}={default}" if default in known else each.name
            (by_name if each.kw_only else by_place).append(said)
    return ", ".join([*by_place, *(by_name if by_name[1:] else [])])


def _copier(kind: type[Any], fields: Sequence[Field[Any]]) -> Method:
    if _is_more_than_its_fields(kind, fields):
        return dataclasses.replace
    known: dict[str, object] = {"_absent_": _ABSENT, "_new_": kind.__new__, "_kind_": kind}
    body = ["_made_ = _new_(_kind_)"]
    for each in fields:
        value = f"_of_.{each.name} if {each.name} is _absent_ else {each.name}"
        body.append(_stored(kind, "_made_", each.name, value, known))
    changes = ", ".join(["_of_", "/", *(["*"] if fields else []), *(f"{each.name}=_absent_" for each in fields)])
    return _compiled(f"{CHANGED}({changes})", [*body, "return _made_"], known)


def _is_more_than_its_fields(kind: type[Any], fields: Iterable[Field[Any]]) -> bool:
    """Whether a copy is not made by giving it the fields of another object."""
    return hasattr(kind, "__post_init__") or not all(each.init for each in fields)


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
