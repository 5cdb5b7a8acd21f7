"""Runs the section templates of a brief, each to Markdown with tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import TemplateError, TemplateNotFound

from briefgen.compose.source.python_errors import sentence_of
from briefgen.compose.source.source_map import readable
from briefgen.compose.source.template_problems import LISTED, TemplateStop
from briefgen.compose.template.template_checks import is_sound
from briefgen.diagnostics import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.compose.source.template_problems import Problems
    from briefgen.compose.template.sandbox import SectionEnvironment


def render_section(environment: SectionEnvironment, name: str, context: Mapping[str, object]) -> str | None:
    """A section's Markdown with tokens and line markers; None where a problem was reported."""
    path, problems = f"sections/{name}.md.j2", environment.problems
    if not is_sound(environment, path):
        return None
    try:
        return environment.get_template(path).render(context)
    except TemplateStop:
        return None
    except (RecursionError, MemoryError, SyntaxError):
        # A syntax error is one of the code that Jinja2 made of the template: some part of it is too large.
        problems.report.error(
            "BG405", problems.place(path, 1), "this template calls itself, or is too large", "end the recursion"
        )
    except (TemplateError, TypeError, ValueError, ArithmeticError, KeyError, AttributeError) as error:
        _map_failure(problems, path, error)
    return None


def _map_failure(problems: Problems, path: str, error: Exception) -> None:
    """An error inside a template's expression, at the template line of its traceback."""
    name, line = _template_line(error)
    if not name and not isinstance(error, TemplateError):
        raise error
    place = problems.place(name or path, line)
    if isinstance(error, TemplateNotFound):
        known = did_you_mean(str(error.name), problems.sources) or "name a file of templates/partials/"
        problems.report.error("BG401", place, f"there is no template '{readable(str(error.name))}'", known)
        return
    code = "BG401" if isinstance(error, TemplateError) else "BG404"
    problems.report.error(code, place, f"this does not work: {sentence_of(error)}", _hint_for(error))


def _hint_for(error: Exception) -> str | None:
    """The next step, where the kind of the error tells it."""
    match error:
        case ZeroDivisionError():
            return "ask with {% if %} whether the divisor is nought"
        case TypeError():
            return f"ask with {{% if %}} whether it is there; {LISTED}"
        case ValueError():
            return LISTED
        case _:
            return None


def _template_line(error: Exception) -> tuple[str, int]:
    """The template and line that an error comes from; the innermost one of its traceback."""
    name, line = "", 1
    trace = error.__traceback__
    while trace is not None:
        known = trace.tb_frame.f_globals
        template = known.get("__jinja_template__")
        if template is not None:
            name, line = template.name or "", template.get_corresponding_lineno(trace.tb_lineno)
        elif "__jinja_exception__" in known:  # Jinja2 has put the template's own lines into the traceback
            name, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return name, line
