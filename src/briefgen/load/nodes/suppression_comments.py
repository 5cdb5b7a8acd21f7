"""Comments beside suppressions: the reason that a reader of the file sees is the reason that briefgen keeps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yaml._yaml import Mark as FastMark
    from yaml.error import Mark

_REST = re.compile(r"""(?:[^'"#\s]|'[^']*'|"[^"]*"|\s+(?!\#))*(?:\s+\#(?P<remark>.*))?""")
"""The rest of a line behind a value: closing brackets, further values, then perhaps a comment (YAML 1.2, 6.6)."""


def remark_beside(lines: list[str], end: Mark | FastMark | None) -> str:
    """The comment behind a value in its line, else the comment that fills the line above."""
    if end is None or end.line >= len(lines):
        return ""
    found = _REST.match(lines[end.line], end.column)
    if found and found["remark"]:
        return found["remark"].strip()
    above = lines[end.line - 1].strip() if end.line else ""
    return above.lstrip("# ") if above.startswith("#") else ""
