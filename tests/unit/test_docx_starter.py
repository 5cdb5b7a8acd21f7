"""The Word file that `briefgen style new` writes, as an editor changes it and briefs are put into it."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from briefgen.model.document import Align, Table
from briefgen.model.formats import FORMATS
from briefgen.model.looks.contrast import contrast
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.reading import faults_of
from briefgen.render import render, sample_house
from briefgen.render.pdf.objects.syntax import colour as colour_operands
from readers.document_words import words_of_inlines
from readers.docx import W, docx_words, part
from readers.pdf import page_streams
from samples import house_files
from samples.house_styles import DARK, HEAD_FILL, UNMARKED, WIDE, hard_heads, starter, starter_with_dark_heads, style_of
from samples.sample_document import cell, document
from samples.shipped_briefs import brief

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style


def without_memo(words: list[str], audience: str) -> list[str]:
    """The words but for the fields of the memo, which stand in the margin only where the headline is in the text."""
    said = " ".join(f"{entry.label} {words_of_inlines(entry.value)}" for entry in brief(audience).front.memo).split()
    at = next(place for place in range(len(words)) if words[place : place + len(said)] == said)
    return [*words[:at], *words[at + len(said) :]]


@pytest.mark.parametrize("audience", ["minister", "researcher"])
def test_a_brief_in_the_untouched_starter_is_sound_and_says_what_it_says_without_a_house_file(audience: str) -> None:
    plain = render(brief(audience), "docx", DEFAULT_STYLE).value.data
    housed = render(brief(audience), "docx", starter()).value.data

    has_cover_first = brief(audience).front.has_memo_line  # the title stands on the cover, above the memo line
    assert has_cover_first or without_memo(docx_words(housed), audience) == without_memo(docx_words(plain), audience)
    assert sorted(docx_words(housed)) == sorted(docx_words(plain))
    assert faults_of(FORMATS["docx"], housed) == []


def stories(data: bytes) -> dict[str, str]:
    """The words of every running head and foot."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if name.startswith(("word/header", "word/footer"))]
    return {name[5:-4]: "".join(t.text or "" for t in part(data, name).iter(f"{W}t")) for name in names}


def test_the_handling_mark_stands_at_head_and_foot_of_the_starter_once() -> None:
    found = stories(render(brief("minister"), "docx", starter()).value.data)
    none = stories(render(brief("public"), "docx", starter()).value.data)

    assert {name: words.count("OFFICIAL") for name, words in found.items()} == {"header1": 1, "footer1": 1}
    assert not any("OFFICIAL" in words or "HANDLING" in words for words in none.values())


@pytest.mark.parametrize(("changes", "count"), UNMARKED)
def test_a_head_or_foot_without_a_slot_or_a_page_without_either_has_the_handling_mark_all_the_same(
    changes: list[tuple[str, str, str]], count: int
) -> None:
    found = stories(render(brief("minister"), "docx", starter(*changes)).value.data)

    assert [words.count("OFFICIAL") for words in found.values()] == [1] * count


@pytest.mark.parametrize(
    ("ink", "colour"),
    [('<w:rPr><w:color w:val="FFE680"/></w:rPr>', "FFE680"), ("", "FFFFFF")],
    ids=["stated", "silent"],
)
def test_the_head_of_a_table_has_the_ink_that_its_table_style_states_in_every_format(ink: str, colour: str) -> None:
    style, source = starter_with_dark_heads(ink), hard_heads()
    head = next(part(render(source, "docx", style).value.data, "word/document.xml").iter(f"{W}tr"))
    inks = [run.find(f"{W}rPr/{W}color") for run in head.iter(f"{W}r")]
    page = render(source, "html", style).value.data.decode()
    pdf = page_streams(render(source, "pdf", style).value.data)

    assert f"{colour_operands(f'#{colour.lower()}')} rg" in pdf
    assert [None if e is None else e.get(f"{W}val") for e in inks] == [colour] * 5
    assert f"background:#{DARK};color:#{colour.lower()}" in page
    assert style.head_ink == f"#{colour.lower()}"
    assert contrast(f"#{colour}", f"#{DARK}") >= 7


def test_a_table_head_in_ink_leaves_its_colour_to_the_table_style() -> None:
    inked = {**DEFAULT_STYLE.text, "table_head": dataclasses.replace(DEFAULT_STYLE.text["table_head"], colour="ink")}
    styles = part(sample_house(dataclasses.replace(DEFAULT_STYLE, text=inked), "en-GB"), "word/styles.xml")
    head = next(e for e in styles.iter(f"{W}style") if e.get(f"{W}styleId") == "TableHead")

    assert head.find(f"{W}rPr/{W}sz") is not None
    assert head.find(f"{W}rPr/{W}color") is None


def stops(data: bytes, name: str) -> list[list[tuple[str, int]]]:
    """The tab stops that each paragraph of a part has itself."""
    paragraphs = part(data, name).iter(f"{W}p")
    return [
        [(tab.get(f"{W}val") or "", int(tab.get(f"{W}pos") or "0")) for tab in p.iterfind(f"{W}pPr/{W}tabs/{W}tab")]
        for p in paragraphs
    ]


_STOP = 9638


def test_the_running_head_and_foot_of_the_starter_end_with_the_text_whatever_its_margins() -> None:
    wide = render(brief("minister"), "docx", starter(*WIDE)).value.data
    same = render(brief("minister"), "docx", starter()).value.data
    width = 11906 - 2 * 2268

    for name in ("word/header1.xml", "word/footer1.xml"):
        assert stops(wide, name) == [[("right", width), ("clear", _STOP)]]
        assert stops(same, name) == [[]]


