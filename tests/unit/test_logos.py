"""The pictures of a house file's head stand in PDF and page as in the DOCX; what cannot is told."""

from __future__ import annotations

import base64
import io
import re
import struct
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from briefgen.diagnostics import Place, Report
from briefgen.load.word.picture_pixels import PictureError, pixels_of
from briefgen.load.word.word_house_style import describe_house
from briefgen.reading.markup import texts_of_markup
from briefgen.render import render
from briefgen.world import Memory
from readers.document_words import document_words
from readers.pdf import box_of, structure_words
from samples.house_files import PINK, drawing, headed, letterhead, paragraph, picture, text_box
from samples.house_styles import read_house
from samples.shipped_briefs import brief

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style


LEFT, RIGHT, TOP = 1417 / 20, (12240 - 1134) / 20, 709 / 20
"""The text's edges and where the head begins in the test's page, in points."""


def pdf_of(style: Style) -> bytes:
    return render(brief("minister"), "pdf", style).value.data


# ---------------------------------------------------------------- where they stand


def test_a_picture_in_the_line_stands_where_its_paragraph_does_on_every_page_of_the_pdf() -> None:
    style = read_house(letterhead()).style
    (logo,) = style.logos
    data = pdf_of(style)

    assert (logo.kind, logo.alt, logo.on_first, logo.on_others) == ("PNG", "Arms of the ministry", True, True)
    assert (logo.x, logo.y, logo.width, logo.height) == pytest.approx((LEFT, TOP, 120.0, 40.0), abs=0.1)
    for page in (0, 1):
        assert box_of(data, page, PINK) == pytest.approx((LEFT, TOP, LEFT + 120, TOP + 40), abs=0.6)


@pytest.mark.parametrize(
    ("lead", "x"),
    [
        ('<w:pPr><w:jc w:val="right"/></w:pPr>', RIGHT - 120),
        ('<w:pPr><w:jc w:val="center"/></w:pPr>', (LEFT + RIGHT) / 2 - 60),
        ("<w:r><w:tab/></w:r><w:r><w:tab/></w:r>", RIGHT - 120),
        ("<w:r><w:tab/></w:r>", (LEFT + RIGHT) / 2 - 60),
    ],
)
def test_paragraphs_and_tabs_say_where(lead: str, x: float) -> None:
    style = read_house(headed(f"<w:p>{lead}{drawing('arms', 120, 40)}</w:p>", {"arms.png": picture()})).style

    assert style.logos[0].x == pytest.approx(x, abs=0.1)
    assert style.logos[0].alt == ""


def test_a_picture_in_a_cell_stands_in_it_and_lines_above_push_it_down() -> None:
    cell = "<w:tc><w:tcPr/>{}</w:tc>"
    right = f'<w:p><w:pPr><w:jc w:val="end"/></w:pPr>{drawing("arms", 60, 20)}</w:p>'
    grid = '<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    table = f"<w:tbl><w:tblPr/>{grid}<w:tr>{cell.format('<w:p/>')}{cell.format(right)}</w:tr></w:tbl><w:p/>"
    (in_cell,) = read_house(headed(table, {"arms.png": picture()})).style.logos
    (below,) = read_house(
        headed(paragraph("Words") + f"<w:p>{drawing('arms', 60, 20)}</w:p>", {"arms.png": picture()})
    ).style.logos

    assert in_cell.x == pytest.approx(LEFT + 350 - 60, abs=0.1)
    assert below.y > TOP + 10


@pytest.mark.parametrize(
    ("across", "down", "place"),
    [
        ('<wp:positionH relativeFrom="page"><wp:posOffset>254000</wp:posOffset></wp:positionH>',
         '<wp:positionV relativeFrom="page"><wp:posOffset>381000</wp:posOffset></wp:positionV>', (20.0, 30.0)),
        ('<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>',
         '<wp:positionV relativeFrom="topMargin"><wp:align>center</wp:align></wp:positionV>',
         (RIGHT - 120, 1700 / 40 - 20)),
        ('<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>',
         '<wp:positionV relativeFrom="paragraph"><wp:posOffset>127000</wp:posOffset></wp:positionV>',
         ((LEFT + RIGHT) / 2 - 60, TOP + 10)),
        ('<wp:positionH relativeFrom="page"><wp:posOffset>-99999999</wp:posOffset></wp:positionH>',
         '<wp:positionV relativeFrom="page"><wp:posOffset>nonsense</wp:posOffset></wp:positionV>', (0.0, 0.0)),
    ],
)  # fmt: skip
def test_an_anchored_picture_stands_where_it_says(across: str, down: str, place: tuple[float, float]) -> None:
    head = f"<w:p>{drawing('arms', 120, 40, anchor=across + down)}</w:p>"
    (logo,) = read_house(headed(head, {"arms.png": picture()})).style.logos

    assert (logo.x, logo.y) == pytest.approx(place, abs=0.2)


def test_text_begins_below_the_lowest_of_several_pictures() -> None:
    head = f"<w:p>{drawing('arms', 30, 30)}</w:p><w:p>{drawing('sign', 60, 60)}</w:p>"
    style = read_house(headed(head, {"arms.png": picture(), "sign.png": picture(colour="#b8860b")})).style

    assert len(style.logos) == 2
    ends = [logo.bottom for logo in style.logos]
    assert style.logos_end(on_first=True) == max(ends) > min(ends)
    assert replace(style, logos=()).logos_end(on_first=True) == 0


