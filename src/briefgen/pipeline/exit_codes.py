"""The exit code of a run, from what it came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Severity

if TYPE_CHECKING:
    from briefgen.pipeline.run_order import Result

_LIMITS = {"BG103", "BG405", "BG502"}
"""Codes of limits that were hit."""


def exit_code(result: Result, *, making: bool) -> int:
    """The process's exit code: 0 well, 1 inputs, 3 some made, 4 contract, 5 output, 7 limit, 70 our own fault."""
    codes = {d.code for d in result.report.diagnostics if d.severity is Severity.ERROR}
    if "BG900" in codes or "BG603" in codes:
        return 70
    if not codes:
        return 0
    if codes & {"BG302", "BG604"}:
        return 4
    if making and any(not brief.failed for brief in result.briefs) and any(brief.failed for brief in result.briefs):
        return 3
    if "BG601" in codes:
        return 5
    return 7 if codes <= _LIMITS else 1
