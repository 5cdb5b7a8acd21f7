"""The sandbox that section templates run in.

Data are `Shown` values without methods; filters, tests and functions come from a list; work and output have budgets
(`budgets.py`), and what is wrong with a template as it is written is told before it runs (`template_checks.py`). A
template that breaks a rule ends in a diagnostic at its own line.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any

from jinja2 import FunctionLoader, nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup

from briefgen.compose.source.absent_values import (
    MissingText,
    ReportedUndefined,
    ToldBefore,
    ToldText,
    is_missing,
    is_none,
    told_before,
    told_filter,
    told_test,
    tried,
    undefined_type,
)
from briefgen.compose.source.asked_conditions import note_answers
from briefgen.compose.source.falling_clauses import CLAUSE
from briefgen.compose.source.literal_guard import refused_constants
from briefgen.compose.source.made_code import made_code
from briefgen.compose.source.parsed_templates import take_tree
from briefgen.compose.source.source_map import mark_lines, without_markers
from briefgen.compose.source.spread_source import spread_of
from briefgen.compose.structure.ranked_parts import is_shortened
from briefgen.compose.template.budgets import LARGEST_NUMBER, Budgets
from briefgen.compose.template.instrumentation import OwnCallsUnasked, instrument, never_ahead
from briefgen.compose.template.known_words import Known, UnknownKind
from briefgen.compose.values.placeholders import MISSING, TextSlot
from briefgen.compose.values.template_value import Shown, wrap
from briefgen.model.origin import NUMBERING
from briefgen.model.view import Item

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from types import CodeType

    from briefgen.compose.source.template_problems import Problems
    from briefgen.compose.template.known_words import Unknown
    from briefgen.compose.values.field_use import FieldOf, FieldUse
    from briefgen.compose.values.placeholders import Slots

STOCK_FILTERS = frozenset({"default", "d", "first", "groupby", "last", "list", "map", "max", "min", "reject",
                           "rejectattr", "reverse", "select", "selectattr", "sort", "unique"})  # fmt: skip
"""Filters of Jinja2 that cannot hurt and make sense on values of a view.

