"""Word's own features before the validators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import (
    Align,
    Cell,
    Table,
)
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.reading import faults_of
from briefgen.render import render
from conformance.judges import open_xml_faults, openxml_audit_faults
from readers.docx import W, part
from samples.feature_documents import featured
from samples.sample_document import cell, document, text

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_with_every_feature_is_sound(tmp_path: Path) -> None:
    file = tmp_path / "featured.docx"
    file.write_bytes(render(featured(), "docx", DEFAULT_STYLE).value.data)

    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""
    assert faults_of(FORMATS["docx"], file.read_bytes()) == []
    modes = {
        e.get(f"{W}name"): e.get(f"{W}val")
        for e in part(file.read_bytes(), "word/settings.xml").iter(f"{W}compatSetting")
    }
    assert modes["compatibilityMode"] == "15"


def test_joined_cells_and_tables_in_a_row_stay_apart(tmp_path: Path) -> None:
    joined = Table("t", (Align.START, Align.START), (cell("A"), cell("B")), ((Cell(text("both"), columns=2),),))
    file = tmp_path / "tables.docx"
    file.write_bytes(render(document(joined, joined), "docx", DEFAULT_STYLE).value.data)

    assert open_xml_faults(file) == []
    assert faults_of(FORMATS["docx"], file.read_bytes()) == []
