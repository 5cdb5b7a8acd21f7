"""What only time has made a problem: a review that is overdue, figures that nobody brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Severity

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic, Report

_OF_AUDIENCES = frozenset({"BG303"})
"""Facts that are older than an audience takes; which they are, only its view can tell."""


def due(report: Report) -> tuple[Diagnostic, ...]:
    """What somebody has to look at again; a note is only worth a look, and an error is more than that."""
    from briefgen.validate import AGED_CODES

    codes = AGED_CODES | _OF_AUDIENCES
    return tuple(told for told in report.diagnostics if told.code in codes and told.severity is Severity.WARNING)
