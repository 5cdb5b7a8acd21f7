"""Logos of a house file before LibreOffice and the judges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.render import render
from conformance.judges import libreoffice, open_xml_faults, openxml_audit_faults, qpdf_faults, verapdf_faults
from readers.pdf import box_of
from samples.house_files import PINK, drawing, headed, letterhead, picture, text_box
from samples.house_styles import read_house
from samples.shipped_briefs import brief

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model.looks.style import Style


def pdf_of(style: Style) -> bytes:
    return render(brief("minister"), "pdf", style).value.data


def test_another_program_shows_it_in_the_docx_where_the_pdf_has_it(tmp_path: Path) -> None:
    style = read_house(letterhead()).style
    file = tmp_path / "brief.docx"
    file.write_bytes(render(brief("minister"), "docx", style).value.data)
    shown = box_of(libreoffice(file, "pdf", tmp_path).read_bytes(), 0, PINK)

    assert shown == pytest.approx(box_of(pdf_of(style), 0, PINK), abs=2.0)


def test_the_pdf_stays_valid(tmp_path: Path) -> None:
    file = tmp_path / "brief.pdf"
    file.write_bytes(pdf_of(read_house(letterhead()).style))

    assert verapdf_faults("ua1,2a", file) == []
    assert qpdf_faults(file) == ""


def test_the_docx_stays_valid(tmp_path: Path) -> None:
    head = f"<w:p>{drawing('arms', 120, 40)}{text_box()}</w:p>"
    style = read_house(headed(head, {"arms.png": picture()}, f"<w:p>{drawing('arms', 60, 20)}</w:p>")).style
    file = tmp_path / "brief.docx"
    file.write_bytes(render(brief("minister"), "docx", style).value.data)

    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""
