"""Figures come from data.

What it checks: digits in the prose of templates, outside tags, comments and list numbers.

Why it matters: a typed figure has no source, does not change with the data, and cannot be traced.

Example: `Trade came to 52 million.`

How to fix: print the value: `{{ year.turnover|money }}`; a number that is no figure can be spelt out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.validate.finding import warning
from briefgen.validate.template_lines import MARKUP, TAGS, matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding


_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def templates_hold_no_figures(workspace: Workspace) -> Iterator[Finding]:
    """BG275 for each figure in a template's own prose."""
    for place, figure in matches(workspace, _FIGURE, TAGS, MARKUP):
        message = f"the figure {figure} is typed into the template"
        yield warning("BG275", place, message, "print it from data: {{ ... }}")
