"""Briefs in the starter, as editors change it, before the validators."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.render import render
from conformance.judges import open_xml_faults, openxml_audit_faults
from samples.house_styles import HEAD_FILL, UNMARKED, WIDE, hard_heads, starter, starter_with_dark_heads
from samples.shipped_briefs import brief

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model.document import Document
    from briefgen.model.looks.style import Style


def assert_sound(source: Document, style: Style, folder: Path) -> None:
    """Neither validator finds anything in a document's Word file."""
    file = folder / "brief.docx"
    file.write_bytes(render(source, "docx", style).value.data)

    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""


@pytest.mark.parametrize("audience", ["minister", "researcher"])
def test_a_brief_in_the_untouched_starter_is_sound(audience: str, tmp_path: Path) -> None:
    assert_sound(brief(audience), starter(), tmp_path)


@pytest.mark.parametrize("changes", [changes for changes, _ in UNMARKED])
def test_a_brief_whose_handling_mark_was_put_in_is_sound(changes: list[tuple[str, str, str]], tmp_path: Path) -> None:
    assert_sound(brief("minister"), starter(*changes), tmp_path)


@pytest.mark.parametrize("ink", ['<w:rPr><w:color w:val="FFE680"/></w:rPr>', ""], ids=["stated", "silent"])
def test_heads_of_tables_on_a_dark_ground_are_sound(ink: str, tmp_path: Path) -> None:
    assert_sound(hard_heads(), starter_with_dark_heads(ink), tmp_path)


def test_a_brief_with_other_margins_is_sound(tmp_path: Path) -> None:
    assert_sound(brief("minister"), starter(*WIDE), tmp_path)


def test_a_brief_whose_cells_keep_clear_of_a_ground_is_sound(tmp_path: Path) -> None:
    assert_sound(brief("researcher"), starter(HEAD_FILL), tmp_path)
