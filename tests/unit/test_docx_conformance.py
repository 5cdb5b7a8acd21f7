"""Word files before outside judges: Microsoft's own validator, a second one, and LibreOffice as a reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from briefgen.model.style import DEFAULT_STYLE
from briefgen.render import render
from judges import libreoffice, open_xml_faults, openxml_audit_faults, structure_text
from reading_docx import W, part
from sample_document import sample_document, torture_document
from unit.test_shipped_briefs import AUDIENCES, brief

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model.document import Document

SOURCES = {"sample": sample_document(), "torture": torture_document(4)}


def file_of(source: Document, folder: Path) -> Path:
    file = folder / "brief.docx"
    file.write_bytes(render(source, "docx", DEFAULT_STYLE).value.data)
    return file


@pytest.mark.parametrize("audience", AUDIENCES)
def test_both_validators_find_nothing_in_a_shipped_brief(audience: str, tmp_path: Path) -> None:
    file = file_of(brief(audience), tmp_path)

    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""


@pytest.mark.parametrize("source", SOURCES)
def test_both_validators_find_nothing_in_hard_cases(source: str, tmp_path: Path) -> None:
    file = file_of(SOURCES[source], tmp_path)

    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""


def tagged(file: Path, folder: Path) -> str:
    """The tags of the PDF that LibreOffice makes of a Word file."""
    options = '{"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"}}'
    return structure_text(libreoffice(file, f"pdf:writer_pdf_Export:{options}", folder))


def test_another_program_sees_headings_lists_tables_and_notes(tmp_path: Path) -> None:
    file = file_of(brief("researcher"), tmp_path)
    tags, body = tagged(file, tmp_path), part(file.read_bytes(), "word/document.xml")
    styles = [style.get(f"{W}val") or "" for style in body.iter(f"{W}pStyle")]

    assert count(tags, "H1") + count(tags, "H2") + count(tags, "H3") == sum(s.startswith("Heading") for s in styles)
    assert count(tags, "Table") == len(list(body.iter(f"{W}tbl")))
    assert count(tags, "Note") == len(list(body.iter(f"{W}footnoteReference")))
    assert count(tags, "LI") == len(list(body.iter(f"{W}numPr")))


@pytest.mark.parametrize("source", ["sample", "minister"])
def test_another_program_sees_the_head_of_every_table(source: str, tmp_path: Path) -> None:
    file = file_of(SOURCES["sample"] if source == "sample" else brief(source), tmp_path)
    body = part(file.read_bytes(), "word/document.xml")
    rows = [row for row in body.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]

    assert count(tagged(file, tmp_path), "TH") == sum(len(row.findall(f"{W}tc")) for row in rows) > 0


def count(tags: str, name: str) -> int:
    """How many elements of a kind a tag tree holds."""
    return len(re.findall(rf"^\s*{name}(?:[ :]|$)", tags, re.MULTILINE))
