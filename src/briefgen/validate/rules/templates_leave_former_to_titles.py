"""Templates leave "former" to titles.

What it checks: the prose of templates for "former", "ex-" and "then" before an office.

Why it matters: who is "former" depends on the day the brief is as of; typed into a template, it is said of everybody.

Example: `the former President {{ person.name }}`.

How to fix: print the title: `{{ person|title_at(date) }}`; it says "former" where that is so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.validate.authored_text import TYPED_FORMER
from briefgen.validate.finding import warning
from briefgen.validate.template_lines import TAGS, matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding


def templates_leave_former_to_titles(workspace: Workspace) -> Iterator[Finding]:
    """BG277 for each "former" in a template's own prose."""
    for place, word in matches(workspace, TYPED_FORMER, TAGS):
        message = f"'{word.strip()}' is typed into the template, which depends on when the brief is read"
        yield warning("BG277", place, message, "print the title instead: {{ person|title_at(date) }}")
