"""What records excuse themselves from, of what is found when all briefs are composed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import JUDGED_CODES, Diagnostic, Severity, code_of
from briefgen.model.facts.relation import every_fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.model.facts.fact import Fact, Suppression
    from briefgen.model.facts.relation import Relation


class Excuses:
    """The suppressions of some relations, with a note of those that were needed."""

    def __init__(self) -> None:
        self._needed: set[Suppression] = set()

    def takes(self, fact: Fact, code: str) -> bool:
        """Whether a fact is excused from a check that would speak of it."""
        found = [excuse for excuse in fact.ignore if code_of(excuse.code) == code]
        self._needed.update(found)
        return bool(found)

    def unneeded(self, relations: Iterable[Relation]) -> Iterator[Diagnostic]:
        """BG259 for a suppression that suppressed nothing."""
        for relation in relations:
            for fact in every_fact(relation):
                for excuse in fact.ignore:
                    if code_of(excuse.code) in JUDGED_CODES and excuse not in self._needed:
                        message = f"nothing here needs '{excuse.code}' suppressed"
                        hint = "delete it, so that the check speaks up when it matters again"
                        yield Diagnostic("BG259", Severity.WARNING, excuse.place, message, hint)
