"""Diagnostics as SARIF 2.1.0 (OASIS), which code hosts and editors read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from briefgen.diagnostics.codes import CODES
from briefgen.diagnostics.diagnostic import Severity
from briefgen.diagnostics.place import SHIPPED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.diagnostics.diagnostic import Diagnostic

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""SARIF 2.1.0, 3.27.10."""
_BASE = "%SRCROOT%"
"""The workspace; whoever reads the log knows where it lies (3.14.14)."""
_SHIPPED_BASE = "BRIEFGEN"
"""Where briefgen is installed. The path below it is relative and no file of the workspace: servers that take no other
URIs than those of files accept it, and match it with nothing."""


def print_sarif(diagnostics: Sequence[Diagnostic]) -> str:
    """A log with one run; the rules that it names are those that found something."""
    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    driver = {"name": "briefgen", "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, codes.index(diagnostic.code)) for diagnostic in diagnostics],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(code: str) -> dict[str, object]:
    """A reporting descriptor (3.49)."""
    name, line = CODES[code]
    return {"id": code, "name": name, "shortDescription": {"text": f"{line[0].upper()}{line[1:]}."}}


def _result(diagnostic: Diagnostic, index: int) -> dict[str, object]:
    """A result (3.27); without a file it has no location."""
    text = f"{diagnostic.message}\nhint: {diagnostic.hint}" if diagnostic.hint else diagnostic.message
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": text},
    }
    place = diagnostic.place
    if place.path:
        path = f"briefgen/{place.path.removeprefix(SHIPPED)}" if place.is_shipped else place.path
        base = _SHIPPED_BASE if place.is_shipped else _BASE
        artifact = {"uri": quote(path, errors="surrogateescape"), "uriBaseId": base}
        physical: dict[str, object] = {"artifactLocation": artifact}
        if place.line:
            physical["region"] = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
        result["locations"] = [{"physicalLocation": physical}]
    return result
