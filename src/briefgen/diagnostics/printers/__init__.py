"""Diagnostics in every form that somebody reads: people, editors, scripts, and what runs checks on a server.

A form that is not for a terminal is loaded when it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics.printers.human import print_human
from briefgen.diagnostics.printers.short import print_short

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.diagnostics.diagnostic import Diagnostic

__all__ = [
    "FOR_MACHINES",
    "FOR_PEOPLE",
    "PAGE",
    "REPORTS",
    "print_human",
    "print_short",
]


def _json(diagnostics: Sequence[Diagnostic]) -> str:
    from briefgen.diagnostics.printers.as_json import print_json

    return print_json(diagnostics)


def _github(diagnostics: Sequence[Diagnostic]) -> str:
    from briefgen.diagnostics.printers.as_github import print_github

    return print_github(diagnostics)


def _sarif(diagnostics: Sequence[Diagnostic]) -> str:
    from briefgen.diagnostics.printers.as_sarif import print_sarif

    return print_sarif(diagnostics)


FOR_PEOPLE = ("human", "short")
"""Forms that go to standard error, a diagnostic at a time, with a closing count."""
FOR_MACHINES: dict[str, Callable[[Sequence[Diagnostic]], str]] = {
    "json": _json,
    "github": _github,
    "sarif": _sarif,
}
"""Forms that go to standard output whole, also where there is nothing to tell."""
PAGE = ".md"
"""Ending of a report for people."""
REPORTS = {PAGE: "", ".json": "json", ".sarif": "sarif"}
"""Ending of a report's name → the form for machines that it is written in; none is a page of Markdown."""
