"""Templates are finished.

What it checks: templates for TODO, TBD, FIXME, ??? and a closing XX, outside comments.

Why it matters: what an editor left for later is printed in every brief.

Example: `## Outlook TODO`.

How to fix: write it, or put it into a comment: `{# ... #}`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.validate.finding import error
from briefgen.validate.template_lines import COMMENTS, matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding


_GAP = late_pattern(r"\?\?\?|\b(?:TODO|TBD|FIXME|[Ll]orem ipsum)\b|\bXX+(?=\W*$|[.,;:%])")


def templates_are_finished(workspace: Workspace) -> Iterator[Finding]:
    """BG276 for a gap that would be printed."""
    for place, gap in matches(workspace, _GAP, COMMENTS):
        yield error("BG276", place, f"the template still holds '{gap}'", "write it, or comment it out")
