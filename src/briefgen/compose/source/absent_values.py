"""What stands in templates for a value that is not there: it tells so itself, and lets the template go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from jinja2.runtime import Undefined
from jinja2.utils import missing
from markupsafe import Markup

from briefgen.compose.source.template_problems import LISTED, suggestion
from briefgen.compose.values.placeholders import ABSENT, MISSING
from briefgen.compose.values.template_value import Shown, field_names, named_kind
from briefgen.diagnostics import with_article
from briefgen.model.view import Item

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from briefgen.compose.source.template_problems import Problems
    from briefgen.compose.values.field_use import FieldUse


class ReportedUndefined(Undefined):
    """A name, field or member that is not there: reports itself when used."""

    __slots__ = ()
    problems: Problems

    def report(self) -> None:
        """Tell what is not there, at the line that is running now."""
        name, owner, problems = str(self._undefined_name), self._undefined_obj, self.problems
        if problems.falling and is_missing(self):
            return
        if isinstance(owner, ReportedUndefined):
            owner.report()  # what comes first is what is wrong
        elif owner is None:
            problems.nothing(f"'{name}' is asked of nothing: what stands before it is not there", name)
        elif isinstance(owner, tuple | list) and name.lstrip("-").isdecimal():
            problems.nothing(f"there is no member {name}: {_how_many(owner)}", name, _hint_of_members(owner))
        elif isinstance(owner, Shown):
            kind = owner.raw.kind if isinstance(owner.raw, Item) else named_kind(owner.raw)
            names = field_names(owner.raw)
            hint = suggestion(name, names, what="it has") if names else "print it as it is: it has no fields"
            message = f"{with_article(kind.replace('_', ' '))} has no field '{name}'"
            problems.at_current_line("BG402", message, hint, name)
        elif isinstance(owner, dict):
            problems.at_current_line("BG402", f"there is no '{name}' here", _hint_of_keys(name, owner), name)
        elif isinstance(owner, tuple | list):
            hint = "name a member, with |first or [0], or loop over it"
            problems.at_current_line("BG402", f"a list has no field '{name}'", hint, name)
        elif owner is missing:
            hint = suggestion(name, problems.known)
            problems.at_current_line("BG402", f"'{name}' is not defined", hint, name)
        else:
            problems.at_current_line("BG402", f"there is no field '{name}' here", LISTED, name)

    def __str__(self) -> str:
        self.report()
        return str(MISSING if self.problems.falling and is_missing(self) else ABSENT)

    def __html__(self) -> Markup:
        self.report()
        return ToldText()

    def __iter__(self) -> Iterator[object]:
        self.report()
        return iter(())

    def __bool__(self) -> bool:
        self.report()
        return False

    def __len__(self) -> int:
        self.report()
        return 0

    def __eq__(self, other: object) -> bool:
        self.report()
        return False

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return 0

    def __contains__(self, _other: object) -> bool:
        self.report()
        return False

    def _ordered(self, _other: object) -> Any:  # noqa: ANN401 - whatever follows is nothing
        self.report()
        return ToldText()  # as no, and printed without another word

    # The engine's own never come back.
    __lt__ = __le__ = __gt__ = __ge__ = _ordered

    def _computed(self, *_other: object) -> Any:  # noqa: ANN401 - whatever follows is nothing
        self.report()
        return ToldText()

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _computed
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __pow__ = __rpow__ = __neg__ = __pos__ = _computed

    def __int__(self) -> int:  # type: ignore[override]  # Jinja2's own never comes back
        self.report()
        return 0

    __index__ = __int__

    def __float__(self) -> float:  # type: ignore[override]  # Jinja2's own never comes back
        return float(int(self))

    def __call__(self, *_args: object, **_kwargs: object) -> Any:  # noqa: ANN401 - whatever follows is nothing
        """Nothing: what was called is not there."""
        self.report()
        return ToldText()

    def __getitem__(self, _key: object) -> Any:  # noqa: ANN401 - whatever follows is nothing
        self.report()
        return self

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever follows is nothing
        if name[:2] == "__":
            raise AttributeError(name)
        self.report()
        return self


class ToldBefore(ReportedUndefined):
    """What was told when the template was read: it says nothing more."""

    __slots__ = ()

    def report(self) -> None:
        """Nothing: it has been told."""

    def __call__(self, *_args: object, **_kwargs: object) -> Any:  # noqa: ANN401 - whatever follows is nothing
        """No words: what a call block places must be a text."""
        return ToldText()


class ToldText(Markup):
    """The text in the place of what is wrong and has been told: as a condition it is no, and printed it is nothing.

    Its token keeps its place in the text, so that marks around it are not taken for others: `**{{ visit.nam }}**` would
    be four stars.
    """

    __slots__ = ()

    def __new__(cls, text: object = ABSENT) -> Self:
        """A text with the token; of a value that is not there, which is told by this."""
        return super().__new__(cls, text)

    def __bool__(self) -> bool:
        return str.__ne__(self, ABSENT)


class MissingText(ToldText):
    """The text in the place of a value that is missing where a clause may fall away: nothing is told of it."""

    __slots__ = ()

    def __new__(cls) -> Self:
        """The token that the clause is looked through for."""
        return str.__new__(cls, MISSING)

    def __bool__(self) -> bool:
        return False

    def _compared(self, _other: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _compared


class NotFound(ReportedUndefined):
    """What was looked up by its id and is not there: a template may ask whether it is, and nothing else."""

    __slots__ = ("_looked_for", "_next_step", "_said")

    def __init__(self, said: str, looked_for: str, next_step: str) -> None:
        super().__init__(name=looked_for)
        self._said, self._looked_for, self._next_step = said, looked_for, next_step

    def report(self) -> None:
        """Tell what was looked for."""
        self.problems.nothing(self._said, self._looked_for, self._next_step)

    def __bool__(self) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return other is None or isinstance(other, NotFound)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return 0


def tried(
    caller: Callable[..., str], values: Sequence[object], problems: Problems, use: FieldUse, *, in_parts: bool = False
) -> str:
    """A text that may fall away: a token stands where a value is missing, and of what falls nothing was printed.

    Where it falls in parts, the others are printed.
    """
    mark = use.mark()
    problems.falling += 1
    try:
        text = str(caller(*values))
    finally:
        problems.falling -= 1
    if not in_parts and MISSING in text:
        use.forget(mark)
    return text


_KEYS = frozenset({"turnover", "balance"})
"""Of figures by name, beside the parties' codes: any of them may be missing."""


