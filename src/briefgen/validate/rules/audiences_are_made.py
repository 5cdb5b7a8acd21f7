"""An audience of one's own gets its brief.

What it checks: files in a workspace's templates/audiences/ that `audiences` in briefgen.toml does not list.

Why it matters: nothing is made for them unasked, and they are not checked.

Example: a new `press.yaml` beside `audiences = ["minister", "public"]`.

How to fix: add it to the list; or leave it, and make its brief by `briefgen make -a press`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.template_files import TemplateKind
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding


def audiences_are_made(workspace: Workspace) -> Iterator[Finding]:
    """BG280 for a workspace's own audience that its settings leave out."""
    for name, place in workspace.unmade.items():
        if TemplateKind.AUDIENCE.path(name) not in workspace.shipped:
            message = f"the list leaves out your audience '{name}': nothing is made for it"
            yield info("BG280", place, message, f"add it; or make its brief by: briefgen make -a {name}")
