"""Contents, watermark and handling line in every format."""

from __future__ import annotations

import io
import re
import zipfile

import pikepdf
import pypdfium2
import pytest

from briefgen.load import load
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import render
from briefgen.world import Memory
from readers.docx import W, faults, part
from readers.html import page
from readers.md import md_running
from readers.pdf import pdf_faults, shown, structure
from samples.composing import BASE
from samples.feature_documents import CONTENTS, CONTENTS_TITLES


def _written(name: str) -> bytes:
    return render(CONTENTS, name, DEFAULT_STYLE).value.data


def test_the_contents_of_a_pdf_name_the_page_that_each_heading_is_on() -> None:
    data = _written("pdf")
    items = [element for element in structure(data).walk() if element.kind == "TOCI"]
    texts = ("".join(c if isinstance(c, str) else c.text() for c in item.children) for item in items)
    entries = [" ".join(words.split()) for words in texts]
    with pypdfium2.PdfDocument(data) as pdf:
        pages = [p.get_textpage().get_text_range().split("\n") for p in pdf]
    found = {}
    for number, lines in enumerate(pages, 1):
        found.update({line.strip(): number for line in lines if line.strip() in CONTENTS_TITLES})
    assert entries == [f"{title} {found[title]}" for title in CONTENTS_TITLES]
    assert len(set(found.values())) > 2


def test_each_entry_of_a_pdf_is_one_link_to_its_heading() -> None:
    data = _written("pdf")
    root = structure(data)
    (contents,) = (e for e in root.children if not isinstance(e, str) and e.kind == "TOC")
    links = [e for e in contents.walk() if e.kind == "Link"]
    assert [link.annotations for link in links] == [1] * len(CONTENTS_TITLES)
    assert {e.kind for e in contents.walk()} == {"TOC", "TOCI", "Reference", "Link"}


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_pdf_with_contents_and_watermark_conforms(profile: str) -> None:
    assert pdf_faults(_written("pdf"), profile) == []


def test_the_watermark_of_a_pdf_is_on_each_page_and_no_text() -> None:
    with pikepdf.open(io.BytesIO(_written("pdf"))) as pdf:
        for pdf_page in pdf.pages:
            content = pdf_page.obj.Contents.read_bytes()
            assert content.startswith(b"/Artifact<</Type/Pagination/Subtype/Watermark>>BDC")
            assert "DRAFT" not in "".join(piece.text for piece in shown(pdf_page))


def _light(value: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(value[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("ground", ["#ffffff", DEFAULT_STYLE.palette.tint])
@pytest.mark.parametrize("name", ["ink", "muted", "accent", "caution"])
def test_text_keeps_its_contrast_on_paper_boxes_and_the_watermark(name: str, ground: str) -> None:
    assert (_light(ground) + 0.05) / (_light(DEFAULT_STYLE.colour(name)) + 0.05) >= 4.5


def test_the_parties_colours_differ_in_grey_and_from_the_paper() -> None:
    first, second, *others = (_light(colour) for colour in DEFAULT_STYLE.palette.series)
    assert (max(first, second) + 0.05) / (min(first, second) + 0.05) >= 2
    assert all(1.05 / (light + 0.05) >= 3 for light in (first, second, *others))


def test_a_word_file_has_contents_that_lead_to_headings_and_a_watermark_in_its_header() -> None:
    data = _written("docx")
    assert faults(data) == []
    body = part(data, "word/document.xml")
    styles = [p.find(f"{W}pPr/{W}pStyle") for p in body.iter(f"{W}p")]
    assert sum(style is not None and style.get(f"{W}val") in {"TOC1", "TOC2"} for style in styles) == len(
        CONTENTS_TITLES
    )
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        header, footer = (package.read(f"word/{name}1.xml").decode() for name in ("header", "footer"))
    assert 'string="DRAFT &amp; more"' in header
    assert "OFFICIAL" in header
    assert "OFFICIAL" in footer


def test_a_page_has_contents_that_lead_to_headings_and_a_watermark_that_is_no_text() -> None:
    data = _written("html")
    root = page(data)
    links = [a.get("href", "").removeprefix("#") for a in root.iterfind(".//nav//a")]
    assert len(links) == len(CONTENTS_TITLES)
    assert set(links) <= {e.get("id") for e in root.iter() if e.get("id")}
    (rule,) = re.findall(r"body::before\{content:'([^']*)'", data.decode())
    assert re.sub(r"\\([0-9a-f]{1,6})\s?", lambda escape: chr(int(escape[1], 16)), rule) == "DRAFT & more"
    assert data.decode().count('<span class="handling">OFFICIAL</span>') == 2


def test_markdown_has_all_that_stands_on_every_page_around_the_text_and_says_draft() -> None:
    data = _written("md")

    assert md_running(data) == [
        "**OFFICIAL**", "**DRAFT & more**", "Pakistan–Belarus relations · brief for the minister",
        "**OFFICIAL**", "Edition 3 · as of 23 April 2021 · review due 1 April 2022",
    ]  # fmt: skip
    contents = data.decode().partition("**Contents**\n\n")[2].partition("\n\n")[0]
    assert contents.splitlines() == [
        line for number in range(1, 9) for line in (f"- Part {number}", f"  - Detail {number}")
    ]


def test_an_audience_chooses_contents_watermark_and_standard() -> None:
    options = "contents: true\nwatermark: DRAFT\npdf: {standard: ua2}\n"
    files = {**BASE, "templates/audiences/reader.yaml": BASE["templates/audiences/reader.yaml"] + options}
    files["templates/sections/one.md.j2"] = "## One\n\nWords.\n"
    workspace = load(Memory({name: words.encode() for name, words in files.items()})).value
    (audience,) = workspace.audiences
    assert (audience.contents, audience.watermark, audience.pdf.standard) == (True, "DRAFT", "ua2")


def test_a_standard_that_is_not_there_is_an_error() -> None:
    files = {**BASE, "templates/sections/one.md.j2": "## One\n\nWords.\n"}
    files["templates/audiences/reader.yaml"] += "pdf: {standard: ua3}\n"
    report = load(Memory({name: words.encode() for name, words in files.items()})).diagnostics
    assert [(d.code, d.place.line) for d in report] == [("BG109", 6)]
