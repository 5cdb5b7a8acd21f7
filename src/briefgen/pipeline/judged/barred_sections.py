"""Sections of an audience that its own contract leaves nothing to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.facts.coverage import Reason
from briefgen.model.kinds import kind_of
from briefgen.pipeline.judged.brief_seen import named
from briefgen.pipeline.judged.sections_of_kinds import kinds_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.audience import SectionChoice
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.model.workspace import Workspace
    from briefgen.view.access import Contract

CODE = "BG322"
_FROM_FILE = {
    Reason.KIND: "take their kind out of 'hide'",
    Reason.TOPIC: "take their topic out of 'hide'",
    Reason.STATUS: "take their status out of 'hide'",
    Reason.UNCITED: "give them a source that it may see",
}
"""What an audience keeps back by its own file, beside its clearance, and how it would not."""


def barred_sections(relation: Relation, contract: Contract, workspace: Workspace) -> Iterator[Diagnostic]:
    """BG322 for a section whose kinds of facts are on record, and all kept from its audience by its own file."""
    of_kind: dict[str, list[Fact]] = {}
    for fact in relation.facts:
        if kind := kind_of(fact):
            of_kind.setdefault(kind.name, []).append(fact)
    for choice in contract.audience.sections:
        if choice.name in contract.audience.hide_kinds:
            continue  # told already, whatever is on record
        kinds = frozenset(kinds_in(choice.name, workspace))
        facts = [fact for name, found in of_kind.items() if name in kinds for fact in found]
        reasons = [contract.hidden(fact) for fact in facts]
        barring = [reason for reason in reasons if reason in _FROM_FILE]
        if barring and None not in reasons:
            yield _finding(choice, contract.audience.id, [fact.id for fact in facts], _FROM_FILE[barring[0]])


def _finding(choice: SectionChoice, audience: str, ids: list[str], step: str) -> Diagnostic:
    """A warning, but where the audience says itself what becomes of the section when it is empty."""
    severity = Severity.INFO if choice.if_empty else Severity.WARNING
    message = f"'{audience}' lists the section '{choice.name}', and may know nothing that it shows: {named(ids)}"
    return Diagnostic(CODE, severity, choice.place, message, f"leave the section out, or {step}")
