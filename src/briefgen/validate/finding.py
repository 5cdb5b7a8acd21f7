"""What a rule finds, and the record it is about, so that a record may excuse itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefgen.diagnostics import Place
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Reference, Relation
    from briefgen.model.values.date import Date
    from briefgen.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem; `about` is None where it is about something that cannot excuse itself."""

    diagnostic: Diagnostic
    about: Excusable | None = None


Excusable: TypeAlias = "Fact | Reference"
"""What may carry suppressions."""
Rule: TypeAlias = "Callable[[Relation], Iterator[Finding]]"
"""Holds for what a relation says, whenever it is read."""
DatedRule: TypeAlias = "Callable[[Relation, Date], Iterator[Finding]]"
"""Holds for a relation as of a date: what was current may be so no longer."""
WorkspaceRule: TypeAlias = "Callable[[Workspace], Iterator[Finding]]"
"""Holds for audiences, templates, and what all relations share."""


def error(code: str, place: Place, message: str, hint: str | None = None, about: Excusable | None = None) -> Finding:
    """A problem that keeps briefs from being made."""
    return Finding(Diagnostic(code, Severity.ERROR, place, message, hint), about)


def warning(code: str, place: Place, message: str, hint: str | None = None, about: Excusable | None = None) -> Finding:
    """A problem that briefs survive."""
    return Finding(Diagnostic(code, Severity.WARNING, place, message, hint), about)


def info(code: str, place: Place, message: str, hint: str | None = None, about: Excusable | None = None) -> Finding:
    """Something worth a look."""
    return Finding(Diagnostic(code, Severity.INFO, place, message, hint), about)