def test_tab_stops_that_an_editor_set_stay() -> None:
    own = '<w:tabs><w:tab w:val="right" w:pos="5000"/></w:tabs>'
    named = '<w:pStyle w:val="Header"/>'
    style = starter(*WIDE, ("word/header1.xml", named, named + own))
    centred = starter(
        *WIDE, ("word/styles.xml", f'w:pos="{_STOP}"/>', f'w:pos="{_STOP}"/><w:tab w:val="center" w:pos="4000"/>')
    )

    assert stops(render(brief("minister"), "docx", style).value.data, "word/header1.xml") == [[("right", 5000)]]
    assert stops(render(brief("minister"), "docx", centred).value.data, "word/header1.xml") == [[]]


def test_our_running_head_in_a_file_without_one_ends_with_its_text_whatever_its_header_style_says() -> None:
    tabs = '<w:tab w:val="center" w:pos="4536"/><w:tab w:val="right" w:pos="9072"/>'
    normal = house_files.style("paragraph", "Normal", "Normal", default=True)
    header = house_files.style("paragraph", "Kopf", "header", f"<w:pPr><w:tabs>{tabs}</w:tabs></w:pPr>")
    parts = {
        "document": house_files.document(house_files.paragraph("Old words")),
        "styles": f"<w:styles {house_files.W}>{normal}{header}</w:styles>",
        "settings": f"<w:settings {house_files.W}/>",
    }
    data = render(brief("minister"), "docx", style_of(house_files.package(parts))).value.data
    width = 12240 - 1417 - 1134

    assert stops(data, "word/header1.xml") == [[("clear", 4536), ("clear", 9072), ("right", width)]]
    assert stops(data, "word/footer1.xml") == [[]]


_BODY_SIZE = '<w:style w:type="paragraph" w:styleId="BodyText">'


def test_lists_and_boxes_of_the_starter_follow_its_body_text_in_every_format() -> None:
    with zipfile.ZipFile(io.BytesIO(sample_house(DEFAULT_STYLE, "en-GB"))) as package:
        styles = package.read("word/styles.xml").decode()
    body = styles[styles.index(_BODY_SIZE) :].split("</w:style>")[0]
    larger = body.replace('w:val="21"', 'w:val="23"').replace('w:line="300"', 'w:line="320"')
    was, now = starter().text, starter(("word/styles.xml", body, larger)).text

    assert {was[name].size for name in ("body", "list", "callout")} == {10.5}
    assert {(now[name].size, now[name].leading) for name in ("body", "list", "callout")} == {(11.5, 16.0)}
    assert [now[name].space_after for name in ("list", "callout")] == [3.75, 3.75]


def test_a_list_with_a_size_of_its_own_keeps_it() -> None:
    small = dataclasses.replace(DEFAULT_STYLE.text["list"], size=8.0)
    style = dataclasses.replace(DEFAULT_STYLE, text={**DEFAULT_STYLE.text, "list": small})
    read = style_of(sample_house(style, "en-GB"))

    assert (read.text["list"].size, read.text["callout"].size) == (8.0, 10.5)


_LEFT = '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="45"'
_HTML_LEFT = re.compile(r"th,td\{[^}]*padding:\S+ \S+ \S+ ([\d.]+)(?:rem)?;")


def left_rooms(style: Style) -> tuple[float, float, bool]:
    """What cells keep free at the left in the DOCX and in the web page, and whether words stand at the PDF's margin."""
    source = document(Table("t", (Align.START,) * 2, (cell("What"), cell("Which")), ((cell("word"), cell("two")),)))
    data = render(source, "docx", style).value.data
    own = part(data, "word/document.xml").find(f".//{W}tblPr/{W}tblCellMar/{W}left")
    brief_table = next(
        e for e in part(data, "word/styles.xml").iter(f"{W}style") if e.get(f"{W}styleId") == "BriefTable"
    )
    left = brief_table.find(f"{W}tblPr/{W}tblCellMar/{W}left") if own is None else own
    assert left is not None
    page = _HTML_LEFT.search(render(source, "html", style).value.data.decode())
    assert page is not None
    with pypdfium2.PdfDocument(render(source, "pdf", style).value.data) as pdf:
        layer = pdf[0].get_textpage()
        start = layer.get_charbox(layer.get_text_range().index("What"))[0]
        layer.close()
    return int(left.get(f"{W}w") or "0") / 20, float(page[1]), start - style.page.left_mm * 72 / 25.4 > 3


def test_words_in_cells_keep_clear_of_the_edge_of_a_ground_in_every_format() -> None:
    wider = _LEFT.replace('w:w="0"', 'w:w="200"')
    plain, filled, stated = starter(), starter(HEAD_FILL), starter(HEAD_FILL, ("word/styles.xml", _LEFT, wider))
    banded = dataclasses.replace(DEFAULT_STYLE, palette=dataclasses.replace(DEFAULT_STYLE.palette, odd_fill="#eeeeee"))

    assert left_rooms(plain) == (0.0, 0.0, False)
    assert left_rooms(filled) == (4.0, 0.44, True)
    assert left_rooms(stated) == (10.0, 1.11, True)
    assert left_rooms(banded)[:2] == (4.0, 0.4)
