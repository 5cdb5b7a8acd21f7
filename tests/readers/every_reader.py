"""For every format, what reads the words of its files back: other code than wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readers.document_words import document_words
from readers.docx import docx_words
from readers.eml import eml_words
from readers.html import html_words
from readers.md import md_words
from readers.pdf import structure_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefgen.model.document import Document


def words_in(document: Document, name: str) -> list[str]:
    """What the reader of a format should find; in a Word file notes of the margin stand before what they explain."""
    return document_words(document, margin_last=name == "docx")


READERS: Mapping[str, Callable[[bytes], list[str]]] = {
    "pdf": structure_words,
    "docx": docx_words,
    "html": html_words,
    "md": md_words,
    "eml": eml_words,
}
