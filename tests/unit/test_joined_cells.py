"""Cells that take several columns or rows, from the template's signs to every format."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from briefgen.model.document import Align, Block, Table
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.traversal import in_rows
from briefgen.render import render
from briefgen.render.table_grid import spots
from briefgen.world import Memory
from readers.document_words import words_of_inlines
from readers.docx import W, part
from readers.every_reader import READERS, words_in
from readers.html import page
from readers.pdf import pdf_faults, structure
from samples.composing import BASE, composed, loaded
from samples.rendering import rendered
from samples.sample_document import document, joined_table

if TYPE_CHECKING:
    from briefgen.model.document import Cell


def _table(lines: str) -> Table:
    files = {**BASE, "templates/sections/one.md.j2": lines}
    brief, said = composed(loaded(Memory({name: text.encode() for name, text in files.items()})), "reader")
    assert [d.code for d in said] == ["BG301"]  # there are no data
    (table,) = in_rows(brief.blocks)
    assert isinstance(table, Table)
    return table


def _sizes(row: tuple[Cell, ...]) -> list[tuple[str, int, int]]:
    return [(words_of_inlines(cell.inlines), cell.columns, cell.rows) for cell in row]


def test_signs_join_places_to_the_left_and_above() -> None:
    table = _table("| a | b | < |\n|---|---|---|\n| c | d | e |\n| ^ | f | < |\n| ^ | ^ | ^ |\n")
    assert _sizes(table.header) == [("a", 1, 1), ("b", 2, 1)]
    assert [_sizes(row) for row in table.rows] == [[("c", 1, 3), ("d", 1, 1), ("e", 1, 1)], [("f", 2, 2)], []]


@pytest.mark.parametrize(
    "lines",
    [
        "| < | b | ^ |\n|---|---|---|\n| ^ | < | < |\n| ^ | ^ | x |\n",
        "| a | b | c |\n|---|---|---|\n| a | < | c |\n| ^ | x | c |\n| ^ | ^ | < |\n| x | ^ | < |\n",
    ],
)
def test_whatever_is_joined_the_cells_fill_every_row_once(lines: str) -> None:
    table = _table(lines)
    for group in ((table.header,), table.rows):
        filled = [
            (y + down, spot.column + right)
            for y, row in enumerate(spots(group))
            for spot in row
            for down in range(spot.cell.rows)
            for right in range(spot.cell.columns)
        ]
        assert sorted(filled) == [(y, x) for y in range(len(group)) for x in range(3)]


def test_a_value_of_the_data_joins_nothing() -> None:
    table = _table('| a | b |\n|---|---|\n| c | {{ "<" }} |\n')
    assert _sizes(table.rows[0]) == [("c", 1, 1), ("<", 1, 1)]


_JOINED = document(joined_table(12))


@pytest.mark.parametrize("name", READERS)
def test_every_format_says_the_same(name: str) -> None:
    assert READERS[name](rendered(_JOINED, name, DEFAULT_STYLE)) == words_in(_JOINED, name)


def test_markdown_has_the_words_of_joined_cells_in_their_first_place() -> None:
    lines = render(_JOINED, "md", DEFAULT_STYLE).value.data.decode().splitlines()
    rows = [line for line in lines if line.startswith("|")]

    assert rows[0] == "| Group | Figures of the group |  |"
    assert rows[1] == "| --- | --- | --: |"
    assert rows[2] == "| Group 0 with a name of some length | first 0 | 0.0 |"
    assert rows[3] == "|  | a remark on group 0 |  |"
    assert {row.count("|") for row in rows} == {4}


def test_a_pdf_names_the_places_that_cells_take() -> None:
    data = render(_JOINED, "pdf", DEFAULT_STYLE).value.data
    cells = [e for e in structure(data).walk() if e.kind in {"TH", "TD"}]
    assert sum("/ColSpan" in row for e in cells for row in e.attributes) == 13
    assert sum("/RowSpan" in row for e in cells for row in e.attributes) == 4
    assert pdf_faults(data, "ua1") == pdf_faults(data, "2a") == []


def test_a_tall_joined_cell_makes_its_rows_high_enough() -> None:
    words = "word " * 60
    rows = (f"| {words} | x |", "| ^ | y |", "| z | last |")
    lines = "| a | b |\n|---|---|\n" + "\n".join(rows)
    blocks: tuple[Block, ...] = (_table(lines),)
    with pypdfium2.PdfDocument(render(document(*blocks), "pdf", DEFAULT_STYLE).value.data) as pdf:
        layer = pdf[0].get_textpage()
        text = layer.get_text_range()
        tall = min(layer.get_charbox(i)[1] for i, c in enumerate(text) if c == "d" and text[i - 3 : i] == "wor")
        assert layer.get_charbox(text.index("last"))[3] < tall
        layer.close()


def test_word_and_the_web_join_the_same_cells() -> None:
    data = render(_JOINED, "docx", DEFAULT_STYLE).value.data
    body = part(data, "word/document.xml")
    assert sum(1 for _ in body.iter(f"{W}gridSpan")) == 13
    assert sum(merge.get(f"{W}val") == "restart" for merge in body.iter(f"{W}vMerge")) == 4
    root = page(render(_JOINED, "html", DEFAULT_STYLE).value.data)
    assert len(root.xpath("//*[@colspan]")) == 13
    assert len(root.xpath("//*[@rowspan]")) == 4


def test_rows_that_a_cell_joins_stand_on_one_page() -> None:
    data = render(document(joined_table(90)), "pdf", DEFAULT_STYLE).value.data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) > 1
    groups: list[set[int]] = []
    left = 0
    for row in (e for e in structure(data).walk() if e.kind == "TR"):
        pages = {mark[0] for e in row.walk() for mark in e.marks}
        rows = [int(a["/RowSpan"]) for e in row.walk() for a in e.attributes if "/RowSpan" in a]
        if left:
            groups[-1] |= pages
            left -= 1
        elif rows:
            groups.append(pages)
            left = rows[0] - 1
    assert len(groups) == 30
    assert all(len(pages) == 1 for pages in groups)


def test_a_joined_column_is_aligned_where_cells_are_single() -> None:
    table = _table("| a | b |\n|---|--:|\n| all | < |\n| c | {{ typed('1.5', 'an example') }} |\n")
    assert table.align == (Align.START, Align.DECIMAL)
