"""Diagnostics as people like them: the line they are about, and the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics.printers.short import print_short
from briefgen.diagnostics.printers.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.diagnostics.diagnostic import Diagnostic

_LONGEST_LINE = 160


def _no_line(_path: str, _line: int) -> None:
    """What stands nowhere has no line."""


def print_human(diagnostic: Diagnostic, source_line: Callable[[str, int], str | None] = _no_line) -> str:
    """The short line, the source line with a caret, and the hint.

    `source_line` gives the text of a line of a file (1-based), or None when it cannot.
    """
    lines = [print_short(diagnostic)]
    place = diagnostic.place
    text = source_line(place.path, place.line) if place.line and diagnostic.is_quotable else None
    if text is not None and len(text) <= _LONGEST_LINE:
        shown = visible(text.replace("\t", " "))
        gutter = f"{place.line:>5} | "
        lines.append(gutter + shown)
        if place.column:
            before = visible(text[: place.column - 1].replace("\t", " "))
            lines.append(" " * (len(gutter) + len(before)) + "^")
    if diagnostic.hint:
        lines.append(f"      hint: {visible(diagnostic.hint)}")
    return "\n".join(lines)
