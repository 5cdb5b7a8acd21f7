"""Traces in files that other programs saved, and that judges look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.reading import read_trace
from briefgen.render import render
from conformance.judges import libreoffice, open_xml_faults, verapdf_faults
from samples.feature_documents import TRACED
from samples.sample_document import sample_document

if TYPE_CHECKING:
    from pathlib import Path


def test_a_word_file_that_libreoffice_saved_still_tells(tmp_path: Path) -> None:
    data = render(TRACED, "docx", DEFAULT_STYLE).value.data
    (tmp_path / "a.docx").write_bytes(data)
    (tmp_path / "again").mkdir()
    again = libreoffice(tmp_path / "a.docx", "docx", tmp_path / "again")

    assert read_trace("a.docx", again.read_bytes()) == read_trace("a.docx", data)


def test_the_judges_of_word_and_pdf_files_have_nothing_against_a_trace(tmp_path: Path) -> None:
    for ending in ("docx", "pdf"):
        (tmp_path / f"a.{ending}").write_bytes(render(sample_document(), ending, DEFAULT_STYLE).value.data)

    assert open_xml_faults(tmp_path / "a.docx") == []
    assert verapdf_faults("ua1,2a", tmp_path / "a.pdf") == []
