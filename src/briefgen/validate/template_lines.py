"""The lines of every template, with their places, as rules about templates want them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.workspace import Workspace

TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
"""What Jinja2 reads itself: values, statements and comments."""
COMMENTS = re.compile(r"\{#.*?#\}", re.DOTALL)
MARKUP = re.compile(r"^[ >]*\d+[.)](?= )|\[\^\d+\]|\]\([^)]*\)|<[^>]*>|`[^`]*`", re.MULTILINE)
"""Digits that are no figures: of list items, footnotes and addresses."""


def matches(workspace: Workspace, wanted: re.Pattern[str], *left_out: re.Pattern[str]) -> Iterator[tuple[Place, str]]:
    """Every match in sections and in the partials that they share, without what is left out."""
    texts = [(section.place.path, section.source) for section in workspace.sections.values()]
    texts += [(f"templates/{path}", text) for path, text in workspace.partials.items()]
    for path, text in texts:
        prose = text
        for pattern in left_out:
            prose = pattern.sub(_blank, prose)
        for number, line in enumerate(prose.split("\n"), 1):
            for found in wanted.finditer(line):
                yield Place(path, number, found.start() + 1), found[0]


def _blank(found: re.Match[str]) -> str:
    """As many blanks, so that lines and columns stay."""
    return re.sub(r"[^\n]", " ", found[0])
