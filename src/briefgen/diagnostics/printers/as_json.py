"""Diagnostics as JSON, for scripts; `SCHEMA` says what they may count on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefgen.diagnostics.codes import CODES
from briefgen.diagnostics.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.diagnostics.diagnostic import Diagnostic

_POSITION = {"type": ["integer", "null"], "minimum": 1}
_PROBLEM = {
    "type": "object",
    "additionalProperties": False,
    "required": ["code", "name", "severity", "path", "line", "column", "message", "hint"],
    "properties": {
        "code": {"type": "string", "pattern": "^BG[0-9]{3}$", "description": "Never used again for something else."},
        "name": {"type": "string", "description": "The short name, such as TRD-SUM."},
        "severity": {
            "enum": [severity.value for severity in Severity],
            "description": "An error keeps briefs from being made.",
        },
        "path": {
            "type": ["string", "null"],
            "description": "Within the workspace, with forward slashes; of a file that briefgen ships: briefgen:PATH.",
        },
        "line": {**_POSITION, "description": "From 1; null where it is not known."},
        "column": {**_POSITION, "description": "From 1, in Unicode code points; null where it is not known."},
        "message": {"type": "string", "description": "What is wrong, with the value found."},
        "hint": {"type": ["string", "null"], "description": "The next thing to do."},
    },
}
SCHEMA: dict[str, object] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "What briefgen check --format json prints",
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "counts", "diagnostics"],
    "properties": {
        "version": {"const": 1, "description": "Of this form; it grows when a field changes its meaning."},
        "counts": {
            "type": "object",
            "description": "How many there are of each severity.",
            "additionalProperties": False,
            "required": [severity.value for severity in Severity],
            "properties": {
                severity.value: {"type": "integer", "minimum": 0, "description": f"How many of {severity.value}."}
                for severity in Severity
            },
        },
        "diagnostics": {"type": "array", "items": _PROBLEM, "description": "In order of path, line and column."},
    },
}
"""A JSON Schema (2020-12) of what `print_json` writes."""


def print_json(diagnostics: Sequence[Diagnostic]) -> str:
    """One object with all diagnostics and their counts; every character beyond ASCII is escaped."""
    found = [diagnostic.severity for diagnostic in diagnostics]
    report = {
        "version": 1,
        "counts": {severity.value: found.count(severity) for severity in Severity},
        "diagnostics": [_problem(diagnostic) for diagnostic in diagnostics],
    }
    return json.dumps(report, indent=2)


def print_json_lines(diagnostics: Sequence[Diagnostic]) -> str:
    """One object a line, for a log that a script reads as it grows: each says that it is a problem."""
    return "\n".join(json.dumps({"event": "problem", **_problem(diagnostic)}) for diagnostic in diagnostics)


def _problem(diagnostic: Diagnostic) -> dict[str, object]:
    """One problem by the names of its fields."""
    place = diagnostic.place
    return {
        "code": diagnostic.code,
        "name": CODES[diagnostic.code][0],
        "severity": diagnostic.severity.value,
        "path": place.path or None,
        "line": place.line or None,
        "column": place.column or None,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }
