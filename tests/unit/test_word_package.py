"""A Word file from outside: what could fetch, run or explode is refused or taken out, and told with its place."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import Place, Report, Severity
from briefgen.load.styles import read_named
from briefgen.load.word_package import open_word, packed
from briefgen.world import Memory
from house_files import FILES, W, document, package, paragraph

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


_ENTITY = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'
_MACROS = '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
REFUSED = {
    "no .docx": b"\xd0\xcf\x11\xe0 an old file",
    "neither a Word document": with_member(file(), "x.txt", b"", **{"document.main": "glossary"}),
    "macros": with_member(file(), "word/vbaProject.bin", b"x", **{"</Types>": f"{_MACROS}</Types>"}),
    "document type": with_member(file(), "word/styles.xml", _ENTITY),
    "out of place": with_member(file(), "../evil.xml", b"<x/>"),
    "one twice": with_member(file(), "WORD/document.xml", b"<x/>"),
    "far more than it is": with_member(file(), "word/media/bomb.bin", b"\0" * (40 << 20)),
    "not well-formed": with_member(file(), "word/styles.xml", b"<w"),
    "DDEAUTO": file(field("DDE", "AUTO cmd")),
    "INCLUDETEXT": file(field("INCLUDE", 'TEXT "C:\\\\secret.docx"')),
    "INCLUDEPICTURE": file('<w:p><w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://x/y.png&quot; "/></w:p>'),
}  # fmt: skip


@pytest.mark.parametrize("said", REFUSED)
def test_an_unsafe_file_is_refused_with_the_reason(said: str) -> None:
    parts, found = opened(REFUSED[said])

    assert parts is None
    assert [(d.code, d.severity, d.place) for d in found] == [("BG141", Severity.ERROR, PLACE)]
    assert said in found[0].message


def test_references_that_lead_out_are_taken_out_with_what_uses_them_and_told() -> None:
    template = (
        f'<Relationship Id="evil" Type="{_REL}/attachedTemplate" Target="http://evil/x.dotm" TargetMode="External"/>'
    )
    picture = f'<Relationship Id="pic" Type="{_REL}/image" Target="http://evil/track.png" TargetMode="External"/>'
    link = f'<Relationship Id="ok" Type="{_REL}/hyperlink" Target="https://example.org/" TargetMode="External"/>'
    body = '<w:p><w:r><w:t>a</w:t></w:r><w:hyperlink r:id="ok"/><w:hyperlink r:id="pic"/></w:p>'
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


def test_a_page_without_room_for_text_is_refused() -> None:
    narrow = '<w:pgSz w:w="5000" w:h="15840"/><w:pgMar w:top="1" w:right="1000" w:bottom="1" w:left="1000" w:header="0" w:footer="0" w:gutter="0"/>'  # noqa: E501 - one element
    data = package({"document": document("", narrow), "styles": STYLES})

    assert "leave 53 by" in read("narrow", {"templates/styles/narrow.docx": data})[0]
