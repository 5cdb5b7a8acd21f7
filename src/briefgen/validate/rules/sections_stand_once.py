"""A brief has each section once.

What it checks: the sections of every audience.

Why it matters: the reader gets the same page twice.

Example: `trade` at the top and again at the end.

How to fix: delete one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding


def sections_stand_once(workspace: Workspace) -> Iterator[Finding]:
    """BG273 for the second mention of a section."""
    for audience in workspace.audiences:
        seen: set[str] = set()
        for choice in audience.sections:
            if choice.name in seen:
                message = f"'{audience.id}' lists the section '{choice.name}' twice"
                yield warning("BG273", choice.place, message, "delete one")
            seen.add(choice.name)
