"""A house file is what leads where in it, whatever program wrote it: briefs go into it, or it is told why not."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import Place, Report
from briefgen.load import describe_house
from briefgen.model.formats import FORMATS
from briefgen.pipeline.house_trial import unfit
from briefgen.reading import faults_of
from briefgen.render import render
from briefgen.world import Memory
from samples.foreign_house_files import (
    CHART,
    CORE,
    CORE_TYPE,
    CORE_XML,
    OFFICE,
    PNG,
    STYLES,
    WML,
    HouseFile,
    drawing,
    lost_targets,
)
from samples.house_files import PAGE, R, W, paragraph, slot, style
from samples.sample_document import sample_document

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic
    from briefgen.model.looks.style import Style

PLACE = Place("ministry.docx")
_FOOTER = f"<w:ftr {W}>{paragraph('Foot')}</w:ftr>"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


def read(data: bytes) -> tuple[Style | None, list[Diagnostic]]:
    report = Report()
    reading = describe_house(Memory({"ministry.docx": data}), "ministry.docx", PLACE, report)
    return (reading.style if reading else None), [d for d in report.diagnostics if d.code not in {"BG142", "BG143"}]


def brief_in(data: bytes) -> bytes:
    """A brief put into a house file of which nothing is told, sound and with no part missing or twice."""
    style_read, told = read(data)
    assert told == []
    return made_in(style_read)


def made_in(style_read: Style | None) -> bytes:
    assert style_read is not None
    assert unfit(style_read) is None
    made = render(sample_document(), "docx", style_read).value.data
    assert faults_of(FORMATS["docx"], made) == []
    assert lost_targets(made) == []
    return made


def member(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def names_of(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.namelist()


# ---------------------------------------------------------------- names of parts


@pytest.mark.parametrize("main", [
    "word/document2.xml", "word/Document.xml", "document.xml", "word/body.xml", "content/word/document.xml", "w/d.xml",
    "word/document.bin", "word/main.part", "word/styles.xml", "docProps/core.xml", "word/theme/theme1.xml",
    "word/d%20x.xml",
])  # fmt: skip
@pytest.mark.parametrize("styles", ["word/styles.xml", "word/styles2.xml", "word/Formatvorlagen.xml", "s"])
def test_the_document_and_its_styles_have_any_name(main: str, styles: str) -> None:
    if main == styles:
        styles = "word/document.xml"
    made = brief_in(HouseFile(main).with_styles(name=styles).packed())

    assert "Cover" in member(made, "word/document.xml")
    assert 'w:styleId="H1"' in member(made, "word/styles.xml")


@pytest.mark.parametrize("kind", ["header", "footer", "settings", "numbering", "fontTable", "footnotes", "endnotes"])
@pytest.mark.parametrize("name", ["word/x.xml", "word/document.xml", "other/X.XML"])
def test_other_parts_have_any_name(kind: str, name: str) -> None:
    tag = {"header": "hdr", "footer": "ftr", "fontTable": "fonts"}.get(kind, kind)
    file = HouseFile("word/document3.xml").with_styles()
    content = paragraph("Letterhead") if kind in {"header", "footer"} else ""
    key = file.part(name, f"{WML}.{kind}+xml", f"<w:{tag} {W}>{content}</w:{tag}>", kind)
    if content:
        file.section = f'<w:{kind}Reference w:type="default" r:id="{key}"/>{PAGE}'
    made = brief_in(file.packed())

    if content:
        assert "Letterhead" in member(made, f"word/{kind}1.xml")


def test_a_file_without_styles_gets_those_of_a_brief() -> None:
    assert 'w:val="heading 1"' in member(brief_in(HouseFile().packed()), "word/styles.xml")


@pytest.mark.parametrize("kind", [f"{WML}.document.main+xml", f"{WML}.template.main+xml"])
@pytest.mark.parametrize("extra", ["", "customXml/item1.xml", "word/header1.xml"])
def test_the_type_of_the_document_may_be_that_of_every_xml(kind: str, extra: str) -> None:
    file = HouseFile(endings={"xml": kind}, main_type=kind).with_styles()
    if extra:
        header = extra.startswith("word")
        content = f"<w:hdr {W}>{paragraph('x')}</w:hdr>" if header else "<x/>"
        file.part(extra, f"{WML}.header+xml" if header else "", content, "header" if header else "customXml")

    assert "document.main+xml" in member(brief_in(file.packed()), "[Content_Types].xml")


@pytest.mark.parametrize(("kind", "content", "said"), [
    (f"{WML}.document", b"PK", "holds another document of Word (word/embeddings/x.docx)"),
    (f"{WML}.template", b"PK", "holds another document of Word (word/embeddings/x.docx)"),
    ("application/vnd.ms-office.vbaProject", b"x", "macros or embedded objects (vbaProject)"),
])  # fmt: skip
@pytest.mark.parametrize("is_there", [True, False])
def test_a_type_by_ending_says_something_of_parts_that_are_there_alone(
    kind: str, content: bytes, said: str, *, is_there: bool
) -> None:
    file = HouseFile(endings={"docx": kind}).with_styles()
    if is_there:
        file.part("word/embeddings/x.docx", "", content, "package")
        style_read, told = read(file.packed())
        assert style_read is None
        assert said in told[0].message
    else:
        brief_in(file.packed())


def test_what_a_second_set_of_styles_says_is_left_out() -> None:
    file = HouseFile().with_styles()
    kind = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
    file.part("word/stylesWithEffects.xml", "application/vnd.ms-word.stylesWithEffects+xml", STYLES, kind)

    assert "word/stylesWithEffects.xml" not in names_of(brief_in(file.packed()))


# ---------------------------------------------------------------- names that meet


@pytest.mark.parametrize(("name", "kind", "content", "relation"), [
    ("word/charts/chart1.xml", _CHART_TYPE, CHART, "chart"),
    ("word/charts/chart2.xml", _CHART_TYPE, CHART, "chart"),
    ("word/charts/Chart1.xml", _CHART_TYPE, CHART, "chart"),
    ("word/media/image1.png", "", PNG, "image"),
    ("word/media/IMAGE1.PNG", "image/png", PNG, "image"),
    ("word/media/figure2.svg", "image/svg+xml", "<svg/>", "image"),
    ("word/embeddings/Microsoft_Excel_Sheet1.xlsx", "application/x", "x", "package"),
    ("customXml/item1.xml", "", "<x/>", "customXml"),
    ("customXml/itemProps1.xml", "", "<x/>", "customXml"),
    ("customXml/ITEM2.xml", "", "<x/>", "customXml"),
    ("docProps/custom.xml", "", "<x/>", "customXml"),
    ("docProps/core.xml", "", "<x/>", "customXml"),
    ("word/numbering.xml", "", "<x/>", "customXml"),
    ("word/settings.xml", "", "<x/>", "customXml"),
    ("word/footnotes.xml", "", "<x/>", "customXml"),
    ("word/theme/theme1.xml", "", "<x/>", "customXml"),
    ("word/fontTable.xml", "", "<x/>", "customXml"),
    ("word/header1.xml", "", "<x/>", "customXml"),
    ("word/footer1.xml", "", "<x/>", "customXml"),
])  # fmt: skip
@pytest.mark.parametrize("slotted", [True, False])
def test_no_new_part_takes_the_name_of_a_part_of_the_house(
    name: str, kind: str, content: str | bytes, relation: str, *, slotted: bool
) -> None:
    file = HouseFile().with_styles()
    key = file.part(name, kind, content, relation)
    if relation != "customXml":
        file.body = drawing(key) + (slot("briefgen:body") if slotted else "")
    made = brief_in(file.packed())

    contents = [zipfile.ZipFile(io.BytesIO(made)).read(n) for n in names_of(made)]
    kept = any(c == (content.encode() if isinstance(content, str) else content) for c in contents)
    assert kept is (slotted or relation == "customXml")


def test_a_finished_brief_takes_another_brief_and_keeps_nothing_of_the_first() -> None:
    first = brief_in(HouseFile().with_styles().packed())
    second = made_in(read(first)[0])

    assert set(names_of(second)) == set(names_of(first)), set(names_of(second)) ^ set(names_of(first))


# ---------------------------------------------------------------- properties


_OLD_CORE = f"{OFFICE}/metadata/core-properties"


@pytest.mark.parametrize("relations", [
    [(CORE, "docProps/core.xml")],
    [(CORE, "docProps/core.xml"), (CORE, "docProps/core.xml")],
    [(CORE, "docProps/core.xml"), (CORE, "docProps/core2.xml")],
    [(CORE, "docProps/core.xml"), (_OLD_CORE, "docProps/core.xml")],
    [(_OLD_CORE, "docProps/core.xml")],
    [(_OLD_CORE, "docProps/core.xml"), (_OLD_CORE, "docProps/core2.xml")],
    [(CORE, "docProps/meta.xml")],
    [(CORE, "meta.xml"), (_OLD_CORE, "meta.xml")],
    [(CORE, "docProps/wrong.xml")],
    [(CORE, "docProps/core.xml"), (f"{OFFICE}/custom-properties", "docProps/custom.xml")],
    [(f"{OFFICE}/extended-properties", "docProps/core.xml")],
    [],
])  # fmt: skip
def test_properties_are_the_briefs_own_whatever_the_file_has(relations: list[tuple[str, str]]) -> None:
    file = HouseFile().with_styles()
    for kind, target in relations:
        content = "<x/>" if "wrong" in target else CORE_XML
        file.part(target, CORE_TYPE, content)
        file.relate(kind, target, "")
    made = brief_in(file.packed())

    assert "Pakistan–Belarus relations" in member(made, "docProps/core.xml")
    assert len(re.findall("core-properties", member(made, "_rels/.rels"))) == 1
    assert "Old" not in member(made, "docProps/core.xml")


# ---------------------------------------------------------------- what hangs loose


_UNKNOWN = '<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr><w:r><w:rPr><w:rStyle w:val="Gone2"/></w:rPr><w:t>Kept</w:t></w:r></w:p>'  # noqa: E501 - one paragraph
_TABLE = (
    f'<w:tbl><w:tblPr><w:tblStyle w:val="Gone3"/></w:tblPr><w:tblGrid/><w:tr><w:tc>{_UNKNOWN}</w:tc></w:tr></w:tbl>'
)


@pytest.mark.parametrize("kind", ["header", "footer"])
@pytest.mark.parametrize(
    "content", [_UNKNOWN, _TABLE + "<w:p/>", f"<w:sdt><w:sdtContent>{_UNKNOWN}</w:sdtContent></w:sdt>"]
)
@pytest.mark.parametrize("page", ["default", "first"])
def test_a_style_that_nobody_defined_is_the_default_one(kind: str, content: str, page: str) -> None:
    tag = "hdr" if kind == "header" else "ftr"
    file = HouseFile().with_styles()
    key = file.part(f"word/{kind}7.xml", f"{WML}.{kind}+xml", f"<w:{tag} {W}>{content}</w:{tag}>", kind)
    file.section = f'<w:{kind}Reference w:type="{page}" r:id="{key}"/>{PAGE}'
    made = brief_in(file.packed())

    story = next(member(made, n) for n in names_of(made) if f"word/{kind}" in n and "Kept" in member(made, n))
    assert "Gone" not in story


def _field(code: str, *kinds: str) -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
    rest = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)
    return f"<w:p>{begin}<w:r><w:t>Shown</w:t></w:r>{rest}</w:p>"


LOOSE = {
    "a bookmark that never ends": '<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:r><w:t>Shown</w:t></w:r></w:p>',
    "a bookmark that never begins": '<w:p><w:r><w:t>Shown</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>',
    "a bookmark twice": '<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/><w:r><w:t>Shown</w:t>'
    '</w:r><w:bookmarkStart w:id="2" w:name="a"/><w:bookmarkEnd w:id="2"/></w:p>',
    "two bookmarks of one id": '<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/><w:r>'
    '<w:t>Shown</w:t></w:r><w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/></w:p>',
    "a long name": f'<w:p><w:bookmarkStart w:id="1" w:name="{"a" * 41}"/><w:r><w:t>Shown</w:t></w:r>'
    '<w:bookmarkEnd w:id="1"/></w:p>',
    "a link to nothing": '<w:p><w:hyperlink w:anchor="gone"><w:r><w:t>Shown</w:t></w:r></w:hyperlink></w:p>',
    "a reference to nothing": _field(" REF gone \\h ", "separate", "end"),
    "a page of nothing": _field(" PAGEREF gone ", "end"),
    "a simple field to nothing": '<w:p><w:fldSimple w:instr=" REF gone "><w:r><w:t>Shown</w:t></w:r>'
    "</w:fldSimple></w:p>",
    "a field that never ends": _field(" PAGE ", "separate"),
    "a field that never begins": '<w:p><w:r><w:t>Shown</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    "two ends": _field(" PAGE ", "end", "end"),
    "text outside of runs": "<w:p>loose<w:r><w:t>Shown</w:t></w:r>words</w:p>",
    "pictures of one id": "<w:p><w:r><w:t>Shown</w:t></w:r></w:p>",
}


@pytest.mark.parametrize("name", LOOSE)
def test_what_hangs_loose_on_a_cover_is_taken_out_and_its_words_stay(name: str) -> None:
    file = HouseFile().with_styles()
    key = file.part("word/charts/chart1.xml", _CHART_TYPE, CHART, "chart")
    file.body = LOOSE[name] + drawing(key) + drawing(key) + slot("briefgen:body") + paragraph("End")
    text = member(brief_in(file.packed()), "word/document.xml")

    assert "Shown" in text
    assert "gone" not in text
    assert "loose" not in text


def test_a_field_with_a_target_that_is_there_stays() -> None:
    file = HouseFile().with_styles()
    there = '<w:p><w:bookmarkStart w:id="1" w:name="there"/><w:r><w:t>x</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
    file.body = there + _field(" REF there \\h ", "separate", "end") + slot("briefgen:body")

    assert "REF there" in member(brief_in(file.packed()), "word/document.xml")


def test_the_head_of_an_earlier_section_goes_on_where_the_text_is_replaced() -> None:
    file = HouseFile().with_styles()
    key = file.part("word/header1.xml", f"{WML}.header+xml", f"<w:hdr {W}>{paragraph('Letterhead')}</w:hdr>", "header")
    first = f'<w:sectPr><w:headerReference w:type="default" r:id="{key}"/>{PAGE}</w:sectPr>'
    file.body = f"<w:p><w:pPr>{first}</w:pPr></w:p>" + paragraph("Old words")
    made = brief_in(file.packed())

    assert "Letterhead" in member(made, "word/header1.xml")
    assert "headerReference" in member(made, "word/document.xml")
    assert "Old words" not in member(made, "word/document.xml")


# ---------------------------------------------------------------- addresses


@pytest.mark.parametrize("target", [
    "javascript:alert(1)", "file:///C:/x.docx", "http://", "http:///x", "https://user:pw@example.org/", "x.docx",
    "http://a b/", "ftp://example.org/", "https://example.org:99999/", "mailto:", "\\\\share\\x", "http://[::1",
    "https://exa&lt;mple.org/",
])  # fmt: skip
def test_a_link_that_is_no_address_is_taken_out_and_told_and_its_words_stay(target: str) -> None:
    file = HouseFile(outside=[("out", target)]).with_styles()
    file.body = '<w:p><w:hyperlink r:id="out"><w:r><w:t>our page</w:t></w:r></w:hyperlink></w:p>' + slot(
        "briefgen:body"
    )
    style_read, told = read(file.packed())
    made = made_in(style_read)

    assert [d.code for d in told] == ["BG144"]
    assert "our page" in member(made, "word/document.xml")
    assert 'r:id="out"' not in member(made, "word/document.xml")


@pytest.mark.parametrize(("target", "kept"), [
    ("https://example.org/", "https://example.org/"), ("HTTP://EXAMPLE.org", "http://example.org"),
    ("mailto:desk@example.org", "mailto:desk@example.org"),
])  # fmt: skip
def test_a_link_to_an_address_stays_in_its_normal_form(target: str, kept: str) -> None:
    file = HouseFile(outside=[("out", target)]).with_styles()
    file.body = '<w:p><w:hyperlink r:id="out"><w:r><w:t>our page</w:t></w:r></w:hyperlink></w:p>' + slot(
        "briefgen:body"
    )

    assert f'Target="{kept}' in member(brief_in(file.packed()), "word/_rels/document.xml.rels")


def test_a_merge_with_data_elsewhere_is_taken_out_as_a_whole() -> None:
    file = HouseFile().with_styles()
    settings = f'<w:settings {W} {R}><w:mailMerge><w:dataSource r:id="r1"/></w:mailMerge></w:settings>'
    file.part("word/settings.xml", f"{WML}.settings+xml", settings, "settings")
    file.relations["word/settings.xml"] = [(f"{OFFICE}/mailMergeSource", "gone.mdb")]
    style_read, told = read(file.packed())

    assert [d.code for d in told] == ["BG144"]
    assert "mailMerge" not in member(made_in(style_read), "word/settings.xml")


# ---------------------------------------------------------------- direction


def _normal(paragraphs: str = "", words: str = "", defaults: str = "", *others: str) -> str:
    inner = (f"<w:pPr>{paragraphs}</w:pPr>" if paragraphs else "") + (f"<w:rPr>{words}</w:rPr>" if words else "")
    normal = style("paragraph", "Normal", "Normal", inner, default=True)
    return f"<w:styles {W}>{defaults}{normal}{''.join(others)}</w:styles>"


_BIDI_DEFAULT = "<w:docDefaults><w:pPrDefault><w:pPr><w:bidi/></w:pPr></w:pPrDefault></w:docDefaults>"
_BASE = style("paragraph", "Base", "Base", "<w:pPr><w:bidi/></w:pPr>")
_BODY = style("paragraph", "Corps", "Body Text", '<w:basedOn w:val="Normal"/>')
RIGHT_TO_LEFT = {
    "Normal": _normal("<w:bidi/>"),
    "Normal, said": _normal('<w:bidi w:val="1"/>'),
    "Normal, in words": _normal('<w:bidi w:val="true"/>'),
    "Normal, on": _normal('<w:bidi w:val="on"/>'),
    "the defaults": _normal(defaults=_BIDI_DEFAULT),
    "based on it": _normal("<w:bidi/>", "", "", _BODY),
    "with its words": _normal("<w:bidi/>", "<w:rtl/>"),
    "right-aligned": _normal('<w:bidi/><w:spacing w:after="0"/><w:jc w:val="right"/>'),
    "with a heading": _normal(
        "<w:bidi/>", "", "", style("paragraph", "H1", "heading 1", '<w:basedOn w:val="Normal"/>')
    ),
    "through another": _normal(
        "", "", "", _BASE, style("paragraph", "Corps", "Body Text", '<w:basedOn w:val="Base"/>')
    ),
}


@pytest.mark.parametrize("name", RIGHT_TO_LEFT)
def test_a_file_that_runs_from_right_to_left_is_told_and_a_brief_runs_its_own_way(name: str) -> None:
    style_read, told = read(HouseFile().with_styles(RIGHT_TO_LEFT[name]).packed())
    text = member(made_in(style_read), "word/document.xml")

    assert [d.code for d in told] == ["BG147"]
    assert '<w:bidi w:val="0"/>' in text
    assert ('<w:rtl w:val="0"/>' in text) is ("<w:rtl/>" in RIGHT_TO_LEFT[name])


@pytest.mark.parametrize("name", ["Normal", "the defaults"])
def test_a_brief_that_runs_from_right_to_left_itself_is_left_to_the_file(name: str) -> None:
    style_read, _ = read(HouseFile().with_styles(RIGHT_TO_LEFT[name]).packed())
    assert style_read is not None
    document = sample_document()
    urdu = replace(document, front=replace(document.front, language="ur"))
    made = render(urdu, "docx", style_read).value.data

    assert "w:bidi " not in member(made, "word/document.xml")


@pytest.mark.parametrize("styles", [_normal(), _normal('<w:bidi w:val="0"/>'), _normal('<w:bidi w:val="false"/>'),
                                    _normal('<w:bidi w:val="0"/>', "", _BIDI_DEFAULT)])  # fmt: skip
def test_a_file_that_runs_from_left_to_right_is_not_told(styles: str) -> None:
    assert "w:bidi" not in member(brief_in(HouseFile().with_styles(styles).packed()), "word/document.xml")


def test_a_table_style_that_runs_from_right_to_left_is_turned_round() -> None:
    table = style("table", "T", "Ministry Table", "<w:tblPr><w:bidiVisual/></w:tblPr>", custom=True)
    text = member(brief_in(HouseFile().with_styles(_normal("", "", "", table)).packed()), "word/document.xml")

    assert '<w:tblStyle w:val="T"/><w:bidiVisual w:val="0"/>' in text
