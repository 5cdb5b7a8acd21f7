"""What LibreOffice saves of an edited file can be read back, block by block."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from briefgen.render.docx.body.bookmarks import AnchorKind
from briefgen.render.docx.read_back.manifest import read_back
from conformance.judges import libreoffice
from readers.docx import W, part
from samples.edited_word_files import changed, edited, with_body, word_file
from samples.shipped_briefs import brief

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("audience", ["minister", "researcher"])
def test_an_edited_file_saved_by_libreoffice_keeps_every_anchor_and_shows_what_was_edited(
    audience: str, tmp_path: Path
) -> None:
    data = word_file(audience)
    entries, texts = read_back(data)
    firsts = {entry.kind: entry.key for entry in reversed(entries)}
    touched = {key for kind, key in firsts.items() if kind in {"paragraph", "table", "cards", "heading", "item"}}
    file = tmp_path / "edited.docx"
    file.write_bytes(edited(data, *touched))
    saved = libreoffice(file, "docx", tmp_path / "out").read_bytes()
    kept, now = read_back(saved)

    assert len(touched) > 2
    assert kept == entries
    assert set(now) == set(texts)
    assert changed(file.read_bytes()) == touched
    assert changed(saved) == touched


def test_an_edited_note_can_be_read_back_also_from_a_file_saved_by_libreoffice(tmp_path: Path) -> None:
    data = word_file("researcher")
    entries, texts = read_back(data)
    notes = [entry for entry in entries if entry.kind == "note"]
    root = part(data, "word/footnotes.xml")
    own = [note for note in root.iter(f"{W}footnote") if note.get(f"{W}type") is None]
    list(own[1].iter(f"{W}t"))[-1].text = "An editor’s own words."
    file = tmp_path / "noted.docx"
    file.write_bytes(with_body(data, etree.tostring(root), "word/footnotes.xml"))
    saved = libreoffice(file, "docx", tmp_path / "out").read_bytes()

    assert [entry.key for entry in notes] == [note.key for note in brief("researcher").notes]
    assert len(notes) == len(own) > 20
    assert all(texts[entry.key] for entry in notes)
    assert changed(file.read_bytes()) == changed(saved) == {notes[1].key}


def test_the_data_of_a_chart_are_the_same_in_a_file_saved_by_libreoffice(tmp_path: Path) -> None:
    file = tmp_path / "chart.docx"
    file.write_bytes(word_file("minister"))
    saved = libreoffice(file, "docx", tmp_path / "out").read_bytes()

    assert [entry.kind for entry in read_back(saved)[0]].count(AnchorKind.CHART) == 1
    assert changed(saved) == set()


def test_an_edited_note_in_the_margin_can_be_read_back_after_libreoffice_saved_the_file_twice(tmp_path: Path) -> None:
    data = word_file("minister")
    framed = [frame.getparent().getparent() for frame in part(data, "word/document.xml").iter(f"{W}framePr")]
    names = [mark.get(f"{W}name") for paragraph in framed for mark in paragraph.iter(f"{W}bookmarkStart")]
    keys = [name.removeprefix("_bg_") for name in names]
    file = tmp_path / "framed.docx"
    file.write_bytes(edited(data, keys[-1]))
    once = libreoffice(file, "docx", tmp_path / "once")
    twice = libreoffice(once, "docx", tmp_path / "twice").read_bytes()

    assert len(keys) > 2
    assert not set(names) & {
        mark.get(f"{W}name") for mark in part(twice, "word/document.xml").iter(f"{W}bookmarkStart")
    }
    assert set(read_back(twice)[1]) == set(read_back(data)[1])
    assert changed(once.read_bytes()) == changed(twice) == {keys[-1]}
