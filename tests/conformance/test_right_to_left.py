"""Texts from right to left before the validators."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.model.audience_choices import PdfStandard
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import render
from conformance.judges import open_xml_faults, openxml_audit_faults, qpdf_faults, verapdf_faults
from samples.right_to_left import right_to_left

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("standard", "flavours"), [(PdfStandard.UA1, "ua1,2a"), (PdfStandard.UA2, "ua2,4")])
def test_the_pdf_conforms(standard: PdfStandard, flavours: str, tmp_path: Path) -> None:
    document = right_to_left()
    file = tmp_path / "right-to-left.pdf"
    marked = replace(document, front=replace(document.front, standard=standard))
    file.write_bytes(render(marked, "pdf", DEFAULT_STYLE).value.data)

    assert verapdf_faults(flavours, file) == []
    assert qpdf_faults(file) == ""


def test_the_word_file_conforms(tmp_path: Path) -> None:
    file = tmp_path / "right-to-left.docx"
    file.write_bytes(render(right_to_left(), "docx", DEFAULT_STYLE).value.data)

    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""
