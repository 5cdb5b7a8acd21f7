"""Characters that no face has: what is said of them, at the fact that brought them in where that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import NOWHERE, Diagnostic, Severity
from briefgen.model.document import TextRun
from briefgen.model.traversal import document_units, leaves, runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Document
    from briefgen.model.origin import FactOrigin


def missing_glyphs(document: Document, characters: Sequence[str]) -> tuple[Diagnostic, ...]:
    """A warning for each character, with the place of the first fact whose words hold it."""
    if not characters:
        return ()
    found: dict[str, FactOrigin] = {}
    for leaf in (leaf for run in runs(document_units(document)) for leaf in leaves(run)):
        for character in characters:
            if isinstance(leaf, TextRun) and leaf.origin and leaf.origin.facts and character in leaf.text:
                found.setdefault(character, leaf.origin.facts[0])
    return tuple(_warning(character, found.get(character)) for character in characters)


def _warning(character: str, fact: FactOrigin | None) -> Diagnostic:
    return Diagnostic(
        "BG501",
        Severity.WARNING,
        fact.place if fact else NOWHERE,
        f"no font has the character U+{ord(character):04X}; the PDF shows a replacement",
        "write it another way, or check that it is meant",
        about=fact.fact if fact else "",
    )
