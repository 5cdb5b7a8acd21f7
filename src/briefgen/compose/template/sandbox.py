"""The sandbox that section templates run in.

Data are `Shown` values without methods; filters, tests and functions come from a list; work and output have
budgets. A template that breaks a rule ends in a diagnostic at its own line.
"""

from __future__ import annotations

from functools import wraps
from math import inf
from time import process_time
from typing import TYPE_CHECKING, Any

from jinja2 import FunctionLoader, nodes, pass_context
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import BlockReference, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup

from briefgen.compose.source.source_map import mark_lines, readable, without_markers
from briefgen.compose.source.template_problems import Problems, TemplateStop, undefined_type
from briefgen.compose.template.literal_guard import refused_constants
from briefgen.compose.values.placeholders import TextSlot
from briefgen.compose.values.template_value import Shown, wrap
from briefgen.model.origin import NUMBERING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from types import CodeType

    from briefgen.compose.values.placeholders import Slots

STOCK_FILTERS = frozenset({"default", "d", "first", "groupby", "last", "list", "map", "max", "min", "reject",
                           "rejectattr", "reverse", "select", "selectattr", "sort", "unique"})  # fmt: skip
"""Filters of Jinja2 that cannot hurt and make sense on values of a view."""
STOCK_TESTS = frozenset({"defined", "undefined", "none", "eq", "equalto", "==", "ne", "!=", "lt", "<", "gt", ">",
                         "le", "<=", "ge", ">=", "in", "odd", "even", "divisibleby", "true", "false"})  # fmt: skip

BINOPS = frozenset({"+", "-", "*", "/", "//", "%", "**"})
"""Operators that go through `call_binop`, and are never computed ahead of time."""

_OF_ANYTHING = frozenset({"default", "d"})
"""Stock filters that take one value; all others take a list."""
_TICKS = 200_000
_OUTPUT = 4_000_000
_LONGEST_STRING = 200_000
_LONGEST_RANGE = 10_000
_LARGEST_LIST = 20_000
_MEMBERS_A_TICK = 64
_MOST_CODE = 512
_CODE: dict[tuple[str, str], CodeType] = {}


