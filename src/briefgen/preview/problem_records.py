"""A problem as a page shows it: where it stands, the line with a caret, what to do, and how to open it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from briefgen.diagnostics import Severity, visible
from briefgen.preview.workbench import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefgen.diagnostics import Diagnostic, Place
    from briefgen.preview.workbench import Look

_LONGEST_LINE = 400
_WEIGHTS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def problem_records(look: Look, root: Path, editor: str) -> list[dict[str, object]]:
    """All problems of a brief, what weighs most first."""
    found: Iterable[Diagnostic] = sorted(look.problems, key=lambda one: _WEIGHTS[one.severity])
    return [_record(one, look, root, editor) for one in found]


def _record(problem: Diagnostic, look: Look, root: Path, editor: str) -> dict[str, object]:
    place = problem.place
    text = look.lines.get((place.path, place.line), "")
    shown = visible(text.replace("\t", " ")) if len(text) <= _LONGEST_LINE else ""
    before = len(visible(text[: place.column - 1].replace("\t", " "))) if place.column else 0
    return {
        "code": problem.code,
        "name": name_of(problem),
        "severity": problem.severity.value,
        "place": visible(str(place)),
        "line": place.line,
        "column": place.column,
        "message": visible(problem.message),
        "hint": visible(problem.hint or ""),
        "text": shown,
        "caret": before if shown and place.column else -1,
        "open": editor_address(place, root, editor),
    }


def editor_address(place: Place, root: Path, editor: str) -> str:
    """What opens a place in the editor; empty where there is no editor, or the file is none of the workspace's."""
    if not editor or not place.path or place.is_shipped:
        return ""
    path = quote(f"/{(root / place.path).as_posix().lstrip('/')}", safe="/:")
    return editor.replace("{path}", path).replace("{line}", str(place.line or 1)).replace(
        "{column}", str(place.column or 1)
    )  # fmt: skip
