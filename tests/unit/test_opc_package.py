"""A Word file from outside: what could fetch, run or explode is refused or taken out, and told with its place."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import Place, Report, Severity
from briefgen.load.styles.style_lookup import read_named
from briefgen.load.word.opc_package import open_word, packed
from briefgen.world import Memory
from samples.house_files import FILES, W, document, package, paragraph, slot, style

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic

PLACE = Place("templates/styles/house.docx")
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = f"<w:styles {W}/>"


def opened(data: bytes) -> tuple[dict[str, bytes] | None, list[Diagnostic]]:
    report = Report()
    return open_word(data, PLACE, report), list(report.diagnostics)


def file(body: str = "", *, extra: str = "") -> bytes:
    return package({"document": document(body or paragraph("x")), "styles": STYLES}, extra=extra)


def with_member(data: bytes, name: str, content: bytes, **changes: str) -> bytes:
    """The file with one more member, and texts replaced in its content types."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            text = old.read(member)
            for before, after in changes.items():
                text = text.replace(before.encode(), after.encode()) if member == "[Content_Types].xml" else text
            if member != name:
                new.writestr(member, text)
        new.writestr(name, content)
    return out.getvalue()


def field(*pieces: str) -> str:
    """A field whose code is split over runs."""
    codes = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{codes}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


def rewritten(name: str, content: bytes) -> bytes:
    """The file with another part in place of one."""
    return with_member(file(), name, content)


def without(*names: str) -> bytes:
    """The file without some of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file())) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            if member not in names:
                new.writestr(member, old.read(member))
    return out.getvalue()


def related(kind: str, target: str, *, outside: bool = False) -> bytes:
    """A file whose body has one more relation."""
    mode = ' TargetMode="External"' if outside else ""
    return file(extra=f'<Relationship Id="evil" Type="{_REL}/{kind}" Target="{target}"{mode}/>')


def picture(width: int, height: int) -> bytes:
    """A PNG whose header claims a size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(head)) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return b"\x89PNG\r\n\x1a\n" + chunk + b"\0\0\0\0IEND\xaeB`\x82"


def nested() -> str:
    """A field whose code is written around another field."""
    begin, end = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    code = "<w:r><w:instrText>{}</w:instrText></w:r>"
    inner = begin + code.format("PAGE") + end
    return f"<w:p>{begin}{code.format('dd')}</w:p><w:p>{inner}{code.format('eauto cmd')}{end}</w:p>"


_ENTITY = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'
_UTF16 = f'<?xml version="1.0" encoding="utf-16"?><!--{"x" * 5000}--><!DOCTYPE w [<!ENTITY x "y">]><w/>'
_MACROS = '<Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
_HIDDEN = '<Override PartName="/word/x.bin" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>'  # noqa: E501 - one element
_STRICT = b'<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
_STYLES = "word/styles.xml"
_BODY = "word/document.xml"
_PICTURE = "word/media/a.png"
_SCRIPTED = b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'
REFUSED: dict[str, tuple[bytes, str]] = {
    "an old file": (b"\xd0\xcf\x11\xe0 an old file", "no .docx"),
    "text": (b"hello", "no .docx"),
    "nothing": (b"", "no .docx"),
    "cut": (file()[:400], "no .docx"),
    "another kind": (with_member(file(), "x.txt", b"", **{"document.main": "glossary"}), "neither a Word document"),
    "no body": (without(_BODY), "neither a Word document"),
    "no types": (without("[Content_Types].xml"), "neither a Word document"),
    "no relations": (without("_rels/.rels"), "neither a Word document"),
    "strict": (rewritten(_BODY, _STRICT), "Strict Open XML"),
    "macros": (with_member(file(), "word/vbaProject.bin", b"x"), "macros or embedded objects (vbaProject.bin)"),
    "macros by type": (with_member(file(), "word/x.bin", b"", **{"</Types>": f"{_MACROS}</Types>"}), "(vbaProject)"),
    "a program by relation": (related("vbaProject", "x.bin"), "other documents: a reference from word/document.xml"),
    "an object": (related("oleObject", "embeddings/x.bin"), "(oleObject)"),
    "a chunk": (related("aFChunk", "x.html"), "(aFChunk)"),
    "a part of another file": (related("subDocument", "x.docx", outside=True), "(subDocument)"),
    "text unnamed": (
        with_member(
            file(),
            "word/x.bin",
            f"<w:hdr {W}>{field('DDE', 'AUTO cmd')}</w:hdr>".encode(),
            **{"</Types>": f"{_HIDDEN}</Types>"},
        ),
        "(DDEAUTO)",
    ),
    "document type": (rewritten(_STYLES, _ENTITY), "declares a document type"),
    "document type in UTF-16": (rewritten(_STYLES, _UTF16.encode("utf-16")), "declares a document type"),
    "document type without a mark": (rewritten(_STYLES, _UTF16.encode("utf-16-be")), "neither UTF-8 nor UTF-16"),
    "document type in UTF-7": (
        rewritten(_STYLES, b'<?xml version="1.0" encoding="utf-7"?>+ADw-!DOCTYPE x+AD4-<w/>'),
        "neither UTF-8 nor UTF-16",
    ),
    "a part twice": (with_member(file(), "WORD/document.xml", b"<x/>"), "a part twice"),
    "a part above": (with_member(file(), "../evil.xml", b"<x/>"), "out of place"),
    "a part on a drive": (with_member(file(), "C:/evil.xml", b"<x/>"), "out of place"),
    "a part with an escape": (with_member(file(), "word/\x1b.xml", b"<x/>"), "out of place"),
    "not well-formed": (rewritten(_STYLES, b"<w"), "word/styles.xml is not well-formed"),
    "too deep": (rewritten(_STYLES, b"<w>" * 5000 + b"</w>" * 5000), "nested too deeply"),
    "no list of relations": (rewritten("word/_rels/document.xml.rels", b"<x/>"), "no list of relations"),
    "DDE": (file(field("DDE", "AUTO cmd")), "(DDEAUTO)"),
    "DDE in small letters": (file(field("ddea", "uto cmd")), "(DDEAUTO)"),
    "DDE around a field": (file(nested()), "(DDEAUTO)"),
    "a deleted field": (file(field("DDE cmd").replace("instrText", "delInstrText")), "(DDE)"),
    "text from elsewhere": (file(field("INCLUDE", 'TEXT "C:\\\\secret.docx"')), "(INCLUDETEXT)"),
    "a picture from elsewhere": (
        file('<w:p><w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://x/y.png&quot; "/></w:p>'),
        "(INCLUDEPICTURE)",
    ),
    "a link that runs": (file(field('HYPERLINK \\o "tip" "java', 'script:x"')), "a link to 'javascript:x'"),
    "a link to a share": (file(field('HYPERLINK "\\\\\\\\evil\\\\x"')), "none of http, https or mailto"),
    "no picture": (with_member(file(), _PICTURE, b"junk"), "no picture that can be read"),
    "a picture that runs": (with_member(file(), "word/media/a.svg", _SCRIPTED), "a script in it"),
}
LIMITS: dict[str, tuple[bytes, str]] = {
    "a bomb": (with_member(file(), "word/media/bomb.bin", b"\0" * (40 << 20)), "far more than it is"),
    "many parts": (package({f"x{n}": "<x/>" for n in range(2000)}), "more than 2000 parts"),
    "a large picture": (with_member(file(), _PICTURE, picture(8000, 8000)), "8000 by 8000 pixels"),
    "a picture of all memory": (with_member(file(), _PICTURE, picture(100_000, 100_000)), "too many pixels"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_unsafe_file_is_refused_with_the_reason(name: str) -> None:
    data, said = REFUSED[name]
    parts, found = opened(data)

    assert parts is None
    assert [(d.code, d.severity, d.place) for d in found] == [("BG141", Severity.ERROR, PLACE)]
    assert said in found[0].message


@pytest.mark.parametrize("name", LIMITS)
def test_a_file_too_large_to_be_read_is_a_limit(name: str) -> None:
    data, said = LIMITS[name]
    parts, found = opened(data)

    assert parts is None
    assert [(d.code, d.severity, d.place) for d in found] == [("BG103", Severity.ERROR, PLACE)]
    assert said in found[0].message


HONEST = [" REF link \\h ", ' HYPERLINK \\l "there" ', ' HYPERLINK "https://example.org/" ', " PAGE "]


@pytest.mark.parametrize("code", HONEST)
def test_honest_fields_pass(code: str) -> None:
    assert opened(file(field(code)))[1] == []


@pytest.mark.parametrize("target", ["../../../etc/passwd", "file:///etc/passwd", "gone.xml"])
def test_a_relation_to_nothing_is_taken_out_and_told(target: str) -> None:
    parts, found = opened(related("header", target))

    assert parts is not None
    assert [d.code for d in found] == ["BG144"]
    assert target.encode() not in parts["word/_rels/document.xml.rels"]


def test_styles_without_a_name_and_copied_controls_are_mended() -> None:
    styles = f'<w:styles {W}><w:style w:type="paragraph"/><w:style w:type="paragraph" w:styleId="Own"/></w:styles>'
    parts, found = opened(
        package({"document": document(slot("a") + slot("a") + slot("briefgen:body")), "styles": styles})
    )

    assert found == []
    assert parts is not None
    assert re.findall(rb'<w:name w:val="(.*?)"', parts["word/styles.xml"]) == [b"Own"]
    ids = re.findall(rb'<w:id w:val="(.*?)"', parts["word/document.xml"])
    assert len(set(ids)) == len(ids) == 3


@pytest.mark.parametrize("value", ["big", "inf", "nan", "-20", "9" * 30, "1e9", ""])
def test_a_measure_that_is_none_counts_as_not_said(value: str) -> None:
    looks = f'<w:rPr><w:sz w:val="{value}"/><w:color w:val="{value}"/></w:rPr>'
    spaces = f'<w:pPr><w:spacing w:before="{value}" w:after="{value}" w:line="{value}"/></w:pPr>'
    styles = f"<w:styles {W}>{style('paragraph', 'N', 'Normal', spaces + looks, default=True)}</w:styles>"
    page = f'<w:pgSz w:w="{value}" w:h="{value}"/>'
    told = read("odd", {"templates/styles/odd.docx": package({"document": document("", page), "styles": styles})})

    assert {line.split(" ")[1] for line in told} <= {"BG141", "BG142"}


def test_a_page_that_no_printer_takes_is_refused() -> None:
    data = package({"document": document("", '<w:pgSz w:w="999999" w:h="15840"/>'), "styles": STYLES})

    assert "its page is 17639 by 279 mm" in read("wide", {"templates/styles/wide.docx": data})[0]


def test_references_that_lead_out_are_taken_out_with_what_uses_them_and_told() -> None:
    template = (
        f'<Relationship Id="evil" Type="{_REL}/attachedTemplate" Target="http://evil/x.dotm" TargetMode="External"/>'
    )
    picture = f'<Relationship Id="pic" Type="{_REL}/image" Target="http://evil/track.png" TargetMode="External"/>'
    link = f'<Relationship Id="ok" Type="{_REL}/hyperlink" Target="https://example.org/" TargetMode="External"/>'
    body = '<w:p><w:r><w:t>a</w:t></w:r><w:hyperlink r:id="ok"/><w:hyperlink r:id="pic"/></w:p>' + slot("briefgen:body")
    parts, found = opened(file(body, extra=template + picture + link))

    assert parts is not None
    assert [d.code for d in found] == ["BG144", "BG144"]
    everything = b"".join(parts.values())
    assert b"evil" not in everything
    assert b'r:id="ok"' in everything
    assert b'r:id="pic"' not in everything


@pytest.mark.parametrize("name", FILES)
def test_honest_files_pass_and_are_packed_the_same_each_time(name: str) -> None:
    parts, found = opened(FILES[name])

    assert found == []
    assert parts is not None
    assert packed(parts) == packed(parts)


def read(name: str, files: dict[str, bytes]) -> list[str]:
    report = Report()
    read_named(Memory(files), name, Place("templates/audiences/x.yaml", 3, 8), report)
    return [f"{d.place.path}: {d.code} {d.message}" for d in report.diagnostics]


def test_a_style_is_found_by_name_or_file_and_nothing_outside_of_its_folder() -> None:
    files = {f"templates/styles/{name}": data for name, data in FILES.items()}
    files["secret.docx"] = FILES["minimal.docx"]

    assert [line.split(" ", 2)[1] for line in read("french", files)] == ["BG143", "BG143"]
    assert [line.split(" ", 2)[1] for line in read("template.dotx", files)] == ["BG143", "BG143"]
    assert read("../../secret.docx", files) == [
        "templates/audiences/x.yaml: BG141 there is no house style '../../secret.docx'"
    ]
    assert "BG142" in " ".join(read("minimal", files))
    assert read("frensh", files)[0].endswith("there is no house style 'frensh'")


@pytest.mark.parametrize(("name", "meant"), [("frensh", "french"), ("huose.docx", "house.docx")])
def test_a_style_that_is_not_there_is_told_with_the_one_that_was_meant(name: str, meant: str) -> None:
    report = Report()
    files = {f"templates/styles/{one}": b"" for one in ("house.docx", "house.yaml", "french.yaml")}
    assert read_named(Memory(files), name, Place("a.yaml"), report) is None

    assert [told.hint for told in report.diagnostics] == [f"did you mean '{meant}'?"]


def test_a_page_without_room_for_text_is_refused() -> None:
    narrow = '<w:pgSz w:w="5000" w:h="15840"/><w:pgMar w:top="1" w:right="1000" w:bottom="1" w:left="1000" w:header="0" w:footer="0" w:gutter="0"/>'  # noqa: E501 - one element
    data = package({"document": document("", narrow), "styles": STYLES})

    assert "leave 53 by" in read("narrow", {"templates/styles/narrow.docx": data})[0]
