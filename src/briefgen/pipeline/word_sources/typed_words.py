"""Lines of templates behind the passages of a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.model.document import TextRun
from briefgen.model.traversal import document_units, leaves, plain_text

if TYPE_CHECKING:
    from briefgen.diagnostics import Place
    from briefgen.model.document import Document
    from briefgen.model.traversal import TextUnit


class TypedWords(NamedTuple):
    """A passage, and where it begins to be written."""

    words: str
    """All of it, with what values fill in."""
    path: str
    line: int


def typed_words(document: Document) -> tuple[TypedWords, ...]:
    """Of each passage in which a template says anything itself, the first line that does."""
    units = document_units(document)
    return tuple(TypedWords(_words(unit), place.path, place.line) for unit in units if (place := _place(unit)))


def _words(unit: TextUnit) -> str:
    return " ".join(plain_text(run) for run in unit.runs)


def _place(unit: TextUnit) -> Place | None:
    typed = (leaf.typed for run in unit.runs for leaf in leaves(run) if isinstance(leaf, TextRun))
    return next((place for place in typed if place and place.path), None)
