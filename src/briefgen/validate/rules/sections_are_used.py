"""Every section is shown to somebody.

What it checks: a workspace's own templates in templates/sections/ that no audience names whose briefs are made, or that
is its own.

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
    readers = [a for a in workspace.audiences if a.id not in workspace.unmade or a.place.path not in workspace.shipped]
    used = {choice.name for audience in readers for choice in audience.sections}
    for name, section in workspace.sections.items():
        if readers and name not in used and section.place.path not in workspace.shipped:
            yield info("BG272", section.place, f"no audience shows the section '{name}'", "add it to one, or delete it")
