"""A copy of a shipped file is looked at when the shipped one changes.

What it checks: files that were copied by `briefgen new ... --from shipped`, where briefgen now ships another text than
it did then; `templates/copied.toml` says what it was.

Why it matters: a workspace's own file takes the place of the shipped one, so what an upgrade mended or added there does
not reach the briefs.

Example: a copy of `sections/trade.md.j2`, of which a later version prints the share of each party.

How to fix: compare the two by `briefgen new section trade --from shipped --diff`, take over what you want, and say
`briefgen new section trade --from shipped --reviewed`. A copy that was never changed can simply be deleted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Place
from briefgen.model.template_files import new_command
from briefgen.model.workspace import CopyState
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding


def copies_are_current(workspace: Workspace) -> Iterator[Finding]:
    """BG278 for a copy whose original has gone on."""
    for copy in workspace.copies:
        command = new_command(copy.path)
        if copy.state is CopyState.OUTDATED:
            hint = f"compare the two: {command} --diff; when you have: {command} --reviewed"
            yield info("BG278", Place(copy.path, 1, 1), "the shipped file has changed since it was copied", hint)
        if copy.state is CopyState.UNTOUCHED:
            message = "the shipped file has changed since it was copied, and the copy has not"
            yield info("BG278", Place(copy.path, 1, 1), message, f"delete it; or compare the two: {command} --diff")
