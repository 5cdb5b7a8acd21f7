"""An audience may see what its sections show.

What it checks: sections named after a kind of facts that the audience hides.

Why it matters: the section is always empty; either it or the `hide` is a slip.

Example: `hide: {kinds: [positions]}` with a section `positions`.

How to fix: leave the section out, or show the kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding


def audiences_see_their_sections(workspace: Workspace) -> Iterator[Finding]:
    """BG274 for a section that can only be empty."""
    for audience in workspace.audiences:
        for choice in audience.sections:
            if choice.name in audience.hide_kinds:
                message = f"'{audience.id}' lists the section '{choice.name}', but hides {choice.name}"
                yield warning("BG274", choice.place, message, "leave the section out, or show the kind")
