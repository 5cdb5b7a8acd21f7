"""Suppressions: which findings a record excuses itself from, and which excuses nothing needs any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity, code_of
from briefgen.model.facts.relation import every_fact

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from briefgen.model.facts.fact import Suppression
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Excusable, Finding


class Suppressions:
    """The suppressions of a relation, with a note of those that were needed."""

    def __init__(self, relation: Relation) -> None:
        records: tuple[Excusable, ...] = (*every_fact(relation), *relation.references.values())
        self._all = [suppression for record in records for suppression in record.ignore]
        self._needed: set[Suppression] = set()

    def standing(self, findings: Iterable[Finding]) -> Iterator[Diagnostic]:
        """What is left once each record has excused itself."""
        for found in findings:
            excuses = [] if found.about is None else found.about.ignore
            matching = [excuse for excuse in excuses if code_of(excuse.code) == found.diagnostic.code]
            self._needed.update(matching)
            if not matching:
                yield found.diagnostic

    def unneeded(self, codes: Collection[str]) -> Iterator[Diagnostic]:
        """BG259 for a suppression that suppressed nothing, of the checks that were made."""
        for suppression in self._all:
            if code_of(suppression.code) in codes and suppression not in self._needed:
                message = f"nothing here needs '{suppression.code}' suppressed"
                hint = "delete it, so that the check speaks up when it matters again"
                yield Diagnostic("BG259", Severity.WARNING, suppression.place, message, hint)
