"""Briefs put into a team's own Word file: their styles and letterhead stay, and every format takes after it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pikepdf
import pytest

from briefgen.diagnostics import Place, Report
from briefgen.load.word_house import house_of
from briefgen.load.word_package import open_word
from briefgen.publish.inspect import faults_of
from briefgen.render import render
from briefgen.render.docx.manifest import read_back
from briefgen.render.pdf.syntax import colour as colour_operands
from house_files import FILES
from judges import libreoffice, open_xml_faults, openxml_audit_faults, poppler_text
from reading_docx import W, docx_words, part
from unit.test_shipped_briefs import brief

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.load.word_house import HouseReading


def house(name: str) -> HouseReading:
    """A house file, read."""
    report = Report()
    parts = open_word(FILES[name], Place(name), report)
    assert report.diagnostics == ()
    assert parts is not None
    return house_of(parts)


def made(name: str, audience: str = "minister") -> bytes:
    return render(brief(audience), "docx", house(name).style).value.data


@pytest.mark.parametrize("audience", ["minister", "researcher"])
@pytest.mark.parametrize("name", FILES)
def test_both_validators_and_our_own_look_find_nothing(name: str, audience: str, tmp_path: Path) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(made(name, audience))

    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""
    assert faults_of("x.docx", file.read_bytes()) == []


def styles_in_use(data: bytes) -> set[str]:
    return {e.get(f"{W}val") or "" for e in part(data, "word/document.xml").iter(f"{W}pStyle", f"{W}tblStyle")}


@pytest.mark.parametrize("name", ["french.docx", "template.dotx"])
def test_styles_are_found_by_name_whatever_their_ids(name: str) -> None:
    data = made(name)
    used = styles_in_use(data)

    assert {"Titre1", "Listepuces", "Lgende", "TableauMinistre", "Normal"} <= used
    assert not {"Heading1", "ListBullet", "Caption", "BriefTable", "BodyText"} & used
    assert "SourceLine" in used


def test_letterhead_cover_and_closing_words_stay_and_slots_are_filled() -> None:
    data = made("french.docx")
    words = " ".join(docx_words(data))
    header = "".join(t.text or "" for t in part(data, "word/header1.xml").iter(f"{W}t"))

    assert words.startswith("Pakistan–Belarus relations Ministère des affaires étrangères")
    assert words.count("Pakistan–Belarus relations") == 1
    assert "Le texte vient ici" not in words
    assert words.index("Bottom line") < words.index("Contact: desk@example.org")
    assert "Ancienne note" not in words
    assert "République – Ministère" in header
    assert "OFFICIAL" in header


def test_without_a_slot_the_body_is_replaced_and_our_running_head_put_in() -> None:
    data = made("minimal.docx")
    header = "".join(t.text or "" for t in part(data, "word/header1.xml").iter(f"{W}t"))

    assert "Old words" not in " ".join(docx_words(data))
    assert "OFFICIAL" in header
    assert part(data, "word/document.xml").find(f".//{W}headerReference") is not None


def test_a_template_becomes_a_document_and_names_no_author() -> None:
    with zipfile.ZipFile(io.BytesIO(made("template.dotx"))) as package:
        types = package.read("[Content_Types].xml").decode()
        settings = package.read("word/settings.xml").decode()

    assert "document.main+xml" in types
    assert "template.main" not in types
    assert "rsid" not in settings


def test_one_style_is_read_for_every_format() -> None:
    read = house("french.docx")
    style = read.style

    assert (style.page.width_mm, style.page.left_mm) == (215.9, 24.994)
    assert (style.families["sans"].name, style.families["serif"].name) == ("Calibri", "Cambria")
    assert (style.families["sans"].source, style.families["serif"].source) == ("firago", "source-serif-4")
    assert style.palette.accent == "#004f45"
    assert style.palette.series == ("#006b5e", "#b8860b", "#7a1f3d", "#3d5a80")
    assert (style.palette.hairline, style.palette.head_fill) == ("#99bbb5", "#006b5e")
    assert (style.text["heading1"].size, style.text["heading1"].bold) == (15.0, True)
    assert (style.text["body"].size, style.text["body"].space_after) == (10.5, 6.0)
    assert read.missing == ()
    assert read.slots == ("briefgen:title", "briefgen:body")
    assert dict(read.elsewhere) == {"Calibri": "FiraGO", "Cambria": "Source Serif 4"}


def test_what_a_minimal_file_lacks_is_told_and_taken_from_ours_at_its_size() -> None:
    read = house("minimal.docx")

    assert set(read.missing) >= {"Title", "heading 1", "caption", "List Bullet"}
    assert read.style.text["body"].size == 11
    assert read.style.text["heading1"].size > 11
    assert read.slots == ()


@pytest.mark.parametrize("name", FILES)
def test_pdf_and_page_take_after_the_file(name: str) -> None:
    style = house(name).style
    pdf = render(brief("minister"), "pdf", style).value.data
    page = render(brief("minister"), "html", style).value.data.decode()

    assert pdf.startswith(b"%PDF")
    assert style.palette.accent in page
    assert style.families["serif"].name in page
    assert not style.palette.head_fill or f"background:{style.palette.head_fill};color:#ffffff" in page


def test_a_table_takes_after_the_files_own_table_style_in_every_format() -> None:
    style, plain = house("french.docx").style, house("minimal.docx").style
    fill = f"{colour_operands(style.palette.head_fill)} rg"
    streams = [page_streams(render(brief("minister"), "pdf", s).value.data) for s in (style, plain)]
    head = next(
        e for e in part(made("french.docx"), "word/styles.xml").iter(f"{W}style") if e.get(f"{W}styleId") == "TableHead"
    )
    colour = head.find(f"{W}rPr/{W}color")

    assert (plain.palette.head_fill, plain.head_ink) == ("", "")
    assert [fill in s for s in streams] == [True, False]
    assert colour is not None
    assert colour.get(f"{W}val") == "FFFFFF"


def page_streams(data: bytes) -> str:
    """What the pages of a PDF paint, decoded."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return "".join(page.Contents.read_bytes().decode("latin-1") for page in pdf.pages)


def test_edits_can_be_read_back_from_a_house_file_saved_by_libreoffice(tmp_path: Path) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(made("french.docx"))
    entries, texts = read_back(file.read_bytes())
    kept, now = read_back(libreoffice(file, "docx", tmp_path / "out").read_bytes())

    assert len(entries) > 20
    assert kept == entries
    assert now == texts


def test_another_program_shows_letterhead_and_text(tmp_path: Path) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(made("french.docx"))
    text = poppler_text(libreoffice(file, "pdf", tmp_path))

    assert "République – Ministère" in text
    assert "OFFICIAL" in text
    assert "Bottom line" in text or "BOTTOM LINE" in text


def test_a_finished_brief_can_be_a_house_file_and_leaves_no_manifest_behind() -> None:
    parts = open_word(made("french.docx"), Place("finished.docx"), Report())
    assert parts is not None
    data = render(brief("public"), "docx", house_of(parts).style).value.data
    entries, texts = read_back(data)

    assert {entry.key for entry in entries} == set(texts)
    assert {anchor.key for anchor in brief("public").anchors} <= set(texts) | {""}
    assert faults_of("x.docx", data) == []


def test_the_same_file_gives_the_same_bytes() -> None:
    assert made("french.docx") == made("french.docx")
