"""Word files of the shipped briefs, as an editor changes them, and what is read back of them."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from briefgen.render import render
from briefgen.render.docx.body.block_digests import digest
from briefgen.render.docx.read_back.manifest import read_back
from readers.docx import W, part
from samples.shipped_briefs import WORKSPACE, brief


def word_file(audience: str) -> bytes:
    """A shipped brief in Word."""
    return render(brief(audience), "docx", WORKSPACE.style).value.data


def with_body(data: bytes, xml: bytes, part_name: str = "word/document.xml") -> bytes:
    """The file with another body, or another one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name == part_name else old.read(name))
    return out.getvalue()


def edited(data: bytes, *keys: str) -> bytes:
    """The file after an editor wrote over the last words of some blocks: of a table, in its last cell."""
    root = part(data, "word/document.xml")
    for key in keys:
        mark = next(e for e in root.iter(f"{W}bookmarkStart") if e.get(f"{W}name") == f"_bg_{key}")
        holder = next(mark.iterancestors(f"{W}tbl", f"{W}body"))
        holder = next(mark.iterancestors(f"{W}p")) if holder.tag == f"{W}body" else holder
        list(holder.iter(f"{W}t"))[-1].text = "An editor’s own words."
    return with_body(data, etree.tostring(root))


def with_cell(data: bytes, was: str, now: str) -> bytes:
    """The file after a figure of the workbook behind its first chart was overwritten."""
    name = "word/embeddings/Microsoft_Excel_Sheet1.xlsx"
    sheet = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        book = package.read(name)
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        xml = package.read(sheet)
    old, new = (f"<v>{figure}</v>".encode() for figure in (was, now))
    assert xml.count(old) == 1
    return with_body(data, with_body(book, xml.replace(old, new), sheet), name)


def changed(data: bytes) -> set[str]:
    """Keys of the blocks whose text is no longer what was made."""
    entries, texts = read_back(data)
    return {entry.key for entry in entries if digest(texts.get(entry.key, "")) != entry.digest}
