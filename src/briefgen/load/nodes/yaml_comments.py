"""Comments beside values.

The reason of a suppression that a reader of the file sees is the reason that briefgen keeps; and what was meant as a
part of a value is told, where YAML reads a comment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from yaml._yaml import Mark as FastMark
    from yaml.error import Mark

_REST = late_pattern(r"""(?:[^'"#\s]|'[^']*'|"[^"]*"|\s+(?!\#))*(?:\s+\#(?P<remark>.*))?""")
"""The rest of a line behind a value: closing brackets, further values, then perhaps a comment (YAML 1.2, 6.6)."""


_NO_COMMENT = late_pattern(r"\s+(?P<rest>#(?:[^\s#!-]|\s+\d).*)")
"""Comments begin with a blank behind their sign; `#2`, `#trade` and `# 5` are parts of a text."""


def cut_off(lines: list[str], end: Mark | FastMark | None) -> str:
    """What stands behind an unquoted value as if it went on, though YAML reads a comment there; else nothing."""
    line = lines[end.line] if end is not None and end.line < len(lines) else ""
    found = _NO_COMMENT.match(line, end.column if end else 0) if "#" in line else None
    return found["rest"].rstrip() if found else ""


def remark_beside(lines: list[str], end: Mark | FastMark | None) -> str:
    """The comment behind a value in its line, else the comment that fills the line above."""
    if end is None or end.line >= len(lines):
        return ""
    found = _REST.match(lines[end.line], end.column)
    if found and found["remark"]:
        return found["remark"].strip()
    above = lines[end.line - 1].strip() if end.line else ""
    return above.lstrip("# ") if above.startswith("#") else ""
