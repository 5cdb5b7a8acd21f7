"""What an argument of a function or filter must be, and what to say where it is something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2.runtime import Macro, Undefined
from jinja2.utils import Namespace
from markupsafe import Markup

from briefgen.compose.source.source_map import readable
from briefgen.compose.source.template_problems import LISTED
from briefgen.compose.template.parameters import Takes
from briefgen.compose.values.template_value import Shown, field_names, named_kind, unwrap
from briefgen.diagnostics import did_you_mean, with_article
from briefgen.model.values.quantity import Op, Quantity
from briefgen.model.view import IndicatorSeries, Item, TradeYear

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from briefgen.compose.brief_state import Brief
    from briefgen.compose.template.parameters import Parameter

_UNNAMED = frozenset({"value", "values"})
"""Arguments that nobody knows by a name: what stands before the bar, what is cited."""
_LISTS = (tuple, list, range)
_LONGEST_WIDTH = 10
"""Of a column's relative width, in characters: a number of thousands of digits cannot be read."""
_MOST_WHOLE = 999_999_999
_SEVERAL = 2
_BETWEEN = {Takes.PLACES: (0, 9), Takes.SHARE: (10, 100)}
"""The least and the most of whole numbers that have bounds."""
_SHOWN = 60
"""Characters of an argument that a message repeats."""


class Wrong(Exception):  # noqa: N818 - not an error: what a call gave is no argument
    """Ends the check of a call; without a message, what is wrong has been told."""

    def __init__(self, message: str, hint: str = "", near: str = "", code: str = "BG404") -> None:
        super().__init__(message)
        self.message, self.hint, self.near, self.code = message, hint, near, code


_NEVER_NOTHING = frozenset({Takes.WORD, Takes.WHOLE, Takes.COUNT, Takes.PLACES, Takes.SHARE})
"""What a function cannot do without, even where the call may leave it out."""


def may_be_nothing(parameter: Parameter, value: object) -> bool:
    """Whether an argument that may be missing is given as what is not there: `none`, an empty text or list."""
    is_empty = value is None or (isinstance(value, str | tuple | list) and not value)
    may_be_left_out = parameter.takes not in _NEVER_NOTHING or parameter.default == '""'
    return is_empty and not parameter.is_needed and may_be_left_out


def fitted(name: str, parameter: Parameter, value: object, brief: Brief) -> object:  # noqa: C901, PLR0912 - one case a kind of argument
    """The argument as the function takes it; raises `Wrong` for what it does not take."""
    match parameter.takes:
        case Takes.WORD:
            return _word(name, parameter, value, brief)
        case Takes.WORDS | Takes.NAME | Takes.FIELD:
            return value if value is None or _is_text(value) else _refuse(name, parameter, value)
        case Takes.WIDTHS:
            return _widths(name, parameter, value, brief)
        case Takes.TRUTH:
            return value if isinstance(value, bool) else _refuse(name, parameter, value)
        case Takes.WHOLE | Takes.PLACES | Takes.SHARE:
            return _whole(name, parameter, value)
        case Takes.COUNT:
            return _count(name, parameter, value)
        case Takes.LIST:
            return value if isinstance(value, (*_LISTS, dict)) else _refuse(name, parameter, value)
        case Takes.TRADE:
            return _members(name, parameter, value, TradeYear)
        case Takes.FIGURES:
            is_of_series = isinstance(value, _LISTS) and any(isinstance(unwrap(one), IndicatorSeries) for one in value)
            return _members(name, parameter, value, IndicatorSeries if is_of_series else TradeYear)
        case Takes.FACTS:
            return _members(name, parameter, value, Item)
        case Takes.IDS:
            every = value if isinstance(value, _LISTS) else (value,)
            return value if all(one is None or _is_text(one) for one in every) else _refuse(name, parameter, value)
        case Takes.SOURCED:
            return _sourced(name, parameter, value)
        case Takes.PICTURE:
            is_known = _is_text(value) or isinstance(unwrap(value), Item)
            return value if is_known else _refuse(name, parameter, value)
        case Takes.EXHIBIT:
            return value if isinstance(value, Markup) else _refuse(name, parameter, value)
        case Takes.ANY:
            return value


def _refuse(name: str, parameter: Parameter, value: object) -> object:
    what = f"'{name}'" if parameter.name in _UNNAMED else f"'{parameter.name}' of '{name}'"
    message = f"{what} takes {parameter.takes.value}, and {what_is(value)} is given"
    hint = f"choose one of: {', '.join(sorted(parameter.one_of))}" if parameter.one_of else ""
    raise Wrong(message, hint, parameter.name if parameter.is_named else "")


