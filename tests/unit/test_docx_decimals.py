"""Columns of figures in Word files: decimal points stand one under the other, as another program shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from briefgen.model.document import Align, Table
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import render
from judges import libreoffice, open_xml_faults, openxml_audit_faults
from reading_docx import W, part
from sample_document import cell, document, joined_table
from shipped_briefs import brief

if TYPE_CHECKING:
    from pathlib import Path

CASES = [
    (["7.25", "≈ 12347.5", "−7", "> US$7.1"], "."),
    (["7,25\u00a0Mio. €", "≈ 12.347,5\u00a0Mio. €", "7\u00a0Mio. €"], ","),
    (["≈ 7.1 million [2.05–2.15]", "≈ 7 million [2.5–3.5]"], "."),
]


def made(cells: list[str], mark: str = ".", widths: tuple[int, ...] = ()) -> bytes:
    rows = tuple((cell("name"), cell(words)) for words in cells)
    table = Table("t", (Align.START, Align.DECIMAL), (cell("What"), cell("Value")), rows, widths=widths)
    return render(document(table, decimal_mark=mark), "docx", DEFAULT_STYLE).value.data


def indents(data: bytes) -> list[int]:
    """How far the figure of each row stands from the right, in twips."""
    _, *rows = part(data, "word/document.xml").iter(f"{W}tr")
    found = [list(row.iter(f"{W}p"))[-1].find(f"{W}pPr/{W}ind") for row in rows]
    return [0 if indent is None else int(indent.get(f"{W}right") or 0) for indent in found]


@pytest.mark.parametrize(("cells", "mark"), CASES)
def test_the_digit_before_the_point_ends_in_one_place(cells: list[str], mark: str, tmp_path: Path) -> None:
    file = tmp_path / "figures.docx"
    file.write_bytes(made(cells, mark))
    with pypdfium2.PdfDocument(libreoffice(file, "pdf", tmp_path).read_bytes()) as pdf:
        layer = pdf[0].get_textpage()
        words = layer.get_text_range()
        edges = [layer.get_charbox(i)[2] for i, c in enumerate(words) if c == "7"][: len(cells)]
        layer.close()

    # At the right edge they would differ by ten points and more. The font that stands in for FiraGO here is a fifth
    # wider, and so is what a figure should have been shifted by.
    assert max(edges) - min(edges) < max(indents(file.read_bytes())) / 20 * 0.25
    assert max(indents(file.read_bytes())) > 180
    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""


def test_figures_that_end_alike_and_words_stand_at_the_right_edge() -> None:
    assert indents(made(["1.5", "22.5", "none", "≈ 7.5"])) == [0] * 4
    first, second, words = indents(made(["1.25", "22", "none"]))

    assert (first, words) == (0, 0)
    assert second > 200


def test_columns_too_narrow_or_too_different_stay_at_the_right_edge() -> None:
    assert indents(made(["1.25", "22.5"], widths=(1, 1))) != [0, 0]
    assert indents(made(["123456.25", "2200000.5"], widths=(9, 1))) == [0, 0]
    assert indents(made(["7", "7.1 million"])) == [0, 0]


def test_the_shipped_tables_of_trade_are_aligned() -> None:
    body = part(render(brief("business"), "docx", DEFAULT_STYLE).value.data, "word/document.xml")
    shifted = [p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}ind[@{W}right]") is not None]

    assert ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in shifted] == [
        f"≈\u00a0US${figure}\u00a0million" for figure in (15, 37, 52)
    ]


def test_cells_over_several_columns_have_no_say() -> None:
    data = render(document(joined_table(9)), "docx", DEFAULT_STYLE).value.data
    merged = [c for c in part(data, "word/document.xml").iter(f"{W}tc") if c.find(f"{W}tcPr/{W}gridSpan") is not None]

    assert merged
    assert [c for c in merged if c.find(f".//{W}ind") is not None] == []
