"""Runs the section templates of a brief, each to Markdown with tokens, and checks them without running."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import TemplateAssertionError, TemplateError, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

from briefgen.compose.problems import TemplateStop
from briefgen.diagnostics import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.compose.environment import SectionEnvironment
    from briefgen.compose.problems import Problems


def render_section(environment: SectionEnvironment, name: str, context: Mapping[str, object]) -> str | None:
    """A section's Markdown with tokens and line markers; None where a problem was reported."""
    path, problems = f"sections/{name}.md.j2", environment.problems
    if not _is_sound(environment, path):
        return None
    try:
        return environment.get_template(path).render(context)
    except TemplateStop:
        return None
    except TemplateError as error:
        problems.at_current_line("BG401", _sentence(error), None)
    except RecursionError:
        problems.report.error("BG405", problems.place(path, 1), "this template calls itself", "end the recursion")
    except (TypeError, ValueError, ArithmeticError, KeyError, AttributeError) as error:
        _map_failure(problems, error)
    return None


def _map_failure(problems: Problems, error: Exception) -> None:
    """A Python error inside a template's expression, at the template line of its traceback."""
    line, name = 0, ""
    trace = error.__traceback__
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            line, name = template.get_corresponding_lineno(trace.tb_lineno), template.name or ""
        trace = trace.tb_next
    if not name:
        raise error
    problems.report.error("BG404", problems.place(name, line), f"this expression does not work: {error}", None)


def _is_sound(environment: SectionEnvironment, path: str) -> bool:
    """Whether the template parses and names only what there is; every fault is reported at its line."""
    problems = environment.problems
    source = problems.sources[path]
    try:
        template = environment.parse(source, path, path)
        unknown = list(_unknown_names(environment, template))
    except (TemplateSyntaxError, TemplateAssertionError) as error:
        place = problems.place(path, error.lineno)
        problems.report.error("BG401", place, _sentence(error), "compare the line with a section that works")
        return False
    except (RecursionError, TemplateError) as error:
        problems.report.error("BG401", problems.place(path, 1), _sentence(error), None)
        return False
    for line, kind, name, known in unknown:
        place = problems.place(path, line, name)
        problems.report.error("BG402", place, f"there is no {kind} '{name}'", did_you_mean(name, known))
    return not unknown


def _unknown_names(environment: SectionEnvironment, template: nodes.Template) -> list[tuple[int, str, str, list[str]]]:
    """Line, kind, name and known names of every filter, test and variable that is not there."""
    found: list[tuple[int, str, str, list[str]]] = []
    for node in template.find_all((nodes.Filter, nodes.Test)):
        kind, known = ("filter", environment.filters) if isinstance(node, nodes.Filter) else ("test", environment.tests)
        if node.name not in known:
            found.append((node.lineno, kind, node.name, list(known)))
    if found:
        return found  # the names of variables can be told only where filters and tests are known
    names = [*environment.problems.known, *environment.globals]
    assigned = {name.name for name in template.find_all(nodes.Name) if name.ctx != "load"}
    undeclared = find_undeclared_variables(template) - set(names) - assigned
    used = (name for name in template.find_all(nodes.Name) if name.name in undeclared)
    return [(name.lineno, "value or function", name.name, names) for name in used]


def _sentence(error: BaseException) -> str:
    text = str(error).strip() or type(error).__name__
    return text.splitlines()[0].rstrip(".")
