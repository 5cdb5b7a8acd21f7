"""A Word file as the gate and the last look read it: every part with words, and every fault by itself."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from briefgen.model.formats import FORMATS
from briefgen.reading import faults_of, parts_of
from briefgen.reading.docx.document_scan import scanned
from briefgen.reading.markup import texts_of_markup

DOCX = FORMATS["docx"]


def package(members: dict[str, bytes | str], comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.comment = comment
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


# ---------------------------------------------------------------- words


def read(members: dict[str, bytes | str], comment: bytes = b"") -> list[tuple[str, str]]:
    """Every part but the names."""
    return [(name, text) for name, text in parts_of(DOCX, package(members, comment)) if name != text]


@pytest.mark.parametrize("ending", ["xml", "rels", "html", "svg", "json"])
def test_markup_is_read_without_its_tags_and_with_what_stands_in_them(ending: str) -> None:
    markup = "<a b='one' c=\"two\">th<i>ree</i><!-- four --></a>"

    assert read({f"a.{ending}": markup}) == [(f"a.{ending}", "three\none\ntwo\n four ")]


def test_every_name_is_read_before_its_part() -> None:
    assert list(parts_of(DOCX, package({"a.xml": "<a>b</a>"}))) == [("a.xml", "a.xml"), ("a.xml", "b")]


@pytest.mark.parametrize("ending", ["xlsx", "docx", "pptx", "zip"])
def test_a_package_in_the_package_is_taken_apart_too(ending: str) -> None:
    inner = package({"b.xml": "<b>deep</b>"}, b"inside")
    found = list(parts_of(DOCX, package({f"a.{ending}": inner})))

    assert found == [
        (f"a.{ending}", f"a.{ending}"), (f"a.{ending}/the archive's comment", "inside"),
        (f"a.{ending}/b.xml", f"a.{ending}/b.xml"), (f"a.{ending}/b.xml", "deep"),
    ]  # fmt: skip


def test_the_archive_s_comment_is_read() -> None:
    assert read({}, b"by hand") == [("the archive's comment", "by hand")]


@pytest.mark.parametrize("ending", ["ttf", "otf", "odttf"])
def test_fonts_hold_no_words_and_other_bytes_may(ending: str) -> None:
    assert read({f"a.{ending}": b"words"}) == []
    assert read({"a.bin": b"w\xf6rds"}) == [("a.bin", "wörds")]


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def test_of_a_picture_only_its_texts_are_words() -> None:
    chunks = [chunk(b"IHDR", b"head"), chunk(b"tEXt", b"Title\0one"), chunk(b"IDAT", b"tEXt pixels"),
              chunk(b"iTXt", "два".encode()), chunk(b"IEND", b"")]  # fmt: skip
    picture = b"\x89PNG\r\n\x1a\n" + b"".join(chunks)

    assert read({"a.png": picture}) == [("a.png", "Title\0one\nдва")]
    assert read({"a.png": picture[:-5]}) == [("a.png", "Title\0one\nдва")]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("a &amp; &#98; &eacute;", "a & b é"),
        ("<p>one\ntwo</p>", "one\ntwo"),
        ('<img src="data:image/png;base64,QUFB/+="/>x', "x\n"),
        ('"Qu\\u0061rtz"', '"Quartz"'),
        ("<!-- a\nb -->", "\n a\nb "),
        ("<a b = 'x &lt; y'>", "\nx < y"),
    ],
)  # fmt: skip
def test_the_words_of_markup(markup: str, words: str) -> None:
    assert read({"a.html": markup}) == [("a.html", words)]


def test_long_markup_is_read_as_short_markup_is_and_tags_that_are_alike_once() -> None:
    row = '<r a="one &amp; all">Quartz <b c="two">lan</b>tern</r>'
    comment = f"<!-- {'<kept> ' * 100_000}-->"
    told = texts_of_markup(f"{row * 20_000}{comment}".encode())

    assert told.count("Quartz lantern") == 20_000
    assert told.count("one & all") == told.count("two") == 1
    assert told.count("kept") == 100_000


# ---------------------------------------------------------------- faults

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
CORE = (
    '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title><dc:language>en-GB</dc:language></p>'
)  # fmt: skip
_NAMES = {"H1": "heading 1", "H2": "Heading 2", "H3": "heading 3", "Body": "Body", "Own": "My heading"}
_DEFAULTS = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
_STYLES = "".join(f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in _NAMES.items())
STYLES = f"<w:styles {W}>{_DEFAULTS}{_STYLES}</w:styles>"


def faults(body: str, **parts: str) -> list[str]:
    """What is wrong with a Word file of such a body."""
    document = f"<w:document {W} {WP}><w:body>{body}</w:body></w:document>"
    members = {"word/document.xml": document, "word/styles.xml": STYLES, "docProps/core.xml": CORE}
    extra = {name.replace("__", "/") + ".xml": text for name, text in parts.items()}
    return faults_of(DOCX, package({**members, **extra}))


def paragraph(words: str = "x", style: str = "", inner: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f"<w:r><w:t>{words}</w:t></w:r>" if words else ""
    return f"<w:p>{properties}{inner}{run}</w:p>"


def field(*kinds: str) -> str:
    return paragraph(inner="".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds))


FIELDS = "fields do not begin and end in pairs"


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        (("begin", "separate", "end"), []),
        (("begin", "begin", "end", "end"), []),
        (("begin",), [FIELDS]),
        (("end", "begin"), [FIELDS]),
        (("begin", "end", "end"), [FIELDS]),
    ],
)
def test_fields_pair(kinds: tuple[str, ...], told: list[str]) -> None:
    assert faults(field(*kinds)) == told


def mark(number: str, name: str, *, ends: str | None = None) -> str:
    end = number if ends is None else ends
    return paragraph(inner=f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{end}"/>')


PAIRS = "bookmarks do not begin and end in pairs"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (mark("1", "a") + mark("2", "b"), []),
        (mark("1", "a", ends="2"), [PAIRS]),
        (mark("1", "a") + mark("1", "b"), [PAIRS]),
        (mark("1", "a") + mark("2", "a"), ["the bookmark a is there twice"]),
        (mark("1", "x" * 40), []),
        (mark("1", "x" * 41), [f"the bookmark {'x' * 41} has too long a name"]),
    ],
)
def test_bookmarks_pair_and_have_names_of_their_own(body: str, told: list[str]) -> None:
    assert faults(body) == told


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ('<w:hyperlink w:anchor="{}"/>', True),
        ("<w:r><w:instrText> REF {} \\h </w:instrText></w:r>", True),
        ("<w:r><w:instrText>PAGEREF {}</w:instrText></w:r>", True),
        ("<w:r><w:instrText>NOREF {}</w:instrText></w:r>", False),
    ],
)
def test_links_lead_to_a_bookmark(link: str, told: bool) -> None:  # noqa: FBT001 - a table's column
    there, away = (mark("1", "a") + paragraph(inner=link.format(name)) for name in ("a", "b"))

    assert faults(there) == []
    assert faults(away) == (["a link leads to b, which is not there"] if told else [])


def picture(number: int, name: str = "P", alt: str = "what it shows", inner: str = "") -> str:
    return paragraph(inner=f'<w:r><wp:docPr id="{number}" name="{name}" descr="{alt}">{inner}</wp:docPr></w:r>')


def control(number: int) -> str:
    return f'<w:sdt><w:sdtPr><w:id w:val="{number}"/></w:sdtPr><w:sdtContent>{paragraph()}</w:sdtContent></w:sdt>'


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (picture(1) + picture(2), []),
        (picture(1) + picture(1), ["two pictures share an id"]),
        (control(1) + control(2) + picture(1), []),
        (control(1) + control(1), ["two content controls share an id"]),
        (picture(1, alt=" "), ["P has no alternative text"]),
        (picture(1, alt="", inner='<a:decorative xmlns:a="u" val="1"/>'), []),
        (picture(1, alt="", inner='<a:other xmlns:a="u"/>'), ["P has no alternative text"]),
    ],
)
def test_pictures_and_controls_have_ids_of_their_own_and_pictures_say_what_they_show(
    body: str, told: list[str]
) -> None:
    assert faults(body) == told


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<w:p>loose<w:r><w:t>x</w:t></w:r></w:p>", ["text stands loose in p"]),
        ("<w:p><w:r><w:t>x</w:t></w:r>loose</w:p>", ["text stands loose in p"]),
        ("<w:p>\n <w:r>\n <w:t>x</w:t></w:r></w:p>", []),
        ("<w:p><w:r><w:t>x</w:t><w:delText>y</w:delText><w:instrText>z</w:instrText></w:r></w:p>", []),
        ("<w:p><w:r><w:delInstrText>z</w:delInstrText><w:t>x</w:t></w:r></w:p>", []),
    ],
)
def test_text_stands_in_runs(body: str, told: list[str]) -> None:
    assert faults(body) == told


@pytest.mark.parametrize("part", ["header1", "footer12", "footnotes", "endnotes"])
def test_styles_are_defined_wherever_they_are_used(part: str) -> None:
    name = f"word__{part}"
    used = f'<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr></w:p></w:hdr>'

    assert faults(paragraph(style="Body"), **{name: used % "Body"}) == []
    assert faults(paragraph(style="Body"), **{name: used % "Gone"}) == [
        f"word/{part}.xml uses the style Gone, which is not defined"
    ]
    assert faults(paragraph(style="Body"), word__settings=used % "Gone", docProps__header1=used % "Gone") == []


@pytest.mark.parametrize(
    "body",
    [
        paragraph(style="Gone"),
        paragraph(inner='<w:r><w:rPr><w:rStyle w:val="Gone"/></w:rPr><w:t>x</w:t></w:r>'),
        '<w:tbl><w:tblPr><w:tblStyle w:val="Gone"/><w:tblCaption w:val="T"/></w:tblPr>'
        "<w:tr><w:trPr><w:tblHeader/></w:trPr></w:tr></w:tbl>" + paragraph(),
    ],
)
def test_so_are_those_of_paragraphs_runs_and_tables(body: str) -> None:
    assert faults(body) == ["word/document.xml uses the style Gone, which is not defined"]


@pytest.mark.parametrize(
    ("styles", "told"),
    [
        (["H1", "H2", "H3", "H1", "H2"], []),
        (["H2"], ["a heading of level 2 follows one of level 0"]),
        (["H1", "H3"], ["a heading of level 3 follows one of level 1"]),
        (["H1", "H2", "H2", "H1", "H3"], ["a heading of level 3 follows one of level 1"]),
        (["H1", "Own", "Body"], []),
    ],
)
def test_headings_go_down_a_level_at_a_time(styles: list[str], told: list[str]) -> None:
    assert faults("".join(paragraph("x", style) for style in styles)) == told


def test_a_heading_has_words() -> None:
    assert faults(paragraph(" ", "H1")) == ["a heading is empty"]


def table(*, head: bool = True, caption: bool = True, properties: bool = True) -> str:
    named = '<w:tblCaption w:val="T"/>' if caption else ""
    said = f"<w:tblPr>{named}</w:tblPr>" if properties else ""
    row = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tbl>{said}<w:tr>{row}<w:tc>{paragraph()}</w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (table(), []),
        (table() + paragraph() + table(head=False), ["table 2 has no header row"]),
        (table(caption=False), ["table 1 has no alternative text"]),
        (table(properties=False), ["table 1 has no alternative text"]),
    ],
)
def test_tables_have_a_head_and_a_name(body: str, told: list[str]) -> None:
    assert faults(body + paragraph()) == told


ROOM = "an empty paragraph stands for room"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (paragraph("") + paragraph(), [ROOM]),
        (paragraph() + paragraph(""), [ROOM]),
        (table() + paragraph("") + table() + paragraph(""), []),
        (paragraph(inner="<w:pPr><w:sectPr/></w:pPr>", words=""), []),
        (paragraph(inner="<w:r><w:br/></w:r>", words=""), []),
        (paragraph(inner="<w:r><w:drawing/></w:r>", words=""), []),
        (paragraph(inner="<w:r><w:object/></w:r>", words=""), []),
        (paragraph(inner="<w:r><w:pict/></w:r>", words=""), []),
        (table().replace(paragraph(), paragraph("")) + paragraph(), []),
    ],
)
def test_room_comes_from_styles_and_not_from_empty_paragraphs(body: str, told: list[str]) -> None:
    assert faults(body) == told


@pytest.mark.parametrize(
    ("part", "text", "told"),
    [
        ("docProps__core", CORE.replace("T<", "<"), ["the properties name no title"]),
        ("docProps__core", CORE.replace("en-GB", " "), ["the properties name no language"]),
        ("word__styles", STYLES.replace('w:val="en-GB"', 'w:eastAsia="en-GB"'), ["no language is set for the text"]),
        ("word__styles", STYLES.replace('<w:lang w:val="en-GB"/>', ""), ["no language is set for the text"]),
    ],
)
def test_the_file_says_its_title_and_language(part: str, text: str, told: list[str]) -> None:
    assert faults(paragraph(), **{part: text}) == told


def test_what_is_no_package_or_holds_broken_parts_is_broken() -> None:
    (told,) = faults_of(DOCX, b"PK no zip")
    assert told.startswith("the package is broken: ")
    for name in ("word__other", "word___rels"):
        (told,) = faults(paragraph(), **{name: "<a>"})
        assert told.startswith("the package is broken: ")
    broken = package({"a.rels": "<a>", "b.svg": "<b/>"})
    assert faults_of(DOCX, broken)[0].startswith("the package is broken: ")
    assert faults_of(DOCX, package({"a.bin": "<a>"})) == ["the body or the styles are missing"]
    assert faults_of(DOCX, package({"word/styles.xml": STYLES})) == ["the body or the styles are missing"]
    assert faults_of(DOCX, package({"word/document.xml": f"<w:document {W}/>"})) == [
        "the body or the styles are missing"
    ]


def test_a_team_s_own_pages_before_and_behind_the_brief_are_theirs() -> None:
    ours = mark("1", "_bg_first") + paragraph() + mark("2", "_bg_last")
    theirs = paragraph("") + paragraph(style="Gone")

    assert faults(theirs + ours + theirs) == []
    assert faults(ours.replace(paragraph(), theirs)) == [
        ROOM,
        "word/document.xml uses the style Gone, which is not defined",
    ]
    assert faults(theirs + ours + "<w:sectPr/>" + theirs) == []
    assert faults(theirs) == [ROOM, "word/document.xml uses the style Gone, which is not defined"]


def _everything() -> bytes:
    """A body with all that is asked for, twice, and a table within a table; every second half is without words."""
    inner = table(caption=False) + field("begin", "end")
    rows = "".join(f"<w:tr><w:tc>{part}</w:tc></w:tr>" for part in (inner, paragraph("x", "H2"), picture(4, alt="")))
    long = table().replace("</w:tbl>", f"{rows}loose</w:tbl>") + table(head=False) + paragraph("")
    ours = mark("7", "_bg_first") + control(9) + paragraph(inner="<w:pPr><w:sectPr/></w:pPr>", words="")
    link = paragraph("", "H1", '<w:hyperlink w:anchor="a"/><w:r><w:instrText> REF a </w:instrText></w:r>')
    gone = paragraph("x", "H1").replace("</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr>")
    body = "".join((paragraph("x", "H1"), ours, long, link, mark("8", "_bg_last"), long, gone, "<w:sectPr/>"))
    return f"<w:document {W} {WP}><w:background/><w:body>{body}</w:body></w:document>".encode()


@pytest.mark.parametrize("portion", [1, 7, 64, 500])
def test_a_body_that_is_read_a_portion_at_a_time_says_the_same(portion: int) -> None:
    levels = {"H1": 1, "H2": 2}
    whole = scanned(io.BytesIO(_everything()), levels)

    assert scanned(io.BytesIO(_everything()), levels, portion) == whole
    assert [table.block for table in whole.tables] == [4, 4, 5, 9, 9, 10]
    assert [(heading.level, heading.has_words) for heading in whole.headings] == [
        (1, True),
        (2, True),
        (1, False),
        (2, True),
    ]
