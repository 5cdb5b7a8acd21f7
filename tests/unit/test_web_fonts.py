"""The fonts of a page: embedded, of each face the letters that the page has, packed so that a browser reads them."""

from __future__ import annotations

import base64
import io
import re
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont

from briefgen.model.document import Emphasis, Paragraph, Strong, TextRun
from briefgen.model.looks.style import DEFAULT_STYLE, Family
from briefgen.reading.html import parts_of
from briefgen.render import render
from briefgen.render.html.woff2 import woff2
from briefgen.render.typefaces import face
from samples.sample_document import document, sample_document, text

_FACE = re.compile(
    r"@font-face\{font-family:'([^']*)';font-weight:(\d+);font-style:(\w+);src:url\(data:font/woff2;base64,([^)]*)\)"
)


def embedded(data: bytes) -> dict[tuple[str, str, str], TTFont]:
    """Family, weight and slope → the font, as another library unpacks it."""
    faces = _FACE.findall(data.decode())
    names = {r"FiraGO": "sans", r"Source\000020Serif\0000204": "serif"}
    return {(names[n], weight, slope): TTFont(io.BytesIO(base64.b64decode(f))) for n, weight, slope, f in faces}


def page(*words: TextRun | Strong | Emphasis) -> bytes:
    return render(document(Paragraph(words)), "html", DEFAULT_STYLE).value.data


def test_each_face_that_is_used_is_there_and_no_other() -> None:
    plain = embedded(page(TextRun("Words.")))
    rich = embedded(page(TextRun("Words, "), Strong(text("bold ")), Emphasis(text("slanted"))))

    assert set(plain) == {("sans", "400", "normal"), ("sans", "700", "normal"), ("serif", "400", "normal")}
    assert set(rich) - set(plain) == {
        ("serif", "700", "normal"), ("serif", "400", "italic"), ("sans", "400", "italic"),
    }  # fmt: skip


@pytest.mark.parametrize("words", ["Žďár nad Sázavou", "Гродно", "Ελλάδα", "مينسك", "ไทย", "भारत", "თბილისი", "≈ ± ←"])
def test_every_letter_that_a_bundled_face_has_is_embedded(words: str) -> None:
    for (family, weight, slope), font in embedded(page(TextRun(words), Emphasis(text(words)))).items():
        source = {"sans": "firago", "serif": "source-serif-4"}[family]
        used = face(source, bold=weight == "700", italic=slope == "italic")
        assert {letter for letter in words if used.covers(letter)} <= set(map(chr, font.getBestCmap()))


def test_a_font_comes_out_of_its_packing_as_it_went_in() -> None:
    data = face("firago").path.read_bytes()
    before, after = TTFont(io.BytesIO(data)), TTFont(io.BytesIO(woff2(data)))

    order = list(after.reader.tables)
    assert after.flavor == "woff2"
    assert order.index("loca") == order.index("glyf") + 1
    assert [tag for tag in order if tag != "loca"] == sorted(tag for tag in order if tag != "loca")
    assert before.getGlyphOrder() == after.getGlyphOrder()
    assert before.getBestCmap() == after.getBestCmap()
    for tag in ("hmtx", "maxp", "GSUB", "glyf", "OS/2"):
        assert before.getTableData(tag) == after.getTableData(tag)


def test_it_is_the_same_each_time_and_small() -> None:
    first, second = (render(sample_document(), "html", DEFAULT_STYLE).value.data for _ in range(2))

    assert first == second
    assert sum(len(found) for *_, found in _FACE.findall(first.decode())) < 160_000


def test_pages_that_differ_in_common_letters_share_their_fonts() -> None:
    assert _FACE.findall(page(TextRun("One.")).decode()) == _FACE.findall(page(TextRun("Other words?")).decode())


def test_a_font_that_is_not_ours_is_named_and_not_embedded() -> None:
    own = {**DEFAULT_STYLE.families, "sans": Family("Ministry Sans", "firago", "sans-serif")}
    data = render(sample_document(), "html", replace(DEFAULT_STYLE, families=own)).value.data

    assert {family for family, _, _ in embedded(data)} == {"serif"}
    assert r"'Ministry\000020Sans','Fira\000020Sans','Segoe\000020UI'" in data.decode()


def test_the_gate_reads_the_page_and_not_the_letters_of_its_fonts() -> None:
    data = page(TextRun("Words of the page."))
    [(_, read)] = parts_of(data)
    payload = _FACE.findall(data.decode())[0][3]

    assert "Words of the page." in read
    assert "@font-face" in read
    assert payload[:40] not in read
