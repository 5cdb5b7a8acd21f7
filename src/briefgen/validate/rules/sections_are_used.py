"""Every section is shown to somebody.

What it checks: templates in templates/sections/ that no audience names.

Why it matters: an unused template is not checked against real data, and goes bad unseen.

Example: a `tariffs.md.j2` that no audience lists.

How to fix: add it to an audience, or delete it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding


def sections_are_used(workspace: Workspace) -> Iterator[Finding]:
    """BG272 for a template that nobody gets to see."""
    used = {choice.name for audience in workspace.audiences for choice in audience.sections}
    for name, section in workspace.sections.items():
        if workspace.audiences and name not in used:
            yield info("BG272", section.place, f"no audience shows the section '{name}'", "add it to one, or delete it")
