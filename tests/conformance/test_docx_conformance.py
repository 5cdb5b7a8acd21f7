"""Word files before outside judges: Microsoft's own validator, a second one, and LibreOffice as a reader."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from briefgen.model.document import Heading
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.traversal import in_rows
from briefgen.render import render
from briefgen.render.docx.body.column_widths import plain
from conformance.judges import (
    libreoffice,
    libreoffice_all,
    open_xml_faults,
    openxml_audit_faults,
    structure_text,
    verapdf_faults,
)
from readers.docx import W, part
from readers.pdf_tags import TAGS
from samples import second_relation
from samples.pictures import pictures_document
from samples.sample_document import sample_document, torture_document
from samples.shipped_briefs import AUDIENCES, brief

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model.document import Document

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_FOOT = 60.0
"""Where the running foot is, in points from the page's edge."""
SOURCES = {
    "sample": sample_document(),
    "torture": torture_document(4),
    "pictures": pictures_document(),
    "india-czechia": second_relation.brief("researcher"),
}


def file_of(source: Document, folder: Path, name: str = "brief") -> Path:
    file = folder / f"{name}.docx"
    file.write_bytes(render(source, "docx", DEFAULT_STYLE).value.data)
    return file


@pytest.mark.parametrize("audience", AUDIENCES)
def test_both_validators_find_nothing_in_a_shipped_brief(audience: str, tmp_path: Path) -> None:
    file = file_of(brief(audience), tmp_path)

    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""


@pytest.mark.parametrize("source", SOURCES)
def test_both_validators_find_nothing_in_hard_cases(source: str, tmp_path: Path) -> None:
    file = file_of(SOURCES[source], tmp_path)

    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bytes, Path]]:
    """Every Word file, and the tagged PDF that LibreOffice makes of it."""
    folder = tmp_path_factory.mktemp("tagged")
    sources = {**{audience: brief(audience) for audience in AUDIENCES}, **SOURCES}
    files = [file_of(source, folder, name) for name, source in sources.items()]
    options = '{"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"}}'
    made = libreoffice_all(files, f"pdf:writer_pdf_Export:{options}", folder)
    return {file.stem: (file.read_bytes(), pdf) for file, pdf in zip(files, made, strict=True)}


@pytest.fixture(scope="module")
def tagged(converted: dict[str, tuple[bytes, Path]]) -> dict[str, tuple[bytes, str]]:
    """Every Word file, and the tags of that PDF."""
    return {name: (data, structure_text(pdf)) for name, (data, pdf) in converted.items()}


@pytest.mark.parametrize("name", [*AUDIENCES, *SOURCES])
def test_another_program_takes_no_style_for_a_tag_and_sets_the_text_in_the_faces_of_the_file(
    name: str, converted: dict[str, tuple[bytes, Path]]
) -> None:
    _, file = converted[name]
    with pikepdf.open(file) as pdf:
        turned = {str(tag).lstrip("/") for tag in pdf.Root.StructTreeRoot.get("/RoleMap", {})}
        fonts = {str(font.BaseFont).rpartition("+")[2] for page in pdf.pages for font in page.Resources.Font.values()}

    assert turned & TAGS == set()
    serif = {"BriefgenSerif-Regular"} if name != "pictures" else set()  # those have captions and notes alone
    assert {"BriefgenSans-Regular", "BriefgenSans-Bold", *serif} <= fonts


OF_LIBREOFFICE = {
    "7.1-3": "the borders of paragraphs are neither tagged nor artifacts",
    "7.18.3-1": "pages do not say in which order links are gone through",
    "7.18.5-1": "links to footnotes and in them are not tagged",
    "7.9-1": "footnotes have no identifier",
    "7.3-1": "of a chart in a Word file, and of a watermark on each page, its description is not read",
    "7.2-42": "cells of several rows that go on overleaf are tagged twice",
    "7.21.7-1": "a font of the machine's own says of a letter nothing",
}
"""Rules of PDF/UA-1 that LibreOffice 7.4 breaks by itself, whatever is in a Word file."""
_RULE = re.compile(r"  (?P<rule>[\d.]+-\d+), (?P<times>\d+) times: ")


@pytest.fixture(scope="module")
def broken(converted: dict[str, tuple[bytes, Path]]) -> dict[str, dict[str, int]]:
    """Every Word file, and how often the tagged PDF that LibreOffice makes of it breaks which rule."""
    found: dict[str, dict[str, int]] = {name: {} for name in converted}
    current: dict[str, int] = {}
    for line in verapdf_faults("ua1", *(file for _, file in converted.values())):
        if line.startswith("FAIL"):
            current = found[line.rpartition("/")[2].removesuffix(".pdf")]
        elif rule := _RULE.match(line):
            current[rule["rule"]] = int(rule["times"])
    return found


