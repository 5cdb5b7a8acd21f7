"""Joined cells of a Word file before the validator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import render
from conformance import judges
from samples.sample_document import document, joined_table

if TYPE_CHECKING:
    from pathlib import Path


def test_the_open_xml_sdk_finds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "joined.docx"
    file.write_bytes(render(document(joined_table(12)), "docx", DEFAULT_STYLE).value.data)

    assert judges.open_xml_faults(file) == []
