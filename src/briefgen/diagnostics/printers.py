"""Diagnostics as lines for people."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.diagnostics.diagnostic import Diagnostic

_LONGEST_LINE = 160


def visible(text: str) -> str:
    """Text with control, format and unassigned characters shown as escapes, so that a terminal cannot be fooled."""
    return "".join(c if unicodedata.category(c)[0] != "C" else f"\\u{{{ord(c):04X}}}" for c in text)


def print_short(diagnostic: Diagnostic) -> str:
    """One line: `path:line:column: error[BG204] message`."""
    head = f"{diagnostic.severity}[{diagnostic.code}] {visible(diagnostic.message)}"
    return f"{visible(str(diagnostic.place))}: {head}" if diagnostic.place.path else head


def print_human(diagnostic: Diagnostic, source_line: Callable[[str, int], str | None]) -> str:
    """The short line, the source line with a caret, and the hint.

    `source_line` gives the text of a line of a file (1-based), or None when it cannot.
    """
    lines = [print_short(diagnostic)]
    place = diagnostic.place
    text = source_line(place.path, place.line) if place.line else None
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
