"""Diagnostics in every form that somebody reads: people, editors, scripts, and what runs checks on a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics.printers.as_github import print_github
from briefgen.diagnostics.printers.as_json import SCHEMA, print_json, print_json_lines
from briefgen.diagnostics.printers.as_markdown import print_markdown
from briefgen.diagnostics.printers.as_sarif import print_sarif
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
    "SCHEMA",
    "print_github",
    "print_human",
    "print_json",
    "print_json_lines",
    "print_markdown",
    "print_sarif",
    "print_short",
]

FOR_PEOPLE = ("human", "short")
"""Forms that go to standard error, a diagnostic at a time, with a closing count."""
FOR_MACHINES: dict[str, Callable[[Sequence[Diagnostic]], str]] = {
    "json": print_json,
    "github": print_github,
    "sarif": print_sarif,
}
"""Forms that go to standard output whole, also where there is nothing to tell."""
PAGE = ".md"
"""Ending of a report for people."""
REPORTS = {PAGE: "", ".json": "json", ".sarif": "sarif"}
"""Ending of a report's name → the form for machines that it is written in; none is a page of Markdown."""
