"""A workspace holds what its team changes.

What it checks: files under templates/ that say the same as those that briefgen ships.

Why it matters: such a copy changes nothing today, and keeps out tomorrow what an upgrade mends in the shipped file.

Example: a workspace of an earlier version, into which `briefgen init` copied every template.

How to fix: `briefgen migrate --dry-run` lists them, and `briefgen migrate` takes them out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Place
from briefgen.model.template_files import TEMPLATES
from briefgen.model.workspace import CopyState
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding


def copies_differ(workspace: Workspace) -> Iterator[Finding]:
    """BG279 once, for all copies that could go."""
    same = [copy.path for copy in workspace.copies if copy.state is CopyState.SAME]
    if same:
        first = same[0].removeprefix(f"{TEMPLATES}/")
        said = first if len(same) == 1 else f"{len(same)} files, such as {first},"
        verb = "says" if len(same) == 1 else "say"
        hint = "briefgen migrate --dry-run lists what can go; without them, upgrades reach your briefs"
        yield info("BG279", Place(TEMPLATES), f"{said} {verb} the same as what briefgen ships", hint)
