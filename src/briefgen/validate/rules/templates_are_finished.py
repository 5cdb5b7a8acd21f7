"""Templates are finished.

What it checks: section templates for TODO, TBD, FIXME, XX and ???, outside comments.

Why it matters: what an editor left for later is printed in every brief.

Example: `## Outlook TODO`.

How to fix: write it, or put it into a comment: `{# ... #}`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding


_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_GAP = re.compile(r"\?\?\?|\b(?:TODO|TBD|FIXME|XX+|[Ll]orem ipsum)\b")


def templates_are_finished(workspace: Workspace) -> Iterator[Finding]:
    """BG276 for a gap that would be printed."""
    for section in workspace.sections.values():
        text = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), section.source)
        for number, line in enumerate(text.split("\n"), 1):
            for found in _GAP.finditer(line):
                place = replace(section.place, line=number, column=found.start() + 1)
                yield error("BG276", place, f"the template still holds '{found[0]}'", "write it, or comment it out")
