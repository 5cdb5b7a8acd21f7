"""The calls of functions and filters, held to what is declared of them; a wrong one is told once, and gives nothing."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from jinja2.runtime import Undefined
from markupsafe import Markup

from briefgen.compose.source.absent_values import MissingText, ToldBefore, ToldText, is_missing
from briefgen.compose.source.falling_clauses import DECORATIONS
from briefgen.compose.template.argument_kinds import Wrong, fitted, hold_to_fields, may_be_nothing
from briefgen.compose.template.call_shapes import Call
from briefgen.compose.template.parameters import FILTERS, FUNCTIONS, Takes, stock_filters, test_takes
from briefgen.compose.values.template_value import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.compose.template.parameters import Parameter, Signature
    from briefgen.compose.template.sandbox import SectionEnvironment

_OF_ANYTHING = frozenset({"default", "d"})
"""Filters that say what is printed for a missing value."""
_OF_MEMBERS = frozenset({"first", "last", "latest", "joined", "cited", "dated", "min", "max", "total", "newest"})
"""Filters that make one value of the members of a list, and so none of none."""
_OF_VALUES = frozenset({Takes.SOURCED, Takes.WORDS, Takes.NAME})
"""What a value of the data may always stand for."""
_CALLER = "caller"
"""What `{% call %}` hands over: the text inside."""


def check_calls(environment: SectionEnvironment, brief: Brief) -> None:
    """Put the check around every function, filter and test of an environment."""
    checks = _Checks(brief)
    functions: dict[str, Any] = environment.globals
    for name, signature in FUNCTIONS.items():
        functions[name] = checks.around(name, functions[name], signature)
    stock = stock_filters(tuple(environment.filters), tuple(environment.tests))
    for name, signature in {**stock, **FILTERS}.items():
        environment.filters[name] = checks.falling(name, checks.around(name, environment.filters[name], signature, 1))
    tests: dict[str, Any] = environment.tests
    for name, test in tests.items():
        tests[name] = checks.around(name, test, test_takes(name), 1)


class _Checks:
    """The checks of one brief's templates."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief

    def falling(self, name: str, filter_: Callable[..., Any]) -> Callable[..., Any]:
        """The filter, which of a missing value makes a missing one where a clause may fall away."""
        at = 1 if hasattr(filter_, "jinja_pass_arg") else 0
        problems, makes_one = self._brief.problems, name in _OF_MEMBERS
        if name in _OF_ANYTHING:
            return filter_

        @wraps(filter_)
        def apply(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - any filter
            if problems.falling:
                of_none = makes_one and isinstance(args[at], tuple | list) and not args[at]
                if of_none or is_missing(args[at]):
                    return MissingText()
            return filter_(*args, **kwargs)

        return apply

    def around(
        self, name: str, function: Callable[..., Any], signature: Signature, before: int = 0
    ) -> Callable[..., Any]:
        """The function, called only with what it takes; `before` is 1 where its first argument stands before it."""
        at = 1 if hasattr(function, "jinja_pass_arg") else 0
        sound: set[tuple[int, tuple[str, ...], bool]] = set()
        """Calls by their number and names of arguments: a table asks the same of every row."""
        plain: dict[int, tuple[tuple[int, Parameter], ...]] = {}
        """The number of arguments of calls without names → the places of those that may not be anything."""

        @wraps(function)
        def apply(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - any function
            asks = None if kwargs else plain.get(len(args))
            if asks is not None and _are_plainly_right(args, asks):
                return function(*args)
            given = {key: value for key, value in kwargs.items() if key != _CALLER} if kwargs else kwargs
            try:
                asked = len(args) - at, tuple(given), _CALLER in kwargs
                if asked not in sound:
                    Call(name, signature, len(args) - at, tuple(given), before, _CALLER in kwargs).check()
                    sound.add(asked)
                    if not kwargs and not signature.asks_for_a_field:
                        plain[len(args)] = _asks_of(signature, args, at)
                row, named = self._fitted_all(name, signature, args[at:], given)
            except Wrong as wrong:
                if wrong.message:
                    hint = wrong.hint or f"write {signature.example}"
                    self._brief.problems.at_current_line(wrong.code, wrong.message, hint, wrong.near or name)
                elif self._brief.problems.falling and name not in DECORATIONS and any(map(is_missing, args)):
                    return MissingText()
                return Markup() if _CALLER in kwargs else ToldBefore()
            inside = {_CALLER: kwargs[_CALLER]} if _CALLER in kwargs else {}
            return function(*args[:at], *row, **named, **inside)

        return apply

    def _fitted_all(
        self, name: str, signature: Signature, args: tuple[object, ...], given: Mapping[str, object]
    ) -> tuple[list[object], dict[str, object]]:
        if not given and signature.takes_anything:
            return list(args), {}
        known = {parameter.name: parameter for parameter in signature.parameters} if given else {}
        pairs = list(signature.paired(args))
        row = [self._fitted(name, parameter, value) for parameter, value in pairs]
        named = {key: self._fitted(name, known.get(key), value) for key, value in given.items()}
        if signature.asks_for_a_field and "default" not in given:
            every = [*pairs, *((known.get(key), value) for key, value in given.items())]
            for parameter, value in every:
                if parameter is not None and parameter.takes is Takes.FIELD and args:
                    hold_to_fields(value, args[0])
        return row, named

    def _fitted(self, name: str, parameter: Parameter | None, value: object) -> object:
        if parameter is None or parameter.takes is Takes.ANY or _is_plainly_right(value, parameter):
            return value
        if isinstance(value, ToldBefore | ToldText):
            raise Wrong("")
        if isinstance(value, Undefined):
            str(value)  # reports itself
            raise Wrong("")
        if may_be_nothing(parameter, value):
            return value
        return fitted(name, parameter, value, self._brief)


def _asks_of(signature: Signature, args: Sequence[object], at: int) -> tuple[tuple[int, Parameter], ...]:
    """The places of arguments without names that may not be anything, and what they may be; the first is at a place."""
    paired = enumerate(signature.paired(args[at:]), at)
    return tuple([(place, one) for place, (one, _) in paired if one is not None and one.takes is not Takes.ANY])


def _are_plainly_right(args: Sequence[object], asks: Sequence[tuple[int, Parameter]]) -> bool:
    for place, parameter in asks:  # noqa: SIM110 - every cell of a table comes by here, and a generator takes longer
        if not _is_plainly_right(args[place], parameter):
            return False
    return True


def _is_plainly_right(value: object, parameter: Parameter) -> bool:
    """Whether an argument is, at a glance, what it may be: a word of a list, a list, a value of the data."""
    kind = type(value)
    if kind is str:
        return value in parameter.one_of
    return parameter.takes is Takes.LIST if kind is tuple else kind is Shown and parameter.takes in _OF_VALUES
