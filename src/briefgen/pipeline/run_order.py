"""What a run is asked for, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.diagnostics import Report, Severity

if TYPE_CHECKING:
    from briefgen.model.values.date import Date


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a run is asked to make."""

    relations: tuple[str, ...] = ()
    """Slugs; empty for all."""
    audiences: tuple[str, ...] = ()
    """Ids; empty for all."""
    formats: tuple[str, ...] = ("pdf",)
    as_of: Date | None = None
    output: str = "output"
    strict: bool = False
    """Whether warnings count as errors."""
    discreet: bool = False
    """Whether what is said of the data is only what every audience of the run may know."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one brief."""

    relation: str
    audience: str
    files: tuple[str, ...]
    """Paths of the formats that were put in place; the sidecar with their origins is the owner's."""
    failed: bool


@dataclass(slots=True)
class Result:
    """What a run came to."""

    report: Report = field(default_factory=Report)
    briefs: list[Made] = field(default_factory=list)
    traceback: str | None = None
    """Of our own fault, for a file."""


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


_LIMITS = {"BG103", "BG405", "BG502"}
"""Codes of limits that were hit."""