_NOT_KNOWN = frozenset({"", "unknown"})
"""Texts that are there and say nothing."""


def is_missing(value: object) -> bool:
    """Whether a value is one that need not be there and is not: no field, figure or member, an empty text, not known.

    A name or field that does not exist is none of these, and stays an error.
    """
    if type(value) is Shown:  # nearly always
        return isinstance(value.raw, str) and value.raw in _NOT_KNOWN
    match value:
        case None | MissingText() | NotFound():
            return True
        case ReportedUndefined():
            return _is_of_nothing(value)
        case Undefined():  # of `a if b` with nothing in its place
            return True
        case _:
            return False


def is_none(value: object) -> bool:
    """What templates ask for by `is none`: nothing, or what was looked up in vain."""
    return value is None or isinstance(value, NotFound)


def _is_of_nothing(value: ReportedUndefined) -> bool:
    """Whether what is asked for is a kind of thing that need not be there."""
    name, owner = value._undefined_name, value._undefined_obj  # noqa: SLF001 - of its own base class
    match owner:
        case None:
            return True
        case ReportedUndefined():
            return is_missing(owner)
        case tuple() | list():
            return str(name).lstrip("-").isdecimal()
        case dict():
            return str(name) in _KEYS
        case _:
            return bool(value._undefined_hint)  # noqa: SLF001 - the first of an empty list


def undefined_type(problems: Problems) -> type[Undefined]:
    """The undefined type of one brief's templates."""
    return type("Undefined", (ReportedUndefined,), {"problems": problems, "__slots__": ()})


def told_before(problems: Problems) -> ToldBefore:
    """A value in the place of one that was told not to be there."""
    told: type[ToldBefore] = type("Told", (ToldBefore,), {"problems": problems, "__slots__": ()})
    return told()


def not_found(problems: Problems, kind: str, looked_for: str, known: Mapping[str, object]) -> object:
    """A value in the place of a record that was looked up and is not there."""
    found: type[NotFound] = type("Missing", (NotFound,), {"problems": problems, "__slots__": ()})
    hint = suggestion(looked_for, known, what="there are")
    step = "ask with {% if %} whether it is there" if hint == LISTED else hint
    return found(f"there is no {kind} '{looked_for}'", looked_for, step)


def _how_many(members: Sequence[object]) -> str:
    """`there are 7 visits`, where all are of a kind that has a name."""
    kinds = {member.raw.kind for member in members if isinstance(member, Shown) and isinstance(member.raw, Item)}
    count = len(members)
    one = kinds.pop().replace("_", " ") if len(kinds) == 1 else "member"
    if count == 1:
        return f"there is one {one}"
    plural = f"{one[:-1]}ies" if one.endswith("y") else f"{one}s"
    return f"there are {count} {plural}" if count else "the list is empty"


def _hint_of_members(members: Sequence[object]) -> str:
    if not members:
        return "ask with {% if %} whether there are any"
    return f"count from 0: the last is [{len(members) - 1}], or take it with |last"


def _hint_of_keys(name: str, known: Mapping[object, object]) -> str:
    return suggestion(name, map(str, known), what="there are")


def told_filter(*_args: object, **_kwargs: object) -> ToldText:
    """Stands for a filter that there is none of; around a block it must give a text."""
    return ToldText()


def told_test(*_args: object) -> bool:
    """Stands for a test that there is none of."""
    return False
