"""References that a brief could have cited and did not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.traversal import document_units, refs_in

if TYPE_CHECKING:
    from briefgen.model.document import Document
    from briefgen.model.view import View


def uncited(view: View, document: Document) -> tuple[Diagnostic, ...]:
    """BG410 for each reference that the audience may see and nothing printed leans on."""
    used = set(refs_in(document_units(document)))
    return tuple(
        Diagnostic(
            "BG410",
            Severity.INFO,
            reference.place,
            f"nothing in the brief for '{view.audience.id}' leans on '{key}'",
            "show a section that does, or leave it: the brief does not list it",
        )
        for key, reference in view.references.items()
        if key not in used
    )
