"""Key figures stand side by side, four to a row; a table tells Word which parts of its style apply."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.model.document import (
    Align,
    Block,
    Caption,
    KeyFigure,
    KeyFigures,
    MarginNote,
    Paragraph,
    Row,
    Table,
)
from briefgen.model.looks.style import DEFAULT_STYLE, Cells
from briefgen.render.docx import write_docx
from readers.docx import W, part, style_of
from samples.sample_document import cell, document, text

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from briefgen.model.looks.style import Style

TEXT_WIDTH = round(124 * 1440 / 25.4)
"""Twips between the margins of the usual page."""
BANDED = replace(DEFAULT_STYLE, palette=replace(DEFAULT_STYLE.palette, odd_fill="#eeeeee"))


def table(block: Block, style: Style = DEFAULT_STYLE) -> Element:
    """The first table of a brief of one block."""
    found = part(write_docx(document(block), style).value.data, "word/document.xml").find(f".//{W}tbl")
    assert found is not None
    return found


def values(root: Element, path: str, attribute: str) -> list[str | None]:
    return [element.get(f"{W}{attribute}") for element in root.iterfind(path.replace("w:", W))]


def words(root: Element) -> str:
    return "".join(t.text or "" for t in root.iter(f"{W}t"))


def cards(count: int) -> KeyFigures:
    numbers = range(1, count + 1)
    return KeyFigures(tuple(KeyFigure(text(f"{n}0"), text("million"), text(f"what {n}")) for n in numbers))


# ---------------------------------------------------------------- cards


@pytest.mark.parametrize(
    ("count", "rows"),
    [(1, [1]), (2, [2]), (3, [3]), (4, [4]), (5, [4, 1]), (8, [4, 4]), (9, [4, 4, 1])],
)
def test_cards_stand_up_to_four_to_a_row_and_every_row_has_all_its_cells(count: int, rows: list[int]) -> None:
    made = table(cards(count))

    cells = [[words(tc) for tc in tr.iter(f"{W}tc")] for tr in made.iter(f"{W}tr")]
    assert [sum(bool(said) for said in row) for row in cells] == rows
    assert [len(row) for row in cells] == [rows[0]] * len(rows)
    assert [said for row in cells for said in row if said] == [f"{n}0 millionwhat {n}" for n in range(1, count + 1)]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_cards_share_the_width_of_the_text(count: int) -> None:
    made, columns = table(cards(count)), min(count, 4)

    grid = [int(width or 0) for width in values(made, "w:tblGrid/w:gridCol", "w")]
    assert len(grid) == columns
    assert len(set(grid)) == 1
    assert TEXT_WIDTH - columns <= sum(grid) <= TEXT_WIDTH
    assert values(made, "w:tblPr/w:tblW", "w") == [str(sum(grid))]
    assert set(values(made, ".//w:tcW", "w")) == {str(grid[0])}


def test_a_card_has_its_value_with_the_unit_beside_it_and_the_label_below() -> None:
    made = table(cards(1))

    assert values(made, ".//w:pStyle", "val") == ["CardValue", "CardLabel"]
    assert [words(p) for p in made.iter(f"{W}p")] == ["10 million", "what 1"]
    assert values(made, ".//w:rStyle", "val") == ["CardUnit"]


def test_a_card_without_a_unit_ends_with_its_value() -> None:
    made = table(KeyFigures((KeyFigure(text("10"), (), text("what")),)))

    assert [words(p) for p in made.iter(f"{W}p")] == ["10", "what"]


def test_only_the_first_row_of_cards_is_a_head() -> None:
    made = table(cards(9))

    assert [tr.find(f"{W}trPr/{W}tblHeader") is not None for tr in made.iter(f"{W}tr")] == [True, False, False]
    assert all(tr.find(f"{W}trPr/{W}cantSplit") is not None for tr in made.iter(f"{W}tr"))


# ---------------------------------------------------------------- looks


def plain(*, row_header: bool = False, caption: Caption | None = None) -> Table:
    rows = ((cell("one"), cell("two")), (cell("three"), cell("four")))
    return Table("t", (Align.START, Align.END), (cell("A"), cell("B")), rows, caption, row_header=row_header)


@pytest.mark.parametrize(
    ("row_header", "style", "bits", "said"),
    [
        (False, DEFAULT_STYLE, "0620", {"firstRow", "noHBand", "noVBand"}),
        (True, DEFAULT_STYLE, "06A0", {"firstRow", "firstColumn", "noHBand", "noVBand"}),
        (False, BANDED, "0420", {"firstRow", "noVBand"}),
        (True, BANDED, "04A0", {"firstRow", "firstColumn", "noVBand"}),
    ],
)
def test_a_table_tells_word_in_bits_and_in_words_which_parts_of_its_style_apply(
    row_header: bool,  # noqa: FBT001 - a table's column
    style: Style,
    bits: str,
    said: set[str],
) -> None:
    look = table(plain(row_header=row_header), style).find(f"{W}tblPr/{W}tblLook")

    assert look is not None
    assert look.get(f"{W}val") == bits
    names = ("firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand")
    assert {name: look.get(f"{W}{name}") for name in names} == {name: str(int(name in said)) for name in names}


def test_a_table_is_named_by_its_title_else_by_its_head() -> None:
    titled = plain(caption=Caption("Table 1", text("Goods & more")))

    assert values(table(titled), "w:tblPr/w:tblCaption", "val") == ["Goods & more"]
    assert values(table(plain()), "w:tblPr/w:tblCaption", "val") == ["A / B"]
    assert values(table(cards(1)), "w:tblPr/w:tblCaption", "val") == ["Key figures"]


def test_room_at_the_left_of_cells_is_said_only_where_it_is_ours() -> None:
    ours = replace(DEFAULT_STYLE, cells=Cells(2, 2, 2, 4, inset=True))
    theirs = replace(DEFAULT_STYLE, cells=Cells(2, 2, 2, 4))

    assert values(table(plain(), ours), "w:tblPr/w:tblCellMar/w:left", "w") == ["80"]
    assert values(table(plain(), theirs), "w:tblPr/w:tblCellMar/w:left", "w") == []
    assert values(table(plain()), "w:tblPr/w:tblCellMar/w:left", "w") == []


def test_figures_stand_at_the_right_and_words_at_the_left() -> None:
    made = table(plain())

    assert values(made, ".//w:pStyle", "val") == ["TableHead", "TableHeadNumber", *["TableText", "TableNumber"] * 2]


@pytest.mark.parametrize(("value", "lines"), [("5", 2), ("about 52", 2), ("more than US$52", 3)])
def test_in_the_margin_a_unit_without_room_beside_its_number_stands_in_the_line_below(value: str, lines: int) -> None:
    figures = KeyFigures((KeyFigure(text(value), text("mn"), text("turnover")),))
    row = Row((Paragraph(text("Words.")),), (MarginNote((), (figures,), 0),))
    body = part(write_docx(document(row), DEFAULT_STYLE).value.data, "word/document.xml")
    said = [(style_of(p), "".join(t.text or "" for t in p.iter(f"{W}t"))) for p in body.iter(f"{W}p")]
    found = [one for one in said if one[0].startswith("Figure")]

    assert " ".join(words for _, words in found) == f"{value} mn turnover"
    assert [style for style, _ in found] == ["FigureNumber", *["FigureLabel"] * (lines - 1)]
