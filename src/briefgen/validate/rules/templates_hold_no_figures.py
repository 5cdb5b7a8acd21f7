"""Figures come from data.

What it checks: digits in the prose of section templates, outside tags, comments and list numbers.

Why it matters: a typed figure has no source, does not change with the data, and cannot be traced.

Example: `Trade came to 52 million.`

How to fix: print the value: `{{ year.turnover|money }}`; a number that is no figure can be spelt out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding


_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_MARKUP = re.compile(r"^[ >]*\d+[.)](?= )|\[\^\d+\]|\]\([^)]*\)|<[^>]*>|`[^`]*`", re.MULTILINE)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def templates_hold_no_figures(workspace: Workspace) -> Iterator[Finding]:
    """BG275 for each figure in a template's own prose."""
    for section in workspace.sections.values():
        prose = _MARKUP.sub(_blank, _TAGS.sub(_blank, section.source))
        for number, line in enumerate(prose.split("\n"), 1):
            for found in _FIGURE.finditer(line):
                place = replace(section.place, line=number, column=found.start() + 1)
                message = f"the figure {found[0]} is typed into the template"
                yield warning("BG275", place, message, "print it from data: {{ ... }}")


def _blank(found: re.Match[str]) -> str:
    """As many blanks, so that lines and columns stay."""
    return re.sub(r"[^\n]", " ", found[0])
