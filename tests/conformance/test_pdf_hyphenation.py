"""Divided words before readers that know nothing of how the file was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

from briefgen.model.document import Paragraph
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.pdf import write_pdf
from conformance import judges
from samples.sample_document import document, text

if TYPE_CHECKING:
    from pathlib import Path

_WORDS = (
    "consultations establish cooperation between representatives (independence), agricultural understanding; "
    "memorandum establishment diplomatic "
)


def test_two_extractors_give_whole_words(tmp_path: Path) -> None:
    data = write_pdf(document(Paragraph(text(_WORDS * 25))), DEFAULT_STYLE).value.data
    (tmp_path / "one.pdf").write_bytes(data)
    with pypdfium2.PdfDocument(data) as pdf:
        found = pdf[0].get_textpage().get_text_range()
    assert "\ufffe" in found  # pdfium's mark for a hyphen that only divides a line
    for words in (judges.poppler_text(tmp_path / "one.pdf"), found.replace("\ufffe", "")):
        assert set(words.lower().split()) >= set(_WORDS.split())
        assert "-" not in words
