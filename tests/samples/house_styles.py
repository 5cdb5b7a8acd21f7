"""House styles out of Word files, and briefs in them: a team's own, and the one that `briefgen style new` writes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, Report
from briefgen.load.word.opc_package import open_word
from briefgen.load.word.word_house_style import house_of
from briefgen.model.document import Align, Cell, Link, Note, NoteRef, Strong, Table, TextRun
from briefgen.model.looks.style import DEFAULT_STYLE, PageGeometry
from briefgen.model.values.address import parse_address
from briefgen.render import render, sample_house
from samples.house_files import FILES
from samples.sample_document import cell, document
from samples.shipped_briefs import brief

if TYPE_CHECKING:
    from briefgen.load.word.word_house_style import HouseReading
    from briefgen.model.document import Document
    from briefgen.model.looks.style import Style

MARK = "briefgen:handling"
DARK = "123456"
WIDE = [("word/document.xml", f'w:{side}="1134"', f'w:{side}="2268"') for side in ("right", "left")]
"""The starter with margins of twice the width."""
HEAD_FILL = (
    "word/styles.xml",
    "</w:tcBorders></w:tcPr>",
    f'</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{DARK}"/></w:tcPr>',
)
"""The starter with a ground behind the heads of tables."""
UNMARKED = [
    ([("word/footer1.xml", MARK, "gone")], 2),
    ([("word/header1.xml", MARK, "gone")], 2),
    ([("word/header1.xml", MARK, "gone"), ("word/footer1.xml", MARK, "gone")], 2),
    ([("word/document.xml", "</w:sectPr>", "<w:titlePg/></w:sectPr>")], 4),
    ([("word/document.xml", '<w:footerReference w:type="default"', '<w:footerReference w:type="even"')], 3),
]
"""Starters without a slot for the handling mark somewhere, and how many heads and feet a brief in each has."""


def house(name: str) -> HouseReading:
    """One of the tests' house files, read without a word."""
    return read_house(FILES[name])


WITHOUT_MARGIN = replace(DEFAULT_STYLE, page=PageGeometry())
"""The house style as a Word file is begun with: its page has no column of notes."""


def read_house(data: bytes) -> HouseReading:
    """A Word file, read as a house file without a word."""
    report = Report()
    parts = open_word(data, Place("house.docx"), report)
    assert report.diagnostics == ()
    assert parts is not None
    return house_of(parts)


def house_brief(name: str, audience: str = "minister") -> bytes:
    """A shipped brief in one of the tests' house files."""
    return render(brief(audience), "docx", house(name).style).value.data


def starter(*changes: tuple[str, str, str]) -> Style:
    """The house style of the starter in which an editor changed some words: part, old, new."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sample_house(WITHOUT_MARGIN, "en-GB"))) as old, zipfile.ZipFile(out, "w") as new:
        members = {name: old.read(name).decode("utf-8", "surrogateescape") for name in old.namelist()}
        for name, was, now in changes:
            assert was in members[name]
            members[name] = members[name].replace(was, now)
        for name, text in members.items():
            new.writestr(name, text.encode("utf-8", "surrogateescape"))
    return style_of(out.getvalue())


def style_of(file: bytes) -> Style:
    """The house style of a Word file."""
    parts = open_word(file, Place("house.docx"), Report())
    assert parts is not None
    return house_of(parts).style


def starter_with_dark_heads(ink: str) -> Style:
    """The starter whose table style puts a ground behind heads, with or without the ink of their words."""
    first = '<w:tblStylePr w:type="firstRow">'
    return starter(("word/styles.xml", f"{first}<w:tblPr/>", f"{first}{ink}<w:tblPr/>"), HEAD_FILL)


def hard_heads() -> Document:
    """A table whose head has every kind of run that could have a colour of its own."""
    link, note = Link(parse_address("https://example.org"), (TextRun("link"),)), NoteRef(1)
    heads = (TextRun("plain"), Strong((TextRun("bold"),)), TextRun("mot", language="fr"), link)
    cells = tuple(Cell((inline,)) for inline in (*heads, note))
    table = Table("t", (Align.START,) * len(cells), cells, (tuple(cell("word") for _ in cells),))
    return document(table, notes=(Note(1, (TextRun("said"),)),))


def filled_table(rows: int) -> Table:
    """A table of two columns and some rows."""
    body = tuple((cell(f"row {n}"), cell("words")) for n in range(1, rows + 1))
    return Table("t", (Align.START, Align.START), (cell("What"), cell("Which")), body)
