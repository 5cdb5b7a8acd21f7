"""What an editor does to a file in Word or LibreOffice can be read back, block by block."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from lxml import etree

from briefgen.render.docx.read_back.manifest import read_back
from readers.docx import W, part
from samples.edited_word_files import changed, with_body, with_cell, word_file
from samples.shipped_briefs import AUDIENCES, brief


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_block_has_its_anchor_and_says_what_the_manifest_says(audience: str) -> None:
    data, document = word_file(audience), brief(audience)
    entries, texts = read_back(data)

    assert {entry.key for entry in entries} == set(texts)
    assert {anchor.key for anchor in document.anchors} <= set(texts) | {""}
    assert {anchor.key: anchor.facts for anchor in document.anchors}.items() >= {
        (entry.key, entry.facts) for entry in entries if entry.facts
    }
    assert changed(data) == set()
    names = [e.get(f"{W}name") or "" for e in part(data, "word/document.xml").iter(f"{W}bookmarkStart")]
    assert all(re.fullmatch(r"_(bg|to)_\w{1,36}", name) for name in names)


def test_a_figure_changed_in_the_data_of_a_chart_is_read_back() -> None:
    data = word_file("minister")
    entries, texts = read_back(data)
    (key,) = (entry.key for entry in entries if entry.kind == "chart")
    edited_file = with_cell(data, "37", "38.2")

    assert "36.5" in texts[key].split()
    assert changed(edited_file) == {key}
    assert read_back(edited_file)[1][key] == texts[key].replace("\t37\t", "\t38.2\t", 1)
    assert changed(with_cell(data, "36.5", "36.500000000000001")) == set()


def as_excel_saves(book: bytes) -> bytes:
    """The workbook with its words in a part of their own and a number in full length, as Excel writes them."""
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        members = {name: package.read(name).decode() for name in package.namelist()}
    words: list[str] = []

    def shared(found: re.Match[str]) -> str:
        words.append(found[2])
        return f'<c r="{found[1]}" t="s"><v>{len(words) - 1}</v></c>'

    sheet = "xl/worksheets/sheet1.xml"
    inline = r'<c r="(\w+)" t="inlineStr"><is><t[^>]*>([^<]*)</t></is></c>'
    members[sheet] = re.sub(inline, shared, members[sheet]).replace("<v>36.5</v>", "<v>36.500000000000001</v>")
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    items = "".join(f"<si><t>{word}</t></si>" for word in words)
    members["xl/sharedStrings.xml"] = f'<sst xmlns="{main}">{items}</sst>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    link = f'<Relationship Id="rId9" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
    relations = "xl/_rels/workbook.xml.rels"
    members[relations] = members[relations].replace("</Relationships>", link)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in members.items():
            package.writestr(name, text)
    return out.getvalue()


def test_a_workbook_saved_by_excel_says_the_same() -> None:
    data = word_file("minister")
    name = "word/embeddings/Microsoft_Excel_Sheet1.xlsx"
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        book = package.read(name)
    saved = with_body(data, as_excel_saves(book), name)

    assert b"inlineStr" not in as_excel_saves(book)
    assert read_back(saved) == read_back(data)


def test_a_chart_without_a_workbook_that_can_be_read_says_nothing() -> None:
    data = word_file("minister")
    entries, _ = read_back(data)
    (key,) = (entry.key for entry in entries if entry.kind == "chart")
    for book in (b"", b"no zip", with_body(data, b"<x/>", "word/workbook.xml")):
        assert read_back(with_body(data, book, "word/embeddings/Microsoft_Excel_Sheet1.xlsx"))[1][key] == ""


def test_a_block_that_an_editor_deleted_is_missed() -> None:
    data = word_file("minister")
    entries, _ = read_back(data)
    root = part(data, "word/document.xml")
    mark = next(e for e in root.iter(f"{W}bookmarkStart") if e.get(f"{W}name") == f"_bg_{entries[1].key}")
    paragraph = next(mark.iterancestors(f"{W}p"))
    next(paragraph.iterancestors()).remove(paragraph)
    _, now = read_back(with_body(data, etree.tostring(root)))

    assert {entry.key for entry in entries} - set(now) == {entries[1].key}


def test_a_file_that_is_not_ours_is_told() -> None:
    foreign = io.BytesIO()
    with zipfile.ZipFile(foreign, "w") as package:
        package.writestr("word/document.xml", "<x/>")

    with pytest.raises(ValueError, match="no manifest"):
        read_back(foreign.getvalue())


def test_the_file_names_its_audience_and_content_and_no_library() -> None:
    data = word_file("minister")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        everything = b"".join(package.read(name) for name in package.namelist())
        custom = package.read("docProps/custom.xml").decode()

    assert b"python-docx" not in everything
    for name, value in (("Relation", "pakistan-belarus"), ("Audience", "minister"), ("Content", r"[0-9a-f]{64}")):
        assert re.search(f'name="{name}"><vt:lpwstr>{value}<', custom)
