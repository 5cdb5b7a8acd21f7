"""Briefs in a team's own Word file before the validators and LibreOffice."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.reading import faults_of
from briefgen.render import render
from briefgen.render.docx.read_back.manifest import read_back
from conformance.judges import libreoffice, open_xml_faults, openxml_audit_faults, poppler_text
from samples.house_files import FILES
from samples.house_styles import filled_table, house_brief
from samples.sample_document import document

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("audience", ["minister", "researcher"])
@pytest.mark.parametrize("name", FILES)
def test_both_validators_and_our_own_look_find_nothing(name: str, audience: str, tmp_path: Path) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(house_brief(name, audience))

    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""
    assert faults_of(FORMATS["docx"], file.read_bytes()) == []


def test_edits_can_be_read_back_from_a_house_file_saved_by_libreoffice(tmp_path: Path) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(house_brief("french.docx"))
    entries, texts = read_back(file.read_bytes())
    kept, now = read_back(libreoffice(file, "docx", tmp_path / "out").read_bytes())

    assert len(entries) > 20
    assert kept == entries
    assert now == texts


def test_another_program_shows_letterhead_and_text(tmp_path: Path) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(house_brief("french.docx"))
    text = poppler_text(libreoffice(file, "pdf", tmp_path))

    assert "République – Ministère" in text
    assert "OFFICIAL" in text
    assert "Bottom line" in text or "BOTTOM LINE" in text


def test_our_own_word_file_with_bands_is_sound(tmp_path: Path) -> None:
    palette = dataclasses.replace(DEFAULT_STYLE.palette, odd_fill="#eeeeee", even_fill="#dddddd")
    file = tmp_path / "banded.docx"
    banded = dataclasses.replace(DEFAULT_STYLE, palette=palette)
    file.write_bytes(render(document(filled_table(3)), "docx", banded).value.data)

    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""