@pytest.mark.parametrize("name", [*AUDIENCES, *SOURCES])
def test_a_tagged_pdf_of_another_program_has_no_fault_of_ours(
    name: str, broken: dict[str, dict[str, int]], converted: dict[str, tuple[bytes, Path]]
) -> None:
    body = part(converted[name][0], "word/document.xml")
    notes = part(converted[name][0], "word/footnotes.xml")
    in_notes = [*notes.iter(f"{W}hyperlink"), *notes.iter(f"{W}instrText"), *body.iter(f"{W}footnoteReference")]

    assert set(broken[name]) <= set(OF_LIBREOFFICE)
    assert broken[name].get("7.18.5-1", 0) <= len(in_notes)
    data, file = converted[name]
    with zipfile.ZipFile(io.BytesIO(data)) as package, pikepdf.open(file) as pdf:
        heads = [package.read(part_name) for part_name in package.namelist() if "/header" in part_name]
        marks = len(pdf.pages) if any(b"WaterMark" in head for head in heads) else 0
    assert broken[name].get("7.3-1", 0) <= len(list(body.iter(CHART))) + marks


@pytest.mark.parametrize("name", AUDIENCES)
def test_nothing_but_lines_is_untagged_there(name: str, converted: dict[str, tuple[bytes, Path]]) -> None:
    untagged: set[str] = set()
    with pikepdf.open(converted[name][1]) as pdf:
        for page in pdf.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                operator = str(instruction.operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
                untagged |= {operator} if not depth else set()

    assert untagged & {"TJ", "Tj", "'", '"', "Do", "sh"} == set()


def seen_and_meant(data: bytes, tags: str) -> tuple[dict[str, int], dict[str, int]]:
    """How many headings, items, tables, head cells and notes another program sees in a file, and the file means."""
    body = part(data, "word/document.xml")
    styles = [style.get(f"{W}val") or "" for style in body.iter(f"{W}pStyle")]
    heads = [row for row in body.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    meant = {
        "heading": sum(style.startswith(("Heading", "CalloutTitle", "CautionTitle")) for style in styles),
        "LI": len(list(body.iter(f"{W}numPr"))),
        "Table": len(list(body.iter(f"{W}tbl"))),
        "TH": sum(len(row.findall(f"{W}tc")) for row in heads),
        "Note": len(list(body.iter(f"{W}footnoteReference"))),
    }
    seen = {kind: count(tags, kind) for kind in meant}
    return {**seen, "heading": sum(count(tags, f"H{level}") for level in range(1, 7))}, meant


@pytest.mark.parametrize("audience", AUDIENCES)
def test_another_program_sees_the_headings_lists_heads_and_notes_of_a_shipped_brief(
    audience: str, tagged: dict[str, tuple[bytes, str]]
) -> None:
    seen, meant = seen_and_meant(*tagged[audience])

    assert seen == meant
    assert meant["TH"] >= meant["Table"] > 0


@pytest.mark.parametrize("source", SOURCES)
def test_another_program_sees_the_head_of_every_table_in_hard_cases(
    source: str, tagged: dict[str, tuple[bytes, str]]
) -> None:
    seen, meant = seen_and_meant(*tagged[source])

    assert [seen[kind] for kind in ("Table", "TH")] == [meant[kind] for kind in ("Table", "TH")]


def test_another_program_leaves_no_heading_alone_at_the_foot_of_a_page(tmp_path: Path) -> None:
    source = brief("researcher")
    headings = {plain(block.inlines) for block in in_rows(source.blocks) if isinstance(block, Heading)}
    left_alone = []
    with pypdfium2.PdfDocument(libreoffice(file_of(source, tmp_path), "pdf", tmp_path).read_bytes()) as pdf:
        for page in pdf:
            layer = page.get_textpage()
            lines = layer.get_text_bounded(bottom=_FOOT).split("\r\n")
            layer.close()
            left_alone += [lines[-1]] if lines[-1].strip() in headings else []

    assert source.front.contents
    assert len(headings) > 10
    assert left_alone == []


def count(tags: str, name: str) -> int:
    """How many elements of a kind a tag tree holds."""
    return len(re.findall(rf"^\s*{name}(?:[ :]|$)", tags, re.MULTILINE))
