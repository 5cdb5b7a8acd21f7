"""Runs the section templates of a brief, each to Markdown with tokens."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from briefgen.compose.source.template_problems import FALLS_AWAY, TemplateStop
from briefgen.compose.template.sandbox import TooLargeError
from briefgen.compose.template.template_checks import checked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.compose.source.template_problems import Problems
    from briefgen.compose.template.sandbox import SectionEnvironment


def render_section(environment: SectionEnvironment, name: str, context: Mapping[str, object]) -> str | None:
    """A section's Markdown with tokens and line markers; None where a problem was reported."""
    rendered = _rendered(environment, name, context)
    environment.problems.tell_doubts()
    return rendered


def _rendered(environment: SectionEnvironment, name: str, context: Mapping[str, object]) -> str | None:
    path, problems = f"sections/{name}.md.j2", environment.problems
    readings = checked(path, problems, environment.known)
    if not all(reading.can_run for reading in readings):
        return None
    # What is not known has been told; the rest is run all the same, so that no fault hides another.
    environment.do_without([word for reading in readings for word in reading.unknown])
    try:
        return environment.get_template(path).render(context)
    except TemplateStop:
        return None
    except RecursionError as error:
        _tell_recursion(problems, path, error)
    except SyntaxError as error:  # one of the code that is made of a template
        _tell_too_large(problems, path, error)
    except (TemplateError, TypeError, ValueError, ArithmeticError, KeyError, AttributeError) as error:
        _map_failure(environment, path, error)
    return None


def _tell_recursion(problems: Problems, path: str, error: RecursionError) -> None:
    """At the first call that comes again: the one that closes the circle, in the file that makes it."""
    counted = Counter(_calls(error))
    again = next((call for call, times in counted.items() if times > 1), None)
    if again is None:
        _tell_too_large(problems, path, error)
        return
    message = "this calls what it stands in, without end"
    problems.report.error("BG405", problems.here_in(*again), message, "end it with {% if %}, or take the call out")


def _tell_too_large(problems: Problems, path: str, error: BaseException) -> None:
    """At the longest expression of the template that could not be made to run."""
    name = error.template if isinstance(error, TooLargeError) else path
    message, hint = "an expression or a block is too large", "split it with {% set %}, or move a part into a partial"
    problems.report.error("BG405", problems.at(name, problems.longest(name)), message, hint)


def _map_failure(environment: SectionEnvironment, path: str, error: Exception) -> None:
    """An error inside a template's expression, at the template line of its traceback."""
    problems = environment.problems
    calls = _calls(error)
    if not calls and not isinstance(error, TemplateError):
        raise error
    name, line = calls[-1] if calls else (path, 1)
    place = problems.here_in(name or path, line)
    if isinstance(error, TemplateNotFound):
        problems.no_template(str(error.name), place)
        return
    if isinstance(error, TemplateSyntaxError) and error.name and error.name in problems.sources:
        checked(error.name, problems, environment.known)  # named while it ran: told at its own faults
        if problems.report.has_errors:
            return
    if isinstance(error, UndefinedError):
        problems.report.error("BG412", place, "what is used here is not there", FALLS_AWAY)
        return
    from briefgen.compose.source.python_errors import plain_fault

    code = "BG401" if isinstance(error, TemplateError) else "BG404"
    sentence, hint = plain_fault(error)
    problems.report.error(code, place, f"this does not work: {sentence}", hint)


def _calls(error: BaseException) -> list[tuple[str, int]]:
    """Template and line of each call that an error went through, the outermost first."""
    found: list[tuple[str, int]] = []
    trace = error.__traceback__
    while trace is not None:
        known = trace.tb_frame.f_globals
        template = known.get("__jinja_template__")
        if template is not None:
            found.append((template.name or "", template.get_corresponding_lineno(trace.tb_lineno)))
        elif "__jinja_exception__" in known:  # Jinja2 has put the template's own lines into the traceback
            found.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    return found
