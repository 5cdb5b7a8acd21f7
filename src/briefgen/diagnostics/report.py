"""The diagnostics of a run: kept, de-duplicated, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from briefgen.diagnostics.diagnostic import Diagnostic, Outcome, Severity
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.diagnostics.place import Place

T = TypeVar("T")


class Report:
    """Collects problems; a stage goes on after each, a run stops only between stages.

    A strict one takes no warnings: each counts as an error.
    """

    def __init__(self, *, strict: bool = False) -> None:
        self._found: dict[Diagnostic, None] = {}
        self._strict = strict

    def error(self, code: str, place: Place, message: str, hint: str | None = None) -> None:
        """Note a problem that keeps the brief from being made."""
        self.add(Diagnostic(code, Severity.ERROR, place, message, hint))

    def warning(self, code: str, place: Place, message: str, hint: str | None = None) -> None:
        """Note a problem that the brief survives."""
        self.add(Diagnostic(code, Severity.WARNING, place, message, hint))

    def info(self, code: str, place: Place, message: str, hint: str | None = None) -> None:
        """Note something worth a look."""
        self.add(Diagnostic(code, Severity.INFO, place, message, hint))

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep one diagnostic, once."""
        if self._strict and diagnostic.severity is Severity.WARNING:
            diagnostic = replace(diagnostic, severity=Severity.ERROR)
        self._found.setdefault(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep several."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    def keep(self, outcome: Outcome[T]) -> T:
        """The value of an outcome; its diagnostics stay here."""
        self.extend(outcome.diagnostics)
        return outcome.value

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All of them by file, line, column and code."""
        return tuple(sorted(self._found, key=lambda d: (d.place, d.code, d.message)))

    @property
    def has_errors(self) -> bool:
        """Whether the run must stop before its next stage."""
        return any(d.severity is Severity.ERROR for d in self._found)
