"""Briefs put into a team's own Word file: their styles and letterhead stay, and every format takes after it."""

from __future__ import annotations

import dataclasses
import io
import zipfile

import pypdfium2
import pytest

from briefgen.diagnostics import Place, Report
from briefgen.load.word.opc_package import open_word
from briefgen.load.word.word_house_style import house_of
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE, Cells
from briefgen.reading import faults_of
from briefgen.render import render
from briefgen.render.docx.read_back.manifest import read_back
from briefgen.render.pdf.objects.syntax import colour as colour_operands
from readers.docx import W, docx_words, part
from readers.pdf import page_streams
from samples.house_files import FILES
from samples.house_styles import filled_table, house, house_brief
from samples.sample_document import document
from samples.shipped_briefs import brief


def styles_in_use(data: bytes) -> set[str]:
    return {e.get(f"{W}val") or "" for e in part(data, "word/document.xml").iter(f"{W}pStyle", f"{W}tblStyle")}


@pytest.mark.parametrize("name", ["french.docx", "template.dotx"])
def test_styles_are_found_by_name_whatever_their_ids(name: str) -> None:
    data = house_brief(name, "business")  # it has titles with units and without, and tables
    used = styles_in_use(data)

    assert {"Titre1", "Listepuces", "Lgende", "TableauMinistre", "Normal"} <= used
    assert not {"Heading1", "ListBullet", "Caption", "BriefTable", "BodyText"} & used
    assert "SourceLine" in used


def test_letterhead_cover_and_closing_words_stay_and_slots_are_filled() -> None:
    data = house_brief("french.docx")
    words = " ".join(docx_words(data))
    header = "".join(t.text or "" for t in part(data, "word/header1.xml").iter(f"{W}t"))

    assert " Ministère des affaires étrangères To The Minister " in words[:200]
    assert "Le texte vient ici" not in words
    assert words.index("Bottom line") < words.index("Contact: desk@example.org")
    assert "Ancienne note" not in words
    assert "République – Ministère" in header
    assert "OFFICIAL" in header


def test_without_a_slot_the_body_is_replaced_and_our_running_head_put_in() -> None:
    data = house_brief("minimal.docx")
    header = "".join(t.text or "" for t in part(data, "word/header1.xml").iter(f"{W}t"))

    assert "Old words" not in " ".join(docx_words(data))
    assert "OFFICIAL" in header
    assert part(data, "word/document.xml").find(f".//{W}headerReference") is not None


def test_a_template_becomes_a_document_and_names_no_author() -> None:
    with zipfile.ZipFile(io.BytesIO(house_brief("template.dotx"))) as package:
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
        e
        for e in part(house_brief("french.docx"), "word/styles.xml").iter(f"{W}style")
        if e.get(f"{W}styleId") == "TableHead"
    )
    colour = head.find(f"{W}rPr/{W}color")

    assert (plain.palette.head_fill, plain.head_ink) == ("", "")
    assert [fill in s for s in streams] == [True, False]
    assert colour is not None
    assert colour.get(f"{W}val") == "FFFFFF"


def test_bands_of_rows_and_the_room_in_cells_take_after_the_file_in_every_format() -> None:
    style, plain = house("french.docx").style, house("minimal.docx").style
    assert style.cells == Cells(top=4.0, right=5.0, bottom=3.0, left=6.0, band_rows=2)
    assert (style.palette.odd_fill, style.palette.even_fill) == ("#eef5f3", "")
    assert (plain.cells, plain.palette.is_banded) == (None, False)

    source = document(filled_table(5))
    streams = [page_streams(render(source, "pdf", s).value.data) for s in (style, plain)]
    page = render(source, "html", style).value.data.decode()
    look = part(render(source, "docx", style).value.data, "word/document.xml").find(f".//{W}tblLook")
    own = part(render(source, "docx", plain).value.data, "word/document.xml").find(f".//{W}tblLook")

    assert [s.count(f"{colour_operands('#eef5f3')} rg") for s in streams] == [3, 0]
    assert "tbody tr:nth-child(4n+1){background:#eef5f3}\ntbody tr:nth-child(4n+2){background:#eef5f3}\n" in page
    assert "nth-child(4n+3)" not in page
    assert "padding:0.44rem 0.56rem 0.33rem 0.67rem" in page
    assert look is not None
    assert own is not None
    assert [e.get(f"{W}noHBand") for e in (look, own)] == ["0", "1"]
    assert [int(e.get(f"{W}val") or "", 16) & 0x200 for e in (look, own)] == [0, 0x200]


@pytest.mark.parametrize(("room", "height"), [(None, 3.0 + 3.0), (Cells(10.0, 5.0, 12.0, 8.0), 10.0 + 12.0)])
def test_rows_of_the_pdf_are_as_high_as_their_words_and_the_room_in_cells(room: Cells | None, height: float) -> None:
    source = document(filled_table(4))
    data = render(source, "pdf", dataclasses.replace(DEFAULT_STYLE, cells=room)).value.data
    with pypdfium2.PdfDocument(data) as pdf:
        layer = pdf[0].get_textpage()
        words = layer.get_text_range()
        first, second = (layer.get_charbox(words.index(f"row {n}")) for n in (1, 2))
        layer.close()

    assert first[3] - second[3] == pytest.approx(DEFAULT_STYLE.text["table"].leading + height, abs=0.1)
    assert first[0] == pytest.approx(DEFAULT_STYLE.page.left_mm * 72 / 25.4 + (room.left if room else 0.0), abs=1.0)


def test_our_own_word_style_has_the_bands_of_a_style_file() -> None:
    palette = dataclasses.replace(DEFAULT_STYLE.palette, odd_fill="#eeeeee", even_fill="#dddddd")
    banded = dataclasses.replace(DEFAULT_STYLE, palette=palette)
    styles = part(render(document(filled_table(3)), "docx", banded).value.data, "word/styles.xml")
    bands = {e.get(f"{W}type"): e.find(f"{W}tcPr/{W}shd") for e in styles.iter(f"{W}tblStylePr")}

    assert {k: e.get(f"{W}fill") for k, e in bands.items() if e is not None} == {
        "band1Horz": "EEEEEE",
        "band2Horz": "DDDDDD",
    }


def test_a_finished_brief_can_be_a_house_file_and_leaves_no_manifest_behind() -> None:
    parts = open_word(house_brief("french.docx"), Place("finished.docx"), Report())
    assert parts is not None
    data = render(brief("public"), "docx", house_of(parts).style).value.data
    entries, texts = read_back(data)

    assert {entry.key for entry in entries} == set(texts)
    assert {anchor.key for anchor in brief("public").anchors} <= set(texts) | {""}
    assert faults_of(FORMATS["docx"], data) == []


def test_the_same_file_gives_the_same_bytes() -> None:
    assert house_brief("french.docx") == house_brief("french.docx")
