"""Records are the dataclasses of the standard library, but for the time that declaring them takes."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field, fields
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import pytest

from briefgen import records

if TYPE_CHECKING:
    from collections.abc import Callable

OPTIONS: dict[str, dict[str, bool]] = {
    "frozen": {"frozen": True, "slots": True},
    "frozen without slots": {"frozen": True},
    "frozen, by name": {"frozen": True, "slots": True, "kw_only": True},
    "frozen, in order": {"frozen": True, "slots": True, "order": True},
    "frozen, by identity": {"frozen": True, "slots": True, "eq": False},
    "slots": {"slots": True},
    "by identity": {"slots": True, "eq": False},
    "plain": {},
}
OFTEN = 40
"""Times after which a method is written."""
Declared = tuple[type[Any], type[Any]]


def declared(decorate: Callable[..., Any], options: dict[str, bool]) -> Declared:
    """A class and one that inherits of it."""

    @decorate(**options)
    class Base:
        name: str
        made: int = 3
        many: list[int] = field(default_factory=list)
        unseen: str = field(default="u", repr=False, compare=False)
        kept: tuple[int, ...] = field(default=(), kw_only=True)

    @decorate(**options)
    class Inner(Base):
        more: str = "more"

        def __str__(self) -> str:
            return self.more

    return Base, Inner


def both(name: str) -> tuple[Declared, Declared]:
    return declared(dataclasses.dataclass, OPTIONS[name]), declared(records.dataclass, OPTIONS[name])


def outcome(ask: Callable[[], object]) -> object:
    """What comes of it, or the kind of error."""
    try:
        return ask()
    except (TypeError, AttributeError) as error:
        return type(error).__name__


QUESTIONS: dict[str, Callable[[type[Any]], object]] = {
    "its words": lambda kind: repr(kind(name="a", made=1)).rpartition(".")[2],
    "words of itself in itself": lambda kind: repr(_circular(kind)).rpartition(".")[2],
    "its text": lambda kind: str(kind(name="a")).rpartition(".")[2],
    "by place": lambda kind: dataclasses.astuple(kind("a", 2, [3])),
    "too little": lambda kind: kind(),
    "too much": lambda kind: kind(name="a", other=1),
    "lists of one's own": lambda kind: kind(name="a").many is kind(name="a").many,
    "a default": lambda kind: (kind(name="a").made, kind(name="a").kept),
    "alike": lambda kind: (kind(name="a") == kind(name="a"), kind(name="a") != kind(name="a")),
    "alike but for what is not compared": lambda kind: kind(name="a", unseen="x") == kind(name="a"),
    "unlike": lambda kind: (kind(name="a") == kind(name="b"), kind(name="a") == "a"),
    "not a number, like itself": lambda kind: kind(name=float("nan")) == kind(name=float("nan")),
    "before": lambda kind: (kind(name="a") < kind(name="b"), kind(name="a") <= kind(name="a", made=2)),
    "after": lambda kind: (kind(name="a") > kind(name="b"), kind(name="a") >= kind(name="a")),
    "as keys": lambda kind: len({kind(name="a", many=()), kind(name="a", many=(), unseen="x")}),
    "a key that holds a list": lambda kind: isinstance(hash(kind(name="a")), int),
    "set": lambda kind: setattr(kind(name="a"), "made", 2),
    "deleted": lambda kind: delattr(kind(name="a"), "made"),
    "copied": lambda kind: dataclasses.asdict(copy.copy(kind(name="a", many=[1]))),
    "copied with what it holds": lambda kind: dataclasses.asdict(copy.deepcopy(kind(name="a", many=[1]))),
    "its fields": lambda kind: [(each.name, each.kw_only, each.init) for each in fields(kind)],
    "in a match": lambda kind: kind.__match_args__,
    "its slots": lambda kind: getattr(kind, "__slots__", None),
}


def _circular(kind: type[Any]) -> object:
    one = kind(name="a")
    one.many.append(one)
    return one


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("options", OPTIONS)
def test_a_record_answers_as_a_standard_dataclass(options: str, question: str) -> None:
    standard, ours = both(options)
    ask = QUESTIONS[question]

    for theirs, own in zip(standard, ours, strict=True):
        asked = outcome(lambda theirs=theirs: ask(theirs))  # type: ignore[misc]
        for _ in range(OFTEN):  # by the end its methods are written
            assert outcome(lambda own=own: ask(own)) == asked  # type: ignore[misc]


@pytest.mark.parametrize("options", OPTIONS)
def test_a_copy_has_what_was_changed_and_the_rest_of_the_first(options: str) -> None:
    for kind in both(options)[1] * OFTEN:
        first = kind(name="a", many=[1], kept=(2,))
        copied = records.replace(first, name="b")

        assert type(copied) is kind
        assert dataclasses.asdict(copied) == dataclasses.asdict(first) | {"name": "b"}
        assert copied.many is first.many
        with pytest.raises(TypeError):
            records.replace(first, other=1)


@records.dataclass(slots=True)
class Counted:
    """What counts itself when it is made."""

    name: str
    times: int = field(init=False, default=0)
    length: int = field(init=False)

    def __post_init__(self) -> None:
        self.length = len(self.name)


@records.dataclass(frozen=True, slots=True)
class Nothing:
    """Without a field."""


@dataclasses.dataclass(frozen=True)
class Standard:
    """One of the standard library."""

    name: str


def test_what_is_done_after_the_fields_is_done_for_a_copy_too() -> None:
    copied = records.replace(Counted("four"), name="seven")

    assert (copied.name, copied.times, copied.length) == ("seven", 0, 5)
    assert records.replace(Nothing()) == Nothing()
    assert records.replace(Standard("a"), name="b") == Standard("b")


@records.dataclass(frozen=True, slots=True, weakref_slot=True)
class Sent:
    """What goes from one process to another."""

    name: str
    inner: Nothing = Nothing()


def test_a_record_is_read_back_by_pickle() -> None:
    assert pickle.loads(pickle.dumps([Sent("a"), Nothing()])) == [Sent("a"), Nothing()]  # noqa: S301 - our own


def layered(decorate: Callable[..., Any], *, slots: bool) -> list[type[Any]]:
    """A class, one that takes a field of it by name alone, and one that inherits from that."""

    @decorate(slots=slots)
    class First:
        shared: ClassVar[list[int]] = []
        name: str
        made: int = 3
        many: list[int] = field(default_factory=list, init=False)

    @decorate(slots=slots)
    class Second(First):
        made: int = field(default=4, kw_only=True)

    @decorate(slots=slots, weakref_slot=slots)
    class Third(Second):
        name: str
        more: Annotated[str, "said"] = "more"

    class Undecorated(Third):
        pass

    return [First, Second, Third, Undecorated]


@pytest.mark.parametrize("slots", [True, False])
def test_a_field_that_is_declared_again_stands_where_it_stood(slots: bool) -> None:  # noqa: FBT001
    standard, ours = layered(dataclasses.dataclass, slots=slots), layered(records.dataclass, slots=slots)

    for theirs, own in reversed(list(zip(standard, ours, strict=True))):  # from the last, as nobody asked the first yet
        for ask in (
            lambda kind: [(each.name, each.type, each.kw_only, each.init, each.default) for each in fields(kind)],
            lambda kind: (kind.__match_args__, kind.__dict__.get("__slots__"), kind.shared, kind.__name__),
            lambda kind: dataclasses.astuple(kind("a")),
            lambda kind: [held for held in ("made", "many") if isinstance(getattr(kind, held, None), int)],
        ):
            assert ask(own) == ask(theirs)
        assert (dataclasses.is_dataclass(own), dataclasses.is_dataclass(own("a"))) == (True, True)
        assert dataclasses.replace(own("a"), name="b") == own("b")


def test_no_field_is_made_before_it_is_asked_for() -> None:
    kind = declared(records.dataclass, OPTIONS["frozen"])[0]

    assert not isinstance(kind.__dict__["__dataclass_fields__"], dict)
    asked = fields(kind)
    assert fields(kind)[0] is asked[0]
    assert isinstance(kind.__dict__["__dataclass_fields__"], dict)


def test_what_a_record_cannot_have_is_refused_where_it_is_declared() -> None:
    frozen = declared(records.dataclass, OPTIONS["frozen"])[0]
    refused: dict[str, dict[str, object]] = {
        "a list for all": {"__annotations__": {"many": list}, "many": []},
        "a value that is not kept": {"__annotations__": {"given": dataclasses.InitVar[int]}},
        "the same, in words": {"__annotations__": {"given": "InitVar[int]"}},
        "a line": {"__annotations__": {"_": dataclasses.KW_ONLY}},
        "slots": {"__annotations__": {"name": str}, "__slots__": ("name",)},
    }

    for name, held in refused.items():
        with pytest.raises((TypeError, ValueError)):
            records.dataclass(slots=True)(type(name, (), held))
    for decorate in (records.dataclass, dataclasses.dataclass):
        with pytest.raises(TypeError):
            decorate(slots=True)(type("Thawed", (frozen,), {}))


def test_methods_of_the_class_itself_stand() -> None:
    @records.dataclass(frozen=True, slots=True)
    class Own:
        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Own)

        def __hash__(self) -> int:
            return 7

        def __repr__(self) -> str:
            return "own"

    assert (Own("a") == Own("b"), hash(Own("a")), repr(Own("a"))) == (True, 7, "own")


def test_a_record_with_an_init_of_its_own_is_refused() -> None:
    with pytest.raises(TypeError, match="has an __init__ of its own"):

        @records.dataclass()
        class Own:
            name: str

            def __init__(self) -> None:
                self.name = "own"


def test_no_method_is_written_before_it_is_called_often() -> None:
    kind = declared(records.dataclass, OPTIONS["frozen"])[0]
    before = kind.__init__

    kind("a")
    assert kind.__init__ is before
    for _ in range(OFTEN):
        kind("a")

    assert kind.__init__ is not before
    assert kind.__eq__.__name__ == "first"


def test_what_a_class_gives_a_field_goes_through_its_own_way_of_setting_it() -> None:
    @records.dataclass()
    class Loud:
        name: str

        def __setattr__(self, name: str, value: object) -> None:
            object.__setattr__(self, name, f"{value}!")

    assert {Loud("a").name for _ in range(OFTEN)} == {"a!"}
