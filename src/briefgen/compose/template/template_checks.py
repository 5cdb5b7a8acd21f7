"""What is wrong with a template as it is written, seen without running any of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import TemplateAssertionError, TemplateError, TemplateSyntaxError, nodes, pass_context
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import SandboxedEnvironment

from briefgen.compose.source.python_errors import sentence_of
from briefgen.compose.source.template_problems import LISTED
from briefgen.compose.source.unclosed_tags import open_block
from briefgen.compose.template.budgets import DEEPEST_NESTING, LONGEST_TEMPLATE, MOST_PARTS
from briefgen.compose.template.literal_guard import LARGE_NUMBER, line_of_long_number, refused_constants
from briefgen.compose.template.sandbox import BINOPS
from briefgen.diagnostics import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.compose.template.sandbox import SectionEnvironment


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with a template as it is written."""

    code: str
    line: int
    message: str
    hint: str | None
    near: str = ""


def is_sound(environment: SectionEnvironment, path: str) -> bool:
    """Whether the template parses and names only what there is; every fault is reported at its line."""
    problems = environment.problems
    names = (*problems.known, *environment.globals)
    faults = _faults(problems.sources[path], tuple(environment.filters), tuple(environment.tests), names)
    for fault in faults:
        problems.report.error(fault.code, problems.place(path, fault.line, fault.near), fault.message, fault.hint)
    if not faults:  # a fault stands for itself: what a broken template prints is not known
        for line, number in _typed_numbers(
            problems.sources[path], tuple(environment.filters), tuple(environment.tests)
        ):
            problems.typed(number, problems.place(path, line, number))
    return not faults


@lru_cache(maxsize=512)  # every brief of a run asks about the same sections
def _faults(
    source: str, filters: tuple[str, ...], tests: tuple[str, ...], names: tuple[str, ...]
) -> tuple[_Fault, ...]:
    if len(source) > LONGEST_TEMPLATE:
        return (_Fault("BG405", 1, f"is longer than {LONGEST_TEMPLATE:,} characters", "split it into partials"),)
    try:
        template = _reader(filters, tests).parse(source)
        if sum(1 for _ in template.find_all(nodes.Node)) > MOST_PARTS:
            return (_Fault("BG405", 1, f"has more than {MOST_PARTS:,} parts", "split it into partials"),)
        refused = tuple(_Fault("BG401", line, message, None) for line, message in refused_constants(template))
        if refused:
            return refused
        unknown = tuple(_unknown_words(template, filters, tests))
        # Variables can be told only where filters and tests are known: Jinja2's compiler looks those up first.
        return unknown or tuple(_unknown_names(template, names)) or tuple(_too_deep(template))
    except (TemplateSyntaxError, TemplateAssertionError) as error:
        return (_syntax_fault(source, error),)
    except RecursionError:  # Jinja2's parser goes down by calls, a level for each parenthesis, filter or operator
        return (_Fault("BG405", 1, "an expression is nested too deeply, or too long", "split it with {% set %}"),)
    except TemplateError as error:
        return (_Fault("BG401", 1, sentence_of(error), None),)
    except ValueError:  # Jinja2 reads a number with int(), which refuses thousands of digits
        return (_Fault("BG401", line_of_long_number(source), LARGE_NUMBER, None),)


def _syntax_fault(source: str, error: TemplateSyntaxError) -> _Fault:
    """The block that was left open, where that is what is wrong; else what Jinja2 says."""
    try:
        found = open_block(_reader((), ()), source)
    except TemplateSyntaxError:
        found = None
    if found:
        return _Fault("BG401", found.line, found.message, found.hint)
    return _Fault("BG401", error.lineno, sentence_of(error), "compare the line with a section that works")


@lru_cache(maxsize=512)
def _typed_numbers(source: str, filters: tuple[str, ...], tests: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """Line and digits of each number that an expression prints as it stands: `{{ 5 }}`."""
    outputs = _reader(filters, tests).parse(source).find_all(nodes.Output)
    printed = (node for output in outputs for node in output.nodes if isinstance(node, nodes.Const))
    return tuple((node.lineno, str(node.value)) for node in printed if isinstance(node.value, int | float))


_NESTING = (nodes.For, nodes.If, nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.AssignBlock, nodes.With)


@pass_context
def _never(_context: object, *_args: object) -> None:
    """Stands for a filter or test where nothing may run: what asks for the context is not folded into a constant."""


class _Reader(SandboxedEnvironment):
    """Only parses: looking for names, Jinja2 would compute `9 ** 999999999` on the way."""

    intercepted_binops = BINOPS


def _reader(filters: tuple[str, ...], tests: tuple[str, ...]) -> _Reader:
    reader = _Reader(autoescape=True, finalize=_never)
    reader.filters, reader.tests = dict.fromkeys(filters, _never), dict.fromkeys(tests, _never)
    return reader


def _unknown_words(template: nodes.Template, filters: tuple[str, ...], tests: tuple[str, ...]) -> Iterator[_Fault]:
    for node in template.find_all((nodes.Filter, nodes.Test)):
        kind, known = ("filter", filters) if isinstance(node, nodes.Filter) else ("test", tests)
        if node.name not in known:
            message, hint = f"there is no {kind} '{node.name}'", did_you_mean(node.name, known) or LISTED
            yield _Fault("BG402", node.lineno, message, hint, node.name)


def _too_deep(template: nodes.Template) -> Iterator[_Fault]:
    """The first line that Python could not take as code: its blocks nest 20 deep at most, loops take several."""
    waiting: list[tuple[nodes.Node, int]] = [(template, 0)]
    while waiting:
        node, depth = waiting.pop()
        depth += isinstance(node, _NESTING)
        if depth > DEEPEST_NESTING:
            message, hint = f"blocks are nested deeper than {DEEPEST_NESTING}", "put the inner ones into a macro"
            yield _Fault("BG405", node.lineno, message, hint)
            return
        waiting += [(inner, depth) for inner in node.iter_child_nodes()]


def _unknown_names(template: nodes.Template, names: tuple[str, ...]) -> Iterator[_Fault]:
    assigned = {name.name for name in template.find_all(nodes.Name) if name.ctx != "load"}
    undeclared = find_undeclared_variables(template) - set(names) - assigned
    for node in template.find_all(nodes.Name):
        if node.name in undeclared:
            message = f"there is no value or function '{node.name}'"
            yield _Fault("BG402", node.lineno, message, did_you_mean(node.name, names) or LISTED, node.name)
