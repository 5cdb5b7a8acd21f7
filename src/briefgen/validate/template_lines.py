"""The lines of every template, with their places, as rules about templates want them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place
from briefgen.late_patterns import late_pattern
from briefgen.model.template_files import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.workspace import Workspace

TAGS = late_pattern(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
"""What Jinja2 reads itself: values, statements and comments."""
COMMENTS = late_pattern(r"\{#.*?#\}", re.DOTALL)
MARKUP = late_pattern(r"^[ >]*\d+[.)](?= )|\[\^\d+\]|\]\([^)]*\)|<[^>]*>|`[^`]*`", re.MULTILINE)
"""Digits that are no figures: of list items, footnotes and addresses."""


def matches(workspace: Workspace, wanted: re.Pattern[str], *left_out: re.Pattern[str]) -> Iterator[tuple[Place, str]]:
    """Every match in a workspace's own sections, and in partials that they share, without what is left out."""
    for path, text in texts_of(workspace).items():
        if path in workspace.shipped:  # is sound as it is: the program's own tests see to that
            continue
        for line, column, found in _found_in(text, wanted, left_out):
            yield Place(path, line, column), found


@lru_cache(maxsize=1024)  # the same templates are looked through for the data and for the open part of them
def _found_in(
    text: str, wanted: re.Pattern[str], left_out: tuple[re.Pattern[str], ...]
) -> tuple[tuple[int, int, str], ...]:
    """Line, column and words of each match."""
    for pattern in left_out:
        text = pattern.sub(_blank, text)
    lines = enumerate(text.split("\n"), 1)
    return tuple((number, found.start() + 1, found[0]) for number, line in lines for found in wanted.finditer(line))


def texts_of(workspace: Workspace) -> dict[str, str]:
    """Path → text of every section and partial, shipped ones among them."""
    texts = {section.place.path: section.source for section in workspace.sections.values()}
    return texts | {f"{TEMPLATES}/{path}": text for path, text in workspace.partials.items()}


def _blank(found: re.Match[str]) -> str:
    """As many blanks, so that lines and columns stay."""
    return re.sub(r"[^\n]", " ", found[0])
