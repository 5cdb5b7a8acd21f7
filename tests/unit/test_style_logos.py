"""Logos that a style file names: where they stand in each format, and what keeps one from being shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from briefgen.diagnostics import Report, print_short
from briefgen.load import load
from briefgen.load.nodes.yaml_nodes import parse_yaml
from briefgen.load.styles.house_yaml import read_style
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.reading import faults_of
from briefgen.render import render
from briefgen.world import Memory
from readers.docx import W, part, style_of
from readers.pdf import box_of
from samples.composing import BASE
from samples.house_files import picture
from samples.house_styles import WITHOUT_MARGIN
from samples.pictures import jpeg, png
from samples.shipped_briefs import brief

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style

BLUE, GOLD = (0x0B, 0x4F, 0x6C), (0xB8, 0x86, 0x0B)
FILES = {
    "templates/pictures/arms.png": picture(size=(300, 100), colour="#0b4f6c"),
    "templates/pictures/sign.png": picture(size=(100, 100), colour="#b8860b"),
    "templates/pictures/photo.jpg": jpeg(),
    "templates/pictures/wide.png": png(2000, 20),
    "templates/pictures/strip.png": png(900, 100),
    "templates/pictures/broken.png": b"\x89PNG\r\n\x1a\nno more",
    "templates/pictures/arms.svg": b"<svg/>",
}
ARMS = "{file: arms.png, alt: Arms of the house, height_mm: 15}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def read(logos: str) -> tuple[Style, list[str]]:
    """The style of a file with these logos, and what is told."""
    report = Report()
    world = Memory(FILES)
    style = read_style(parse_yaml(f"logos:\n{logos}\n", "house.yaml", report), world, report)
    return style, [print_short(d) for d in report.diagnostics]


def sound(*logos: str) -> Style:
    style, told = read("\n".join(f"  - {logo}" for logo in logos))
    assert told == []
    return style


@pytest.mark.parametrize(
    ("logo", "x"),
    [
        (ARMS, 18),
        ("{file: arms.png, alt: Arms, height_mm: 15, side: left}", 18),
        ("{file: arms.png, alt: Arms, height_mm: 15, side: centre}", 18 + (176 - 45) / 2),
        ("{file: arms.png, alt: Arms, height_mm: 15, side: right}", 210 - 16 - 45),
    ],
)
def test_a_logo_stands_between_the_outer_margins_as_high_as_it_is_asked(logo: str, x: float) -> None:
    (found,) = sound(logo).logos

    assert (found.x / 72 * 25.4, found.width / 72 * 25.4, found.height / 72 * 25.4) == pytest.approx((x, 45, 15))
    assert (found.on_first, found.on_others, found.kind) == (True, False, "PNG")
    data = render(brief("minister"), "pdf", sound(logo)).value.data
    box = box_of(data, 0, BLUE)
    assert box is not None
    assert box[0] == pytest.approx(found.x, abs=1.5)
    assert box_of(data, 1, BLUE) is None


@pytest.mark.parametrize(
    ("pages", "shown"), [("first", (True, False)), ("others", (False, True)), ("all", (True, True))]
)
def test_pages_say_which_show_it_in_pdf_and_word(pages: str, shown: tuple[bool, bool]) -> None:
    style = sound(f"{{file: arms.png, alt: Arms of the house, height_mm: 15, pages: {pages}}}")
    pdf = render(brief("minister"), "pdf", style).value.data
    docx = render(brief("minister"), "docx", style).value.data
    section = next(part(docx, "word/document.xml").iter(f"{W}sectPr"))
    kinds = [ref.get(f"{W}type") for ref in section.iter(f"{W}headerReference")]

    assert (box_of(pdf, 0, BLUE) is not None, box_of(pdf, 1, BLUE) is not None) == shown
    assert kinds == (["default"] if pages == "all" else ["default", "first"])
    assert (section.find(f"{W}titlePg") is not None) == (pages != "all")
    assert faults_of(FORMATS["docx"], docx) == []
    described = [
        said.get("descr") for name in ("header1", "header2")[: len(kinds)]
        for said in part(docx, f"word/{name}.xml").iter(f"{WP}docPr")
    ]  # fmt: skip
    assert described == ["Arms of the house"]


def test_text_of_the_first_page_begins_below_its_logos_and_that_of_others_where_it_did() -> None:
    style = sound("{file: arms.png, alt: Arms, height_mm: 40}")
    (logo,) = style.logos
    tops = []
    with pypdfium2.PdfDocument(render(brief("minister"), "pdf", style).value.data) as pdf:
        for page in pdf:
            layer = page.get_textpage()
            words, height = layer.get_text_range(), page.get_height()
            tops.append(min(height - layer.get_charbox(i)[3] for i, c in enumerate(words) if not c.isspace()))
            layer.close()

    assert style.page == DEFAULT_STYLE.page
    assert tops[0] > logo.bottom
    assert tops[1] < logo.bottom


def test_a_logo_of_further_pages_moves_their_text_down() -> None:
    assert sound("{file: arms.png, alt: Arms, height_mm: 40, pages: all}").page.top_mm > 47
    assert sound("{file: arms.png, alt: Arms, height_mm: 5, pages: all}").page.top_mm == DEFAULT_STYLE.page.top_mm


@pytest.mark.parametrize("margin", [True, False])
def test_in_word_logos_stand_where_the_pdf_has_them_over_a_line_as_high_as_they_are(margin: bool) -> None:  # noqa: FBT001
    style = sound(ARMS, "{file: sign.png, alt: Sign, side: right, pages: all}")
    page = style.page if margin else WITHOUT_MARGIN.page
    style = type(style)(page, style.palette, style.families, style.text, logos=style.logos)
    docx = render(brief("minister"), "docx", style).value.data
    first = part(docx, "word/header2.xml")
    places = [
        tuple(int(offset.text or 0) / 12700 for offset in one.iter(f"{WP}posOffset"))
        for one in first.iter(f"{WP}anchor")
    ]
    sheet = {s.get(f"{W}styleId"): s for s in part(docx, "word/styles.xml").iter(f"{W}style")}
    line = sheet["Letterhead"].find(f"{W}pPr/{W}spacing")

    assert places == [pytest.approx((logo.x, logo.y), abs=0.1) for logo in style.logos]
    assert style_of(next(first.iter(f"{W}p"))) == "Letterhead"
    assert int(line.get(f"{W}line") or 0) / 20 + 20 > max(logo.bottom for logo in style.logos)
    assert faults_of(FORMATS["docx"], docx) == []


def test_a_web_page_shows_those_of_the_first_page_with_their_words() -> None:
    style = sound(ARMS, "{file: sign.png, alt: Sign of the desk, side: right, pages: others}")
    page = render(brief("minister"), "html", style).value.data.decode()

    assert page.count("<img ") == 1
    assert 'alt="Arms of the house"' in page


def test_a_style_without_logos_has_no_styles_for_them() -> None:
    docx = render(brief("minister"), "docx", DEFAULT_STYLE).value.data
    keys = {s.get(f"{W}styleId") for s in part(docx, "word/styles.xml").iter(f"{W}style")}

    assert not keys & {"Letterhead", "LetterheadRunning", "HeaderUnderLogos"}


@pytest.mark.parametrize("name", ["pdf", "docx", "html"])
def test_the_same_logos_give_the_same_bytes(name: str) -> None:
    one, other = (render(brief("public"), name, sound(ARMS)).value.data for _ in range(2))

    assert one == other


@pytest.mark.parametrize(
    ("logos", "message"),
    [
        ("  - {file: arm.png, alt: Arms}", "house.yaml:2:12: error[BG162] there is no arm.png in templates/pictures/"),
        ("  - {file: Arms.png, alt: Arms}", "house.yaml:2:12: error[BG162] there is no Arms.png"),
        ("  - {file: ../arms.png, alt: Arms}", "house.yaml:2:12: error[BG162] there is no ../arms.png"),
        ("  - {file: /etc/passwd, alt: Arms}", "house.yaml:2:12: error[BG162] there is no /etc/passwd"),
        ("  - {file: arms.svg, alt: Arms}", "house.yaml:2:12: error[BG162] the logo arms.svg is no PNG or JPEG"),
        ("  - {file: broken.png, alt: Arms}", "templates/pictures/broken.png: error[BG139]"),
        ("  - {file: arms.png}", "house.yaml:2:5: error[BG107] a logo needs 'alt'"),
        ("  - {file: arms.png, alt: ''}", "house.yaml:2:22: error[BG107] a logo needs 'alt'"),
        ("  - {alt: Arms}", "house.yaml:2:5: error[BG107] a logo needs 'file'"),
        ("  - {file: arms.png, alt: Arms, height_mm: 4}", "house.yaml:2:44: error[BG117] '4': not a number from 5"),
        ("  - {file: arms.png, alt: Arms, height_mm: 900}", "house.yaml:2:44: error[BG117] '900'"),
        ("  - {file: arms.png, alt: Arms, side: top}", "house.yaml:2:39: error[BG109] 'top'"),
        ("  - {file: arms.png, alt: Arms, pages: last}", "house.yaml:2:40: error[BG109] 'last'"),
        ("  - {file: arms.png, alt: Arms, width: 9}", "house.yaml:2:33: error[BG106] a logo has no field 'width'"),
        ("  - {file: wide.png, alt: Arms}", "house.yaml:2:12: error[BG162] the logo wide.png is 1200 mm wide"),
        (
            "  - {file: strip.png, alt: Arms, height_mm: 30}",
            "house.yaml:2:45: error[BG162] the logo strip.png is 270 mm wide at this height: the page has 176",
        ),
        (
            "  - {file: arms.png, alt: Arms}\n  - {file: sign.png, alt: Sign}",
            "house.yaml:3:12: error[BG162] the logo sign.png would stand on another one",
        ),
        (
            "  - {file: arms.png, alt: Arms, side: right}\n  - {file: sign.png, alt: Sign, side: right, pages: all}",
            "house.yaml:3:39: error[BG162] the logo sign.png would stand on another one",
        ),
        (
            "\n".join("  - {file: sign.png, alt: Sign}" for _ in range(5)),
            "house.yaml:6:12: error[BG162] 5 logos are named: a page has 4 at most",
        ),
        ("  arms.png", "house.yaml:2:3: error[BG108] a logo is"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_told_at_its_place(logos: str, message: str) -> None:
    _, told = read(logos)

    assert [line for line in told if line.startswith(message)], told


@pytest.mark.parametrize(
    "logos",
    [
        "  - {file: arms.png, alt: A}\n  - {file: sign.png, alt: B, side: right}",
        "  - {file: arms.png, alt: A}\n  - {file: sign.png, alt: B, pages: others}",
        "  - {file: photo.jpg, alt: B, side: centre}\n  - {file: sign.png, alt: C, side: right}",
        "  {file: arms.png, alt: A}",
        "  - {file: strip.png, alt: A, height_mm: 19.5}",
    ],
)
def test_logos_that_leave_each_other_room_are_sound(logos: str) -> None:
    style, told = read(logos)

    assert told == []
    assert style.logos


def test_a_broken_picture_is_told_once_in_a_workspace() -> None:
    files = {
        **{path: text.encode() for path, text in BASE.items()},
        **{path: data for path, data in FILES.items() if "broken" in path},
        "templates/sections/one.md.j2": b"x\n",
        "templates/styles/house.yaml": b"logos: [{file: broken.png, alt: Arms}]\n",
    }
    told = [d for d in load(Memory(files)).diagnostics if d.severity == "error"]

    assert [d.code for d in told] == ["BG139"]
