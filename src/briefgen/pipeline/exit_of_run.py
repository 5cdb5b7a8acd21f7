"""The exit code of a run, from what it came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Severity
from briefgen.model.limits import StalePolicy
from briefgen.pipeline.exit_codes import ExitCode
from briefgen.pipeline.what_is_due import due

if TYPE_CHECKING:
    from briefgen.pipeline.run_order import Result

_LIMITS = {"BG103", "BG405", "BG502"}
"""Codes of limits that were hit."""
_OF_OUTPUT = {"BG601", "BG605"}
"""Codes of files that could not be put in place."""
_OF_SURROUNDINGS = "BG8"
"""How codes begin of what the system refuses."""


def exit_code(result: Result, *, making: bool) -> ExitCode:
    """The process's exit code; of several that fit, the one that weighs most."""
    codes = {d.code for d in result.report.diagnostics if d.severity is Severity.ERROR}
    if "BG900" in codes or "BG603" in codes:
        return ExitCode.FAULT
    if not codes:
        is_refused = result.on_stale is StalePolicy.FAIL and not making and any(due(result.report))
        return ExitCode.STALE if is_refused else ExitCode.WELL
    if codes & {"BG302", "BG604", "BG614"}:
        return ExitCode.CONTRACT
    if making and any(not brief.failed for brief in result.briefs) and any(brief.failed for brief in result.briefs):
        return ExitCode.PARTLY
    if any(code.startswith(_OF_SURROUNDINGS) for code in codes):
        return ExitCode.SURROUNDINGS
    if codes & _OF_OUTPUT:
        return ExitCode.OUTPUT
    return ExitCode.LIMIT if codes <= _LIMITS else ExitCode.INPUTS
