"""Diagnostics as Markdown, for the page that a server shows of a run, an issue or a mail.

What they quote stands in fences: no word of it can be taken for a mark, a link or somebody's name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.diagnostics.diagnostic import Severity
from briefgen.diagnostics.printers.human import print_human

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.diagnostics.diagnostic import Diagnostic

MOST = 100
"""So many of a kind are told, the others counted: a page of a server takes only so much."""
_HEADINGS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings"}
"""Notes are counted alone: they are for who works on the data."""


def print_markdown(diagnostics: Sequence[Diagnostic]) -> str:
    """A heading for errors and one for warnings, with each problem below; empty where there is neither."""
    parts = []
    for severity, heading in _HEADINGS.items():
        found = [diagnostic for diagnostic in diagnostics if diagnostic.severity is severity]
        if found:
            parts.append(f"### {heading} ({len(found)})\n\n{fenced(map(print_human, found[:MOST]))}")
            parts += [f"\n… and {len(found) - MOST} more."] if len(found) > MOST else []
    return "\n\n".join(parts) + "\n" * bool(parts)


def fenced(lines: Iterable[str]) -> str:
    """Lines as they stand, in a fence that none of them can close."""
    text = "\n".join(lines)
    marks = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", text))])
    return f"{marks}text\n{text}\n{marks}"