class SectionEnvironment(ImmutableSandboxedEnvironment):
    """Jinja2 with the rules of briefgen's section templates."""

    intercepted_binops = BINOPS

    def __init__(self, sources: Mapping[str, str], slots: Slots, problems: Problems, seconds: int) -> None:
        super().__init__(
            loader=FunctionLoader(lambda name: (sources[name], name, None) if name in sources else None),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,
            undefined=undefined_type(problems),
            finalize=self._finalized,
        )
        self.slots, self.problems = slots, problems
        stock = {name: self._of_members(name, self.filters[name]) for name in sorted(STOCK_FILTERS)}
        self.filters = {}
        self.add_filters(stock)
        self.tests = {name: self.tests[name] for name in sorted(STOCK_TESTS)}
        self.globals = {"range": self.safe_range, "namespace": Namespace}
        self._ticks = _TICKS
        self._output = _OUTPUT
        self._seconds = seconds
        self._deadline = inf

    def add_filters(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        """Filters by name, each within the budgets."""
        self.filters.update({name: self._within_budgets(function) for name, function in filters.items()})

    def _of_members(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A filter of Jinja2 for lists. Of a text it would take single characters, and so halves of tokens."""
        if name in _OF_ANYTHING:
            return function
        at = 1 if hasattr(function, "jinja_pass_arg") else 0

        @wraps(function)
        def apply(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - any filter
            return function(*args, **kwargs) if self.looped(args[at], name) is args[at] else ""

        return apply

    def _within_budgets(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def apply(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - any filter
            self.tick(0)
            made = function(*args, **kwargs)
            return self.bounded(made) if isinstance(made, Markup) else made

        return apply

    # ------------------------------------------------------------ reading data

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja2's signature
        """One field of a value of the view; nothing else of a Python object can be reached."""
        if isinstance(obj, Shown):
            try:
                return obj.field(attribute)
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, LoopContext | Namespace | Macro | BlockReference):
            return super().getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - Jinja2's signature
        """A field by name, a member by its key or place."""
        key = argument.raw if isinstance(argument, Shown) else argument
        if isinstance(obj, dict):
            return obj[key] if key in obj else self.undefined(obj=obj, name=str(key))
        if isinstance(obj, tuple | list) and isinstance(key, int | slice):
            return obj[key] if isinstance(key, slice) or -len(obj) <= key < len(obj) else self.undefined(name=str(key))
        return self.getattr(obj, str(key))

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401 - Jinja2's signature
        """Only macros, loops and the functions handed to the template."""
        known = Macro | LoopContext | BlockReference | Undefined
        return isinstance(obj, known) or obj in self._functions or obj is Namespace

    @property
    def _functions(self) -> list[object]:
        return [*self.globals.values(), self.tick, self.joined, self.grown, self.looped]

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, N805, PYI063 - Jinja2's signature
        """Call a macro or a function; values of the data cannot be called."""
        if isinstance(__obj, Undefined) or __self.is_safe_callable(__obj):
            if isinstance(__obj, LoopContext):
                args = tuple(__self.looped(over) for over in args)
            return super().call(__context, __obj, *args, **kwargs)
        hint = "only macros and the functions of docs/templates.md can be called"
        __self.problems.at_current_line("BG404", "a value cannot be called", hint)
        return ""

    # ------------------------------------------------------------ printing

    @pass_context
    def _finalized(self, _context: object, value: object) -> Markup | str:
        """Asks for the context only to be called while the template runs, for constants too."""
        return self.printed(value)

    def printed(self, value: object) -> Markup | str:
        """What stands in the text for the value of an expression: always tokens, never the data itself."""
        if isinstance(value, Markup):
            self._spend_output(len(value))
            return value
        if isinstance(value, Shown):
            return value.printed(value)
        if isinstance(value, self.undefined):
            return str(value)
        if isinstance(value, str):
            return self._literal(value)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.problems.unprintable(value)
            return ""
        return self.slots.token(TextSlot(str(value), NUMBERING))

    def _literal(self, text: str) -> Markup:
        """Words from inside an expression: tokens stay, the rest is text and never markup."""
        self._spend_output(len(text))
        out = Markup("")
        for piece in self.slots.pieces(without_markers(text)):
            if isinstance(piece, str):
                self.problems.typed(piece)
            slot = TextSlot(piece, None) if isinstance(piece, str) else piece
            out += self.slots.token(slot)
        return out

    def looped(self, value: object, near: str = "for") -> object:
        """What a loop or a filter of Jinja2 goes over; a text has no members, only halves of tokens."""
        if not isinstance(value, str):
            return value
        self.problems.at_current_line("BG404", f"'{near}' takes a list, not a text", "name a list of values", near)
        return ()

    def wrapped(self, value: object, origin: Any = None) -> object:  # noqa: ANN401 - any origin
        """A value of the view as templates see it."""
        return wrap(value, origin, self.print_shown)

    print_shown: Callable[[Shown], Markup]

    # ------------------------------------------------------------ budgets

    def begin_section(self) -> None:
        """A new section has the whole time; work and output are one brief's."""
        self._deadline = process_time() + self._seconds

    def tick(self, cost: int = 1, literal: int = 0) -> None:
        """Spend work, and the output of a template's own words; called at the start of all that can run again."""
        self._spend_output(literal)
        self._ticks -= cost
        if self._ticks < 0:
            self._stop("this template loops too much")
        if process_time() > self._deadline:
            self._stop(f"this section takes more than {self._seconds} s")

    def _spend_output(self, size: int) -> None:
        self._output -= size
        if self._output < 0:
            self._stop("this template writes too much")

    def _stop(self, message: str) -> None:
        self.problems.at_current_line("BG405", message, "loop over fewer items")
        raise TemplateStop

    def safe_range(self, *args: int) -> range:
        """Python's range, at most 10,000 long."""
        made = range(*(int(readable(str(a))) for a in args))
        if len(made) > _LONGEST_RANGE:
            self._stop(f"a range of {len(made)} is too long")
        return made

    def grown(self, made: Collection[object]) -> Collection[object]:
        """A list or mapping that a template writes out, if all that hangs on it can be walked in a moment.

        Lists in lists share their members, so that forty lines can make one whose comparison never ends.
        """
        waiting, seen = [made], 0
        while waiting:
            for part in _members(waiting.pop()):
                seen += 1
                if seen > _LARGEST_LIST:
                    self._stop("this list grows too large")
                if isinstance(part, list | tuple | dict):
                    waiting.append(part)
        self.tick(seen // _MEMBERS_A_TICK)
        return made

    def joined(self, *parts: object) -> Markup | str:
        """The `~` of templates."""
        return self.bounded(Markup("").join(map(Markup, [str(self.printed(part)) for part in parts])))

    def bounded(self, text: Markup) -> Markup:
        """A text that a template made of others, if it is no longer than any sentence or table needs."""
        if len(text) > _LONGEST_STRING:
            self._stop("this text grows too long")
        return text

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja2's signature
        """Arithmetic on plain whole numbers and joining of lists; figures are computed before templates see them."""
        if operator == "+" and isinstance(left, tuple | list) and isinstance(right, tuple | list):
            if len(left) + len(right) > _LONGEST_RANGE:
                self._stop("this list grows too long")
            return (*left, *right)
        numbers = isinstance(left, int) and isinstance(right, int)
        if not numbers or operator == "**" or max(abs(left), abs(right)) > _LONGEST_STRING:
            message = f"'{operator}' does not work on values of the data"
            self.problems.at_current_line("BG404", message, "sums, shares and growth are fields of the view", operator)
            return ""
        return super().call_binop(context, operator, left, right)

    # ------------------------------------------------------------ compiling

    def compile(self, source: Any, name: Any = None, filename: Any = None, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - Jinja2's signature
        """The code of a template, made once in a process: every brief runs the same few sections."""
        key = (name, source)
        if key not in _CODE:
            if len(_CODE) >= _MOST_CODE:
                _CODE.clear()
            _CODE[key] = super().compile(source, name, filename, *args, **kwargs)
        return _CODE[key]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for line, message in refused_constants(template):
            raise TemplateSyntaxError(message, line, name, filename)
        mark_lines(template, f"templates/{name}")
        _instrument(template)
        return template


def _instrument(template: nodes.Template) -> None:
    """Put a tick into all that can run again, and turn every `~`, list and mapping into a bounded call."""
    for node in (template, *template.find_all((nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block))):
        literal = sum(len(data.data) for data in node.find_all(nodes.TemplateData))
        spent: list[nodes.Expr] = [nodes.Const(1), nodes.Const(literal)]
        tick = nodes.Call(nodes.EnvironmentAttribute("tick"), spent, [], None, None)
        node.body.insert(0, nodes.ExprStmt(tick).set_lineno(node.lineno or 1))  # type: ignore[attr-defined]
    for loop in template.find_all(nodes.For):
        call = nodes.Call(nodes.EnvironmentAttribute("looped"), [loop.iter], [], None, None)
        loop.iter = call.set_lineno(loop.iter.lineno)
    for parent in list(template.find_all(nodes.Node)):
        for name, value in list(parent.iter_fields()):
            if isinstance(value, list):
                value[:] = [_bounded(v) for v in value]
            elif isinstance(value, nodes.Node):
                setattr(parent, name, _bounded(value))


def _members(whole: Collection[object]) -> Collection[object]:
    return whole.values() if isinstance(whole, dict) else whole


def _grown(node: nodes.List | nodes.Tuple | nodes.Dict) -> nodes.Call:
    call = nodes.Call(nodes.EnvironmentAttribute("grown"), [node], [], None, None)
    call.set_lineno(node.lineno)
    return call


def _bounded(value: object) -> object:
    """A node in the form that keeps to the budgets."""
    if isinstance(value, nodes.Concat):
        return _joined(value)
    is_list = isinstance(value, nodes.List | nodes.Dict) or (isinstance(value, nodes.Tuple) and value.ctx == "load")
    return _grown(value) if is_list else value  # type: ignore[arg-type]


def _joined(node: nodes.Concat) -> nodes.Call:
    call = nodes.Call(nodes.EnvironmentAttribute("joined"), node.nodes, [], None, None)
    call.set_lineno(node.lineno)
    return call
