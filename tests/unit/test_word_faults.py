"""The last look at a Word file finds what is planted, and nothing in what we make."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from briefgen.model.charts import LocatorMap, MappedCountry
from briefgen.model.document import Caption, Document, Exhibit, Heading, Paragraph
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.publish import unsound
from briefgen.reading import faults_of
from briefgen.reading.docx.word_xml import tree_of
from briefgen.render import render
from samples.sample_document import document, sample_document, text, torture_document
from samples.shipped_briefs import AUDIENCES, brief

if TYPE_CHECKING:
    from collections.abc import Callable


def made(source: Document) -> bytes:
    return render(source, "docx", DEFAULT_STYLE).value.data


def with_part(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The file with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            content = old.read(member).decode("utf-8", "surrogateescape")
            changed = change(content) if member == name else content
            assert member != name or changed != content
            new.writestr(member, changed.encode("utf-8", "surrogateescape"))
    return out.getvalue()


def sub(pattern: str, by: str) -> Callable[[str], str]:
    return lambda content: re.sub(pattern, by, content, count=1, flags=re.DOTALL)


BODY, STYLES, CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
_PARAGRAPH = r"<w:p>(?=<w:pPr><w:pStyle w:val=.BodyText)"
PLANTED = {
    "fields do not begin and end in pairs": (BODY, sub(r"<w:r><w:fldChar w:fldCharType=.end./></w:r>", "")),
    "bookmarks do not begin and end in pairs": (BODY, sub(r"<w:bookmarkEnd [^>]*/>", "")),
    "the bookmark _to_trade is there twice": (BODY, sub("_to_products", "_to_trade")),
    "has too long a name": (BODY, sub("_to_products", "_to_" + "x" * 40)),
    "a link leads to _to_reference_9": (BODY, sub("REF _to_reference_1 ", "REF _to_reference_9 ")),
    "text stands loose in p": (BODY, sub(_PARAGRAPH, "<w:p>loose")),
    "uses the style Nowhere": (BODY, sub('w:val="BodyText"', 'w:val="Nowhere"')),
    "the properties name no title": (CORE, sub(r"(<dc:title>).*?(</dc:title>)", r"\1\2")),
    "the properties name no language": (CORE, sub(r"<dc:language>.*?</dc:language>", "")),
    "no language is set": (STYLES, sub(r"<w:lang [^>]*/>", "")),
    "a heading of level 3 follows one of level 1": (BODY, sub('w:val="Heading2"', 'w:val="Heading3"')),
    "has no alternative text": (BODY, sub(r' descr="[^"]*"', "")),
    "has no header row": (BODY, sub("<w:tblHeader/>", "")),
    "table 1 has no alternative text": (BODY, sub(r"<w:tblCaption [^>]*/>", "")),
    "a link leads to _to_nowhere": (BODY, sub(r" SEQ Table ", " REF _to_nowhere ")),
    "a link leads to _to_elsewhere": (BODY, sub(r"(.*)>[^<]*</w:instrText>", r"\1>REF _to_elsewhere</w:instrText>")),
    "an empty paragraph stands for room": (BODY, sub(_PARAGRAPH, "<w:p/><w:p>")),
    "the package is broken": (BODY, sub("</w:body>", "")),
    "it declares a type of document": (BODY, sub("(?=<w:document)", '<!DOCTYPE d [<!ENTITY e "words">]>')),
}


@pytest.mark.parametrize("said", PLANTED)
def test_a_planted_fault_is_found(said: str) -> None:
    name, change = PLANTED[said]
    found = faults_of(FORMATS["docx"], with_part(made(sample_document()), name, change))

    assert [fault for fault in found if said in fault], found


def with_maps() -> Document:
    """A document of two maps, which a Word file shows as vectors."""
    shown = LocatorMap((MappedCountry("PAK", "Pakistan", 0), MappedCountry("BLR", "Belarus", 1)))
    return document(*(Exhibit(f"map-{n}", shown, Caption(f"Figure {n}", text("Map")), "A map.") for n in (1, 2)))


def test_pictures_that_share_an_id_are_found() -> None:
    data = with_part(made(with_maps()), BODY, sub(r'<wp:docPr id="2"', '<wp:docPr id="1"'))

    assert faults_of(FORMATS["docx"], made(with_maps())) == []
    assert faults_of(FORMATS["docx"], data) == ["two pictures share an id"]


def test_a_broken_picture_breaks_the_package() -> None:
    data = made(with_maps())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        drawing = next(name for name in package.namelist() if name.endswith(".svg"))
    (found,) = faults_of(FORMATS["docx"], with_part(data, drawing, sub("</svg>", "")))

    assert found.startswith("the package is broken")


def test_a_broken_face_breaks_the_package_though_it_was_whole_in_the_brief_before() -> None:
    data = made(sample_document())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        face = next(info for info in package.infolist() if info.filename.endswith(".odttf"))
    at = face.header_offset + face.compress_size // 2
    broken = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]

    assert faults_of(FORMATS["docx"], data) == []
    (found,) = faults_of(FORMATS["docx"], broken)
    assert found.startswith("the package is broken")
    assert faults_of(FORMATS["docx"], data) == []


def test_the_last_block_of_a_brief_is_looked_at_and_what_a_team_sets_behind_it_is_not() -> None:
    unknown = '<w:pStyle w:val="Unknown"/>'
    closing = f"<w:p><w:pPr>{unknown}</w:pPr><w:r><w:t>Closing words</w:t></w:r></w:p>"
    last = with_part(made(brief("minister")), BODY, sub(r'(.*)<w:pStyle w:val="ReferenceEntry"/>', rf"\1{unknown}"))
    behind = with_part(made(brief("minister")), BODY, sub("(.*)(?=<w:sectPr>)", rf"\1{closing}"))

    assert faults_of(FORMATS["docx"], last) == [f"{BODY} uses the style Unknown, which is not defined"]
    assert faults_of(FORMATS["docx"], behind) == []


def test_a_style_without_a_name_is_none_of_a_heading() -> None:
    bare = with_part(made(brief("minister")), STYLES, sub("(?=</w:styles>)", '<w:style w:type="table" w:styleId="B"/>'))

    assert faults_of(FORMATS["docx"], bare) == []


def test_no_entity_of_a_part_is_resolved() -> None:
    assert tree_of(b'<!DOCTYPE a [<!ENTITY e "words">]><a>&e;</a>').text is None


@pytest.mark.parametrize("source", [sample_document(), torture_document(3)], ids=["sample", "torture"])
def test_nothing_is_found_in_hard_cases(source: Document) -> None:
    assert faults_of(FORMATS["docx"], made(source)) == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_nothing_is_found_in_a_shipped_brief(audience: str) -> None:
    assert faults_of(FORMATS["docx"], made(brief(audience))) == []


def test_headings_stay_in_step_and_empty_words_make_no_paragraph() -> None:
    odd = document(Heading(3, text("Deep"), "deep"), Paragraph(()), Heading(2, (), "none"), Heading(1, text("A"), "a"))

    assert faults_of(FORMATS["docx"], made(odd)) == []


def test_every_fault_of_a_file_is_told() -> None:
    broken = with_part(
        made(sample_document()), BODY, lambda c: c.replace("<w:tblHeader/>", "").replace("descr=", "title=")
    )
    said = list(unsound(FORMATS["docx"], "output/x.docx", broken))

    assert {d.code for d in said} == {"BG603"}
    assert len(said) > 2