The others make long texts of short ones (`center`, `replace`, `join`), reach into Python (`attr`), or know numbers and
texts but not the values of a view.
"""
STOCK_TESTS = frozenset({"defined", "undefined", "none", "eq", "equalto", "==", "ne", "!=", "lt", "<", "gt", ">",
                         "le", "<=", "ge", ">=", "in", "odd", "even", "divisibleby", "true", "false"})  # fmt: skip

TESTS = STOCK_TESTS | {"shortened"}
"""Those, and our own."""

BINOPS = frozenset({"+", "-", "*", "/", "//", "%", "**"})
"""Operators that go through `call_binop`, and are never computed ahead of time."""

_TELLING = frozenset({"sort", "unique"})
"""Filters by which a field is told: what orders a list by its order, and what many have in common by one of them."""
_OF_ANYTHING = frozenset({"default", "d"})
"""Stock filters that take one value; all others take a list."""
_MOST_CODE = 512
"""Templates that are kept compiled: one workspace has some thirty, and a process may see several."""
_CALLED = (Macro, LoopContext, BlockReference, Undefined)
"""What Jinja2 itself makes to be called."""
_ROOM = 16_000_000
"""Bytes: reading the code of a template takes less."""
_CODE: dict[tuple[str, str], CodeType] = {}


class TooLargeError(SyntaxError):
    """A template whose code is too large, or too deep, for Python to read."""

    def __init__(self, template: str) -> None:
        super().__init__(template)
        self.template = template


class SectionEnvironment(ImmutableSandboxedEnvironment):
    """Jinja2 with the rules of briefgen's section templates."""

    intercepted_binops = BINOPS
    code_generator_class = OwnCallsUnasked

    def __init__(
        self, sources: Mapping[str, str], slots: Slots, problems: Problems, use: FieldUse, seconds: int
    ) -> None:
        # Templates come by name from what was loaded: no path that one could spell leads to a file.
        super().__init__(
            loader=FunctionLoader(lambda name: (sources[name], name, None) if name in sources else None),
            autoescape=True,  # text that a template wrote is Markup then, and can be told from words in an expression
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,  # Jinja2 would compute constants while it compiles, also where they never run
            undefined=undefined_type(problems),
            finalize=never_ahead,
        )
        self.slots, self.problems, self.use = slots, problems, use
        stock = {name: self._of_members(name, self.filters[name]) for name in sorted(STOCK_FILTERS)}
        self.filters = {}
        self.add_filters(stock)
        self.tests = {name: self.tests[name] for name in sorted(STOCK_TESTS)}
        self.tests |= {"none": is_none, "shortened": is_shortened}
        self.budgets = Budgets(problems, seconds)
        self.tick, self.grown, self.answered = self.budgets.tick, self.budgets.grown, use.answered
        self._falls = self._clause
        self.globals = {"range": self.budgets.range, "namespace": Namespace, CLAUSE: self._falls}
        self._told = told_before(problems)
        self._standing = 0
        """How many clauses of the text that is being written stand: what leans on clauses falls where none does."""
        self._callable: frozenset[int] | None = None
        """Of the functions that templates are given, by their identity; None until a template asks, or they change."""
        self._met: list[Context] = []
        """What templates ran in, which macros hold, and which hold macros."""
        self.context_class = self._context  # type: ignore[assignment]  # Jinja2 calls it, and nothing else
        self._missing: dict[UnknownKind, set[str]] = {kind: set() for kind in UnknownKind}

    def let_go(self) -> None:
        """Hold nothing more: what templates can name leads back here, so that only the collector would end it."""
        held = [self.globals, self.filters, self.tests, self.__dict__]
        held += [template.root_render_func.__globals__ for template in self.cache.values()] if self.cache else []
        for names in (*held, *(part for one in self._met for part in (one.vars, one.parent))):
            names.clear()

    def _context(self, *args: Any, **kwargs: Any) -> Context:  # noqa: ANN401 - as Jinja2 asks for one
        self._met.append(Context(*args, **kwargs))
        return self._met[-1]

    def add_filters(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        """Filters by name, each within the budgets."""
        self.filters.update({name: self._within_budgets(function) for name, function in filters.items()})

    @cached_property
    def known(self) -> Known:
        """The words that templates can use."""
        names = (*self.problems.known, *(name for name in self.globals if name != CLAUSE))
        there, kinds = self._there, UnknownKind
        return Known(there(kinds.FILTER, self.filters), there(kinds.TEST, self.tests), there(kinds.NAME, names))

    def _there(self, kind: UnknownKind, names: Iterable[str]) -> tuple[str, ...]:
        return tuple([name for name in names if name not in self._missing[kind]])

    def do_without(self, words: Iterable[Unknown]) -> None:
        """Let templates run that use words which there are none of: in their place stands what says nothing more."""
        for word in words:
            self._callable = None
            self.__dict__.pop("known", None)
            self._missing[word.kind].add(word.name)
            match word.kind:
                case UnknownKind.FILTER:
                    self.filters[word.name] = told_filter
                case UnknownKind.TEST:
                    self.tests[word.name] = told_test
                case UnknownKind.NAME:
                    self.globals[word.name] = self._told

    def _of_members(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A filter of Jinja2 for lists. Of a text it would take single characters, and so halves of tokens."""
        if name in _OF_ANYTHING:
            return function
        at = 1 if hasattr(function, "jinja_pass_arg") else 0

        @wraps(function)
        def apply(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - any filter
            if self.looped(args[at], name) is not args[at]:
                return ToldText()
            if name in _TELLING:
                self.use.print(_ordering(args[at], str(kwargs.get("attribute", ""))))
            made = function(*args, **kwargs)
            # Jinja2 gives what it has yet to go through: always true in {% if %}, and without a last member.
            return tuple(made) if isinstance(made, Iterator) else made

        return apply

    def _within_budgets(self, function: Callable[..., Any]) -> Callable[..., Any]:
        at = 1 if hasattr(function, "jinja_pass_arg") else 0

        @wraps(function)
        def apply(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - any filter
            self.tick(0)
            if type(args[at]) is not Shown and isinstance(args[at], ToldBefore | ToldText):
                return args[at]
            made = function(*args, **kwargs)
            return self.budgets.bounded(made) if isinstance(made, Markup) else made

        return apply

    # ------------------------------------------------------------ reading data

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja2's signature
        """One field of a value of the view; nothing else of a Python object can be reached."""
        # Jinja2's sandbox refuses names with underscores and lets every other method be called. Here a text, a number
        # or a list has no field at all; what is let through are Jinja2's own objects.
        if type(obj) is Shown:
            if type(obj.raw) is Item:
                self.use.read.add((obj.raw.id, attribute))
            try:
                return obj.field(attribute)
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        if isinstance(obj, MissingText):
            return obj
        if isinstance(obj, ToldBefore | ToldText):
            return self._told
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, LoopContext | Namespace | Macro | BlockReference):
            return super().getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - Jinja2's signature
        """A field by name, a member by its key or place."""
        if self.problems.falling and is_missing(argument):
            return MissingText()
        if isinstance(argument, ReportedUndefined | ToldText):
            str(argument)  # tells what is not there
            return self._told
        key = argument.raw if isinstance(argument, Shown) else argument
        if isinstance(obj, dict):
            is_of_data = self.problems.falling and isinstance(argument, Shown)  # `exports[party.id]`
            return obj[key] if key in obj else self.undefined(obj=None if is_of_data else obj, name=str(key))
        if isinstance(obj, tuple | list) and isinstance(key, int | slice):
            is_there = isinstance(key, slice) or -len(obj) <= key < len(obj)
            return obj[key] if is_there else self.undefined(obj=obj, name=str(key))
        return self.getattr(obj, str(key))

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401 - Jinja2's signature
        """Only macros, loops and the functions handed to the template."""
        if isinstance(obj, _CALLED) or obj is Namespace:
            return True
        if self._callable is None:
            self._callable = frozenset(map(id, self.globals.values()))
        return id(obj) in self._callable

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, N805, PYI063 - Jinja2's signature
        """Call a macro or a function; values of the data cannot be called."""
        if __obj is __self._falls or type(__obj) is Macro:  # nearly always: what `Context.call` would come to
            for name in ("_block_vars", "_loop_vars"):
                kwargs.pop(name, None)
            return __obj(*args, **kwargs) if __obj is __self._falls else __obj(__context.eval_ctx, *args, **kwargs)
        if isinstance(__obj, Undefined) or __self.is_safe_callable(__obj):
            if isinstance(__obj, LoopContext):  # `loop(x)` of a recursive loop goes over x as `for` does
                args = tuple(__self.looped(over) for over in args)
            return __context.call(__obj, *args, **kwargs)  # what Jinja2's own would ask before has been asked
        hint = "only macros and the functions of docs/templates.md can be called"
        __self.problems.at_current_line("BG404", "a value cannot be called", hint)
        return ToldText()

    # ------------------------------------------------------------ printing

    def printed(self, value: object) -> Markup | str:
        """What stands in the text for the value of an expression: always tokens, never the data itself."""
        if isinstance(value, Markup):
            self.budgets.spend_output(len(value))
            return value
        if self.problems.falling and is_missing(value):
            return MissingText()
        if isinstance(value, Shown):
            return value.printed(value)
        if isinstance(value, Undefined):
            return str(value)
        if isinstance(value, str):
            return self._literal(value)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.problems.unprintable(value)
            return ToldText()
        return self.slots.token(TextSlot(str(value), NUMBERING))

    def _literal(self, text: str) -> Markup:
        """Words from inside an expression: tokens stay, the rest is text and never markup."""
        self.budgets.spend_output(len(text))
        out: list[str] = []
        for piece in self.slots.pieces(without_markers(text)):
            if isinstance(piece, str):
                self.problems.typed(piece)
            out.append(self.slots.token(TextSlot(piece, None) if isinstance(piece, str) else piece))
        return Markup("".join(out))  # noqa: S704 - tokens alone

    def _clause(self, leaning: Sequence[int], branches: int = 0, *, caller: Callable[..., str]) -> Markup:
        """The first of the branches of a clause whose values are all there, or nothing.

        A leaning branch prints nothing but in clauses of its own, and falls where none of them stands.
        """
        before = self._standing
        for branch in range(max(branches, 1)):
            text = tried(caller, (branch,) if branches else (), self.problems, self.use)
            if MISSING not in text and (branch not in leaning or self._standing > before):
                self._standing = before + 1
                return self.slots.clause(text)
            self._standing = before
        return Markup()

    def looped(self, value: object, near: str = "for") -> object:
        """What a loop or a filter of Jinja2 goes over; a text has no members, only halves of tokens."""
        if not isinstance(value, str):
            return value
        if isinstance(value, ToldText):
            return ()
        self.problems.at_current_line("BG404", f"'{near}' takes a list, not a text", "name a list of values", near)
        return ()

    def wrapped(self, value: object, origin: Any = None) -> object:  # noqa: ANN401 - any origin
        """A value of the view as templates see it."""
        return wrap(value, origin, self.print_shown)

    print_shown: Callable[[Shown], Markup]

    # ------------------------------------------------------------ operators

    def joined(self, *parts: object) -> Markup | str:
        """The `~` of templates."""
        return self.budgets.bounded(Markup("".join([str(self.printed(part)) for part in parts])))  # noqa: S704 - tokens alone

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja2's signature
        """Arithmetic on plain whole numbers and joining of lists; figures are computed before templates see them."""
        if operator == "+" and isinstance(left, tuple | list) and isinstance(right, tuple | list):
            return self.budgets.joined_lists(left, right)
        absent = next((each for each in (left, right) if isinstance(each, ReportedUndefined)), None)
        if absent is not None:
            absent.report()
            return ToldText()
        # Figures carry doubt and a unit, which `+` would lose; and `*` makes long texts and lists of short ones.
        numbers = isinstance(left, int) and isinstance(right, int)
        if not numbers or operator == "**" or max(abs(left), abs(right)) > LARGEST_NUMBER:
            are_words = operator == "+" and (isinstance(left, str) or isinstance(right, str))
            hint = "join words with '~'" if are_words else "sums, shares and growth are fields of the view"
            message = f"'{operator}' does not work on values of the data"
            self.problems.at_current_line("BG404", message, hint, operator)
            return ToldText()
        return super().call_binop(context, operator, left, right)

    # ------------------------------------------------------------ compiling

    def compile(self, source: Any, name: Any = None, filename: Any = None, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - Jinja2's signature
        """The code of a template, made once in a process: every brief runs the same few sections."""
        key = (name, source)
        if key not in _CODE:
            if len(_CODE) >= _MOST_CODE:
                _CODE.clear()
            _CODE[key] = made_code(name, source) or self._anew(source, name, filename, *args, **kwargs)
        return _CODE[key]

    def code_text(self, name: str, source: str) -> str:
        """The code of a template as Python is written."""
        return str(super().compile(source, name, name, raw=True))

    def _anew(self, source: str, name: str, *args: Any, **kwargs: Any) -> CodeType:  # noqa: ANN401 - Jinja2's signature
        try:
            made: CodeType = super().compile(source, name, *args, **kwargs)  # the name too: errors tell it
        except (RecursionError, SyntaxError) as error:
            raise TooLargeError(name) from error
        return made

    def _compile(self, source: str, filename: str) -> CodeType:
        try:
            return super()._compile(source, filename)
        except MemoryError as error:  # which Python also raises where its reader ran out of levels
            bytearray(_ROOM)  # raises the same where the machine is what has no room
            raise SyntaxError("too many levels") from error

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        spread = spread_of(source)
        template = take_tree(spread.text)
        if template is not None:  # looked at before
            template.set_environment(self)
        else:
            template = super()._parse(spread.text, name, filename)
            # Before line markers are put in, which are made of the very characters that are refused here.
            for line, message in refused_constants(template):
                raise TemplateSyntaxError(message, line, name, filename)
        mark_lines(template, f"templates/{name}", spread.line)
        note_answers(template, str(name), spread)
        instrument(template)
        return template


def _ordering(values: Iterable[object], attribute: str) -> list[FieldOf]:
    """The field of each fact that a list is sorted by."""
    field = attribute.partition(".")[0]
    return [(value.raw.id, field) for value in values if isinstance(value, Shown) and isinstance(value.raw, Item)]