def test_a_first_page_of_its_own_has_its_own_picture() -> None:
    first = f"<w:p>{drawing('arms', 120, 40)}</w:p>"
    style = read_house(headed(paragraph("Words"), {"arms.png": picture()}, first)).style
    both = read_house(headed(f"<w:p>{drawing('sign', 30, 30)}</w:p>", {"arms.png": picture(),
                "sign.png": picture(colour="#b8860b")}, first)).style  # fmt: skip
    data = pdf_of(both)

    assert [(logo.on_first, logo.on_others) for logo in style.logos] == [(True, False)]
    assert box_of(pdf_of(style), 1, PINK) is None
    assert (box_of(data, 0, PINK) is None, box_of(data, 1, PINK) is None) == (False, True)
    assert render(brief("public"), "html", both).value.data.count(b"<img ") == 1


def test_words_keep_clear_of_a_tall_picture() -> None:
    style = read_house(headed(f"<w:p>{drawing('arms', 120, 110)}</w:p>", {"arms.png": picture(size=(240, 220))})).style
    with pypdfium2.PdfDocument(pdf_of(style)) as pdf:
        layer = pdf[0].get_textpage()
        words, height = layer.get_text_range(), pdf[0].get_height()
        tops = [height - layer.get_charbox(i)[3] for i, c in enumerate(words) if not c.isspace()]
        layer.close()

    assert style.page.top_mm > 1700 / 1440 * 25.4
    assert min(tops) > TOP + 110


# ---------------------------------------------------------------- what the files are


def test_the_structure_of_the_pdf_says_the_words_alone_and_holds_the_picture_once() -> None:
    data = pdf_of(read_house(letterhead()).style)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        images = {page.Resources.XObject.Logo1.objgen for page in pdf.pages}
        streams = [page.Contents.read_bytes() for page in pdf.pages]

    assert structure_words(data) == document_words(brief("minister"))
    assert len(images) == 1
    assert all(
        re.search(rb"/Artifact<</Type/Pagination/Subtype/Header[^>]*>>BDC q [^Q]*/Logo1 Do Q EMC", s) for s in streams
    )


def test_the_page_holds_the_picture_with_its_words_and_the_gate_does_not_read_pixels() -> None:
    style = read_house(letterhead()).style
    page = render(brief("minister"), "html", style).value.data
    found = re.search(rb'<img src="data:image/png;base64,([^"]+)" alt="([^"]*)" width="(\d+)" height="(\d+)">', page)

    assert found is not None
    assert Image.open(io.BytesIO(base64.b64decode(found[1]))).size == (240, 80)
    assert found.groups()[1:] == (b"Arms of the ministry", b"160", b"53")
    assert found[1].decode() not in texts_of_markup(page)
    assert "Arms of the ministry" in texts_of_markup(page)


# ---------------------------------------------------------------- what is not shown

EMF = b"\x01\x00\x00\x00" + bytes(96)


@pytest.mark.parametrize(
    ("head", "media", "said"),
    [
        (f"<w:p>{drawing('arms', 120, 40)}</w:p>", {"arms.emf": EMF}, "header1.xml: a picture that is EMF"),
        (f"<w:p>{drawing('arms', 120, 40)}</w:p>", {"arms.svg": b"<svg/>"}, "header1.xml: a picture that is SVG"),
        (
            f"<w:p>{drawing('arms', 120, 40)}</w:p>",
            {"arms.png": picture()[:90]},
            "a PNG or JPEG that is broken or cut off",
        ),
        (f"<w:p>{drawing('gone', 120, 40)}</w:p>", {}, "no PNG or JPEG that can be read"),
        (f"<w:p>{drawing('arms', 120, 600)}</w:p>", {"arms.png": picture()}, "reaches out of the head"),
        (f"<w:p>{text_box()}</w:p>", {}, "header1.xml: a text box or shape"),
        ("<w:p><w:r><w:pict/></w:r></w:p>", {}, "old form"),
    ],
)
def test_what_cannot_be_shown_is_told_with_the_next_step(head: str, media: dict[str, bytes], said: str) -> None:
    report = Report()
    world = Memory({"house.docx": headed(head, media)})
    reading = describe_house(world, "house.docx", Place("house.docx"), report)
    told = [d for d in report.diagnostics if d.code == "BG145"]

    assert reading is not None
    assert reading.style.logos == ()
    assert [said in d.message for d in told] == [True]
    assert all(d.hint for d in told)
    assert said in reading.unread[0]


def bomb(width: int, height: int) -> bytes:
    """A small PNG that says it is huge."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(5000, 5000), (60_000, 60_000)])
def test_a_picture_that_unpacks_to_too_much_is_not_opened(size: tuple[int, int]) -> None:
    with pytest.raises(PictureError):
        pixels_of(bomb(*size), (100, 100))
    with pytest.raises(PictureError, match="larger than"):
        pixels_of(bytes(9 << 20), (100, 100))


def test_pixels_are_cut_and_thinned_and_carry_nothing_else() -> None:
    wide = Image.new("RGBA", (2000, 1000), (0, 0, 0, 0))
    wide.paste((*PINK, 255), (0, 0, 1000, 1000))
    out = io.BytesIO()
    wide.save(out, "PNG")
    crop = '<a:srcRect l="50000"/>'
    head = f"<w:p>{drawing('arms', 120, 60, crop=crop)}</w:p>"
    (logo,) = read_house(headed(head, {"arms.png": out.getvalue()})).style.logos
    with Image.open(io.BytesIO(logo.png)) as shown:
        assert (shown.mode, shown.getpixel((5, 5))) == ("RGB", (255, 255, 255))
        assert max(shown.size) <= 500
    png, kind = pixels_of(picture("JPEG"), (120, 40))

    assert kind == "JPEG"
    assert b"eXIf" not in png