def _is_text(value: object) -> bool:
    """What can stand as words: numbers too; whether a value of the data has words is told when it is printed."""
    if isinstance(value, Shown):
        return True
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _word(name: str, parameter: Parameter, value: object, brief: Brief) -> object:
    if not _is_text(value):
        _refuse(name, parameter, value)
    word = readable(brief.said_plainly(value))
    if word not in parameter.one_of:
        message = f"'{parameter.name}' of '{name}' cannot be '{word[:_SHOWN]}'"
        raise Wrong(message, did_you_mean(word, parameter.one_of) or "", word)
    return word


def _widths(name: str, parameter: Parameter, value: object, brief: Brief) -> object:
    """Whether they fit the columns is seen when the table is read."""
    if not _is_text(value):
        _refuse(name, parameter, value)
    words = brief.said_plainly(value)
    parts = [part.strip() for part in words.split(",")]
    wrong = [p for p in parts if not (p.isascii() and p.isdecimal() and len(p) < _LONGEST_WIDTH and p.strip("0"))]
    if wrong:
        shown = readable(wrong[0])[:_SHOWN]
        message = f"'{parameter.name}' of '{name}' takes {parameter.takes.value}; '{shown}' is none"
        raise Wrong(message, near=shown or words)
    return words


def _count(name: str, parameter: Parameter, value: object) -> object:
    """A number to choose words by; more than one where it is not known how many."""
    found = unwrap(value)
    if isinstance(found, Quantity):
        is_exact = found.op is Op.EQ and found.scale == 1 and found.high is None
        return int(found.value) if is_exact else _SEVERAL
    return found if isinstance(found, int) and not isinstance(found, bool) else _refuse(name, parameter, value)


def _whole(name: str, parameter: Parameter, value: object) -> object:
    number = unwrap(value)
    if not isinstance(number, int) or isinstance(number, bool):
        return _refuse(name, parameter, value)
    if parameter.takes in _BETWEEN and not _BETWEEN[parameter.takes][0] <= number <= _BETWEEN[parameter.takes][1]:
        raise Wrong(f"'{parameter.name}' of '{name}' takes {parameter.takes.value}, and {number} is given")
    if abs(number) > _MOST_WHOLE:
        raise Wrong(f"'{parameter.name}' of '{name}' is too large a number")
    return number


def _members(name: str, parameter: Parameter, value: object, kind: type) -> object:
    """A list whose members are of a kind; one that is not there falls away, as a hidden fact does."""
    if not isinstance(value, _LISTS):
        return _refuse(name, parameter, value)
    for member in value:
        if isinstance(member, Undefined):
            str(member)  # reports itself
            raise Wrong("")
        if member is not None and not isinstance(unwrap(member), kind):
            _refuse(name, parameter, member)
    return value


def _sourced(name: str, parameter: Parameter, value: object) -> object:
    """A value with an origin, or a list of such; nothing is told of what is not there, as it may be hidden."""
    every: Iterable[object] = value if isinstance(value, _LISTS) else (value,)
    for one in every:
        if isinstance(one, Undefined):
            str(one)  # reports itself
            raise Wrong("")
        if one is not None and one != "" and not isinstance(one, Shown | tuple | list | bool):
            _refuse(name, parameter, one)
    return value


def hold_to_fields(attribute: object, values: object) -> None:
    """Whether the members of a list have the field that a filter is to look at."""
    if not isinstance(attribute, str) or not isinstance(values, _LISTS):
        return
    fields = [word.partition(".")[0] for word in attribute.split(",")]
    sound: Collection[str] = ()
    for member in values:
        bare = unwrap(member)
        if type(bare) is Item and all(map(bare.fields.__contains__, fields)):  # nearly always
            continue
        known = [*map(str, bare)] if isinstance(bare, dict) else field_names(bare)
        if known is sound:  # of the same class as the one before
            continue
        sound = known
        if wrong := [field for field in fields if known and field not in known]:
            message = f"{what_is(member)} has no field '{readable(wrong[0])[:_SHOWN]}'"
            raise Wrong(message, did_you_mean(wrong[0], known) or LISTED, wrong[0], "BG402")


def what_is(value: object) -> str:
    """What is given, as a message says it: `a visit`, `an entry of trade`, `a list`, `a text`."""
    bare = unwrap(value)
    if isinstance(bare, Item):
        return with_article(bare.kind.replace("_", " "))
    if isinstance(bare, TradeYear):
        return "an entry of trade"
    if bare is None:
        return "nothing"
    if isinstance(bare, Macro) or (callable(bare) and not isinstance(bare, type)):
        return "a function"
    if isinstance(bare, Namespace):
        return "a namespace"
    if isinstance(bare, range):
        return "a list"
    return with_article(named_kind(bare))
