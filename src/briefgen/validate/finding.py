"""What a rule finds, and the fact it is about, so that a fact may excuse itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from briefgen.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefgen.diagnostics import Place
    from briefgen.model.fact import Fact
    from briefgen.model.relation import Relation


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem; `fact` is None where it is about something that is no fact."""

    diagnostic: Diagnostic
    fact: Fact | None = None


Rule: TypeAlias = "Callable[[Relation], Iterator[Finding]]"


def error(code: str, place: Place, message: str, hint: str | None = None, fact: Fact | None = None) -> Finding:
    """A problem that keeps briefs from being made."""
    return Finding(Diagnostic(code, Severity.ERROR, place, message, hint), fact)


def warning(code: str, place: Place, message: str, hint: str | None = None, fact: Fact | None = None) -> Finding:
    """A problem that briefs survive."""
    return Finding(Diagnostic(code, Severity.WARNING, place, message, hint), fact)


def info(code: str, place: Place, message: str, hint: str | None = None, fact: Fact | None = None) -> Finding:
    """Something worth a look."""
    return Finding(Diagnostic(code, Severity.INFO, place, message, hint), fact)
