"""Dataclasses that cost next to nothing to declare, and copies of them that cost little to make.

A command loads some four hundred and makes objects of a part of them. The standard ones write and compile all their
methods when a module is loaded, 0.3 ms for each class; these write a method once it has been called some times, and
do the same by a few general functions before. To the type checker they are the standard ones, and so they are to
`fields`, `is_dataclass`, `match` and pickle.
"""

from __future__ import annotations

import dataclasses
from dataclasses import field
from types import MemberDescriptorType, SimpleNamespace
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from briefgen.record_methods import CHANGED, ORDER, SHARED, SHARED_BY_FROZEN, written_later

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.record_methods import Method

__all__ = ["dataclass", "field", "replace"]

T = TypeVar("T")

_DECLARED: dict[type, _Declared] = {}


def _dataclass(
    *, frozen: bool = False, slots: bool = False, kw_only: bool = False, eq: bool = True, order: bool = False,
    weakref_slot: bool = False,
) -> Callable[[type[T]], type[T]]:  # fmt: skip
    """What makes a dataclass of a class, as the standard one; its `__init__` is that of its fields."""
    later = ["__init__", CHANGED, *(["__eq__"] if eq else []), *(ORDER if order else [])]
    later += [*(["__hash__"] if frozen and eq else []), *(["__getstate__", "__setstate__"] if frozen else [])]
    shared: dict[str, object] = SHARED | (SHARED_BY_FROZEN if frozen else {"__hash__": None} if eq else {})
    params = SimpleNamespace(
        init=True, repr=True, eq=eq, order=order, unsafe_hash=False, frozen=frozen, match_args=True, kw_only=kw_only,
        slots=slots, weakref_slot=weakref_slot,
    )  # fmt: skip

    def made(kind: type[T]) -> type[T]:
        declared, own = _Declared(kind, params), kind.__dict__
        if "__init__" in own:
            raise TypeError(f"{kind.__qualname__} has an __init__ of its own, which a copy would pass by")
        held: dict[str, object] = {name: written_later(declared, name) for name in later if name not in own}
        held |= {name: shared[name] for name in shared if name not in own}
        if "__hash__" in own and own["__hash__"] is None and "__hash__" in later:  # None goes with an own `__eq__`
            held["__hash__"] = written_later(declared, "__hash__")
        held |= {"__dataclass_fields__": declared, "__dataclass_params__": params, "__match_args__": declared.by_place}
        declared.kind = (_with_slots if slots else _without_slots)(kind, declared, held)
        _DECLARED[declared.kind] = declared
        return declared.kind

    return made


class _Declared:
    """What a class says of its fields.

    It stands where the standard library looks for `Field`s, and lets that make them when somebody asks for the first
    time.
    """

    __slots__ = ("_known", "by_place", "kind", "names", "own", "params")

    def __init__(self, kind: type[Any], params: SimpleNamespace) -> None:
        self.kind, self.params, self.own = kind, params, _own_fields(kind)
        self.names, self._known = tuple(self.own), dict[str, dataclasses.Field[Any]]()
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

    @property
    def fields(self) -> dict[str, dataclasses.Field[Any]]:
        """All that its methods ask of its fields, by name; what these are to the standard library is not yet said."""
        if not self._known:
            for base in self.kind.__mro__[:0:-1]:
                self._known |= _DECLARED[base].fields if base in _DECLARED else {}
            for name, given in self.own.items():
                each = given if isinstance(given, dataclasses.Field) else field(default=given)
                each.name = name
                each.kw_only = self.params.kw_only if each.kw_only is dataclasses.MISSING else each.kw_only
                self._known[name] = each
        return self._known

    def __get__(self, _one: object, _kind: object = None) -> dict[str, dataclasses.Field[Any]]:
        made: dict[str, dataclasses.Field[Any]] = {}
        for base in self.kind.__mro__[:0:-1]:
            made |= getattr(base, "__dataclass_fields__", {})
        for each in dataclasses.fields(self._standard()):
            each.type = self.kind.__annotations__[each.name]
            made[each.name] = each
        self.kind.__dataclass_fields__ = made
        return made

    def _standard(self) -> type[Any]:
        """A class of the standard library with the fields of this one's own, and no methods."""
        told = {"__annotations__": dict.fromkeys(self.own, object), "__doc__": "Fields."}
        kind = type(self.kind.__name__, (), told | {name: self.fields[name] for name in self.own})
        return dataclasses.dataclass(init=False, repr=False, eq=False, match_args=False)(kind)


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
    changed: Method = type(of).__dict__.get(CHANGED, dataclasses.replace)
    copied: T = changed(of, **changes)
    return copied


if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:
    dataclass, replace = _dataclass, _replace
