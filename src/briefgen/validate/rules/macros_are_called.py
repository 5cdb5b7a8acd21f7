"""Every macro and partial is used.

What it checks: a workspace's own partials that no template names, and macros of its own templates that none calls.

Why it matters: nothing of them stands in a brief, so nobody sees that they have gone bad, and whoever changes a
template has to read them all the same.

Example: `{% macro line(fact) %}` in templates/partials/rows.md.j2, which no section imports.

How to fix: use it, or take it out.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place
from briefgen.late_patterns import late_pattern
from briefgen.model.template_files import TEMPLATES
from briefgen.validate.finding import info
from briefgen.validate.template_lines import COMMENTS, TAGS, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding

_MACRO = late_pattern(r"\{%-?\s*macro\s+(\w+)")
_WORD = late_pattern(r"\w+")
_PATH = late_pattern(r"[\"'](partials/[^\"']+)[\"']")
_BY_VALUE = late_pattern(r"\{%-?\s*(?:import|include|extends|from)\s+[^\"'\s]")
"""A tag that names a template otherwise than by its path: then any may be meant."""


def macros_are_called(workspace: Workspace) -> Iterator[Finding]:
    """BG299 for a macro or partial of the workspace's own that no tag of any template names."""
    texts = texts_of(workspace)
    partials = {f"{TEMPLATES}/{path}": path for path in workspace.partials}
    own = {path: text for path, text in texts.items() if path not in workspace.shipped}
    if not any(path in partials or _MACRO.search(text) for path, text in own.items()):
        return
    tags = [tag for text in texts.values() for tag in TAGS.findall(COMMENTS.sub("", text))]
    words = Counter(word for tag in tags for word in _WORD.findall(tag))
    named = {path for tag in tags for path in _PATH.findall(tag)}
    is_open = any(map(_BY_VALUE.match, tags))
    unused = {whole for whole, path in partials.items() if path not in named and not is_open}
    for path, text in own.items():
        if path in unused:
            yield info("BG299", Place(path, 1, 1), f"no template uses the partial '{path}'", "use it, or delete it")
            continue
        for found in _MACRO.finditer(text):
            if words[found[1]] == 1:
                message = f"no template calls the macro '{found[1]}'"
                yield info("BG299", _place(path, text, found.start(1)), message, "call it, or take it out")


def _place(path: str, text: str, at: int) -> Place:
    return Place(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
