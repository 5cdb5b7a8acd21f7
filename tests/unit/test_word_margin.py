"""Notes in the margin of a team's own Word file: its style and its page say where, and each fault is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from briefgen.diagnostics import Place, Report
from briefgen.load.word.opc_package import open_word
from briefgen.load.word.word_house_style import house_of, tell
from briefgen.model.document import Heading, KeyFigure, KeyFigures, MarginNote, Paragraph, Row
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.pipeline.house_trial import unfit
from briefgen.render import render, sample_house
from briefgen.render.docx.house.tab_stops import fit_tab_stops
from readers.docx import W, part, style_of
from samples.house_files import W as DECLARED
from samples.house_files import document as word_document
from samples.house_files import looks, package, paragraph, style
from samples.sample_document import document, text

if TYPE_CHECKING:
    from briefgen.load.word.word_house_style import HouseReading

PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1400" w:right="{right}" w:bottom="1400" w:left="1134" '
    'w:header="709" w:footer="709" w:gutter="0"/>'
)
FIGURES = KeyFigures((KeyFigure(text("> 80"), text("documents"), text("by 2021")),))
NOTED = Row(
    (Heading(1, text("Trade"), "trade"), Paragraph(text("First."))),
    (MarginNote((), (Paragraph(text("Of the first.")), FIGURES), 1),),
)
WIDE = 3855
"""A right page margin of 68 mm, in twentieths of a point."""


def house_file(right: int = WIDE, frame: str | None = "", *, borders: str = "") -> bytes:
    """A file with a right margin; `frame` are attributes of the frame of its notes, None for no style of notes."""
    framed = f"<w:framePr {frame}/>" if frame else ""
    notes = style("paragraph", "Randnotiz", "margin note", f"<w:pPr>{framed}{borders}</w:pPr>", custom=True)
    sheet = style("paragraph", "Standard", "Normal", looks("Calibri", 11), default=True)
    sheet += notes if frame is not None else ""
    parts = {
        "document": word_document(paragraph("Old words"), PAGE.format(right=right)),
        "styles": f"<w:styles {DECLARED}>{sheet}</w:styles>",
    }
    return package(parts)


def reading(data: bytes) -> tuple[HouseReading, Report]:
    report = Report()
    parts = open_word(data, Place("house.docx"), report)
    assert parts is not None
    made = house_of(parts)
    tell(made, Place("house.docx"), report)
    return made, report


@pytest.mark.parametrize(
    ("right", "frame", "expected"),
    [
        (WIDE, 'w:w="2608" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="8391" w:y="1"', (46, 6, 16)),
        (WIDE, 'w:w="2608" w:hAnchor="margin" w:x="7257"', (46, 6, 16)),
        (WIDE, 'w:w="2608" w:x="7257"', (46, 6, 16)),
        (WIDE, 'w:w="2608" w:hAnchor="page" w:xAlign="right"', (46, 22, 0)),
        (WIDE, 'w:w="46mm" w:hAnchor="page" w:x="148mm"', (46, 6, 16)),
        (WIDE, 'w:hAnchor="page" w:x="8391"', (46, 6, 16)),
        (WIDE, 'w:w="2268" w:hAnchor="page" w:x="8165"', (40, 2, 26)),
        (WIDE, "", (46, 6, 16)),
        (3402, "", (38, 6, 16)),
        (2665, "", (30, 6, 11)),
        (6800, "", (80, 6, 34)),
    ],
)
def test_the_frame_says_where_notes_stand_or_else_the_page_margin(
    right: int, frame: str, expected: tuple[int, int, int]
) -> None:
    house, report = reading(house_file(right, frame))
    page = house.style.page

    assert tuple(round(mm) for mm in (page.margin_mm, page.gutter_mm, page.right_mm)) == expected
    assert round(page.beside_mm + page.right_mm) == round(right / 20 * 25.4 / 72)
    assert house.notes.startswith(f"in the margin, {page.margin_mm:.1f} mm wide")
    assert not [d for d in report.diagnostics if d.code == "BG161"]


@pytest.mark.parametrize(
    ("right", "frame", "why"),
    [
        (WIDE, 'w:w="2608" w:hAnchor="page" w:x="5000"', "does not stand in the right margin"),
        (WIDE, 'w:w="2608" w:hAnchor="page" w:x="200"', "does not stand in the right margin"),
        (WIDE, 'w:w="2608" w:hAnchor="margin" w:xAlign="right"', "does not stand in the right margin"),
        (WIDE, 'w:w="2608" w:hAnchor="page" w:xAlign="left"', "does not stand in the right margin"),
        (WIDE, 'w:w="2608" w:hAnchor="page" w:xAlign="center"', "does not stand in the right margin"),
        (WIDE, 'w:w="2608"', "does not stand in the right margin"),
        (WIDE, 'w:w="2608" w:hAnchor="page" w:x="9800"', "reaches over the edge of the paper"),
        (WIDE, 'w:w="1100" w:hAnchor="page" w:x="8391"', "of 19.4 mm is narrower than 30 mm"),
        (1134, 'w:w="2608" w:hAnchor="page" w:x="8391"', "does not stand in the right margin"),
        (1134, "", "right page margin of 20.0 mm is less than 46 mm"),
        (2600, "", "right page margin of 45.9 mm is less than 46 mm"),
        (1134, 'w:hAnchor="page" w:x="8391"', "narrower than 30 mm"),
    ],
)
def test_a_margin_that_is_asked_for_and_not_there_is_told_and_notes_follow_their_section(
    right: int, frame: str, why: str
) -> None:
    house, report = reading(house_file(right, frame))
    told = [d for d in report.diagnostics if d.code == "BG161"]

    assert house.style.page.margin_mm == 0
    assert house.style.page.right_mm == pytest.approx(right / 20 * 25.4 / 72, abs=0.01)
    assert len(told) == 1
    assert why in told[0].message
    assert "Notes in the margin" in (told[0].hint or "")


@pytest.mark.parametrize("right", [1134, WIDE, 6000])
def test_a_file_without_the_style_has_its_notes_behind_their_section_and_nothing_is_told(right: int) -> None:
    house, report = reading(house_file(right, None))

    assert house.style.page.margin_mm == 0
    assert house.notes == "behind their section: there is no style Margin Note"
    assert not [d for d in report.diagnostics if d.code == "BG161"]


def test_a_brief_in_such_a_file_has_framed_notes_of_the_files_own_style() -> None:
    house, _ = reading(house_file(frame='w:w="2608" w:hAnchor="page" w:x="8391"'))
    xml = part(render(document(NOTED), "docx", house.style).value.data, "word/document.xml")
    framed = {style_of(p): p.find(f"{W}pPr/{W}framePr") for p in xml.iter(f"{W}p")}
    frames = {(f.get(f"{W}x"), f.get(f"{W}w")) for f in framed.values() if f is not None}

    assert frames == {("8391", "2608")}
    assert {key for key, frame in framed.items() if frame is not None} == {"Randnotiz", "FigureNumber", "FigureLabel"}
    assert unfit(house.style) is None


@pytest.mark.parametrize(
    ("borders", "expected"),
    [("", []), ('<w:pBdr><w:left w:val="single" w:sz="8" w:space="4" w:color="006B5E"/></w:pBdr>', ["left"])],
)
def test_our_other_styles_of_the_margin_take_the_borders_of_the_files_own(borders: str, expected: list[str]) -> None:
    house, _ = reading(house_file(borders=borders))
    sheet = part(render(document(NOTED), "docx", house.style).value.data, "word/styles.xml")
    own = {s.get(f"{W}styleId"): s for s in sheet.iter(f"{W}style")}

    for key in ("Randnotiz", "FigureNumber", "FigureLabel"):
        edges = own[key].find(f"{W}pPr/{W}pBdr")
        assert [etree.QName(edge).localname for edge in (() if edges is None else edges)] == expected


def test_a_file_without_a_running_head_gets_one_that_reaches_to_the_outer_edge_of_the_notes() -> None:
    house, _ = reading(house_file())
    data = render(document(NOTED), "docx", house.style).value.data
    for story in ("header1", "footer1"):
        first, second = part(data, f"word/{story}.xml").iter(f"{W}p")
        frame = first.find(f"{W}pPr/{W}framePr")
        end = int(frame.get(f"{W}x") or 0) + int(frame.get(f"{W}w") or 0)

        assert end == pytest.approx(11906 - 16 / 25.4 * 1440, abs=3)
        assert second.find(f"{W}pPr/{W}framePr") is None
        assert next(second.iter(f"{W}tab"), None) is None


@pytest.mark.parametrize(
    "style_of_page", [DEFAULT_STYLE, replace(DEFAULT_STYLE, page=replace(DEFAULT_STYLE.page, width_mm=215.9))]
)
def test_a_file_to_start_from_has_the_margin_of_the_shipped_page(style_of_page: object) -> None:
    assert isinstance(style_of_page, type(DEFAULT_STYLE))
    house, report = reading(sample_house(style_of_page, "en-GB"))
    made, wanted = house.style.page, style_of_page.page

    assert (made.margin_mm, made.gutter_mm, made.right_mm) == pytest.approx(
        (wanted.margin_mm, wanted.gutter_mm, wanted.right_mm), abs=0.05
    )
    assert not [d for d in report.diagnostics if d.code == "BG161"]


@pytest.mark.parametrize(
    ("indent", "end"),
    [("", 7000), ('w:right="-2948"', 9948), ('w:end="-500"', 7500), ('w:right="300"', 6700), ('w:right="wide"', 7000)],
)
def test_a_running_line_that_reaches_over_the_margin_has_its_stop_at_its_own_end(indent: str, end: int) -> None:
    sheet = etree.fromstring(
        f'<w:styles {DECLARED}><w:style w:type="paragraph" w:styleId="H"><w:name w:val="header"/><w:pPr>'
        f'<w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs><w:ind {indent}/></w:pPr></w:style></w:styles>'
    )
    from docx.oxml import parse_xml

    tag = '<w:sdtPr><w:tag w:val="briefgen:date"/></w:sdtPr>'
    slot = f"<w:sdt>{tag}<w:sdtContent><w:r><w:tab/></w:r></w:sdtContent></w:sdt>"
    story = parse_xml(f'<w:hdr {DECLARED}><w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>{slot}</w:p></w:hdr>')
    fit_tab_stops(story, sheet, 7000)

    assert [(t.get(f"{W}val"), t.get(f"{W}pos")) for t in story.iterfind(f".//{W}tabs/{W}tab")] == sorted(
        [("right", str(end)), ("clear", "9000")], key=lambda stop: int(stop[1])
    )
