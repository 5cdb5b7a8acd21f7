"""Characters that no face has: what is said of them, at the fact that brought them in where that is known."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from briefgen.diagnostics import NOWHERE, Diagnostic, Severity
from briefgen.model.origin import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.document import Document
    from briefgen.model.origin import FactOrigin


def missing_glyphs(document: Document, characters: Sequence[str]) -> tuple[Diagnostic, ...]:
    """A warning for each character, with the place of the first fact whose words hold it."""
    if not characters:
        return ()
    found: dict[str, FactOrigin] = {}
    for words, origin in _printed((document.blocks, document.notes)):
        for character in characters:
            if character in words and origin.facts:
                found.setdefault(character, origin.facts[0])
    return tuple(_warning(character, found.get(character)) for character in characters)


def _printed(node: object) -> Iterator[tuple[str, Origin]]:
    """Every string that stands beside an origin, in the order of the document."""
    if isinstance(node, tuple):
        for part in node:
            yield from _printed(part)
    elif is_dataclass(node):
        values = [getattr(node, field.name) for field in fields(node)]
        origin = next((value for value in values if isinstance(value, Origin)), None)
        for value in values:
            if isinstance(value, str) and origin:
                yield value, origin
            elif not isinstance(value, Origin):
                yield from _printed(value)


def _warning(character: str, fact: FactOrigin | None) -> Diagnostic:
    return Diagnostic(
        "BG501",
        Severity.WARNING,
        fact.place if fact else NOWHERE,
        f"no font has the character U+{ord(character):04X}; the PDF shows a replacement",
        "write it another way, or check that it is meant",
        about=fact.fact if fact else "",
    )
