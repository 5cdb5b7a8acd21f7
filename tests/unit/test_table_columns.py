"""How wide tables and their columns become: figures stay whole, long cells have room."""

from __future__ import annotations

import pytest

from briefgen.compose.typography.bound_words import bound_marker
from briefgen.model.document import Align, Cell, Table
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.table_columns import column_shares, estimated_widths, table_width
from briefgen.render.table_letters import gap_between, least_widths, longest_words
from briefgen.render.typefaces import face
from samples.house_styles import WITHOUT_MARGIN
from samples.sample_document import text

COLUMN, FULL = (mm * 72 / 25.4 for mm in (DEFAULT_STYLE.page.column_mm, DEFAULT_STYLE.page.full_mm))
LONG = "asserted; told as imports; reported by Czechia; cost, insurance and freight; calendar year; goods"


def table(rows: int, *cells: str, align: Align = Align.START, widths: tuple[int, ...] = ()) -> Table:
    head = tuple(Cell(text(f"H{number}")) for number in range(len(cells)))
    return Table("", (align,) * len(cells), head, (tuple(Cell(text(words)) for words in cells),) * rows, None, widths)


@pytest.mark.parametrize(
    "words",
    [
        "512,659.5–512,660.5",
        "35.8885–35.8895",
        "2024–2026",
        "1,113,889–1,113,891",
        "10–20",
        "2021/22",
        "1-2",
        "3–4",
        "1998-2004",
    ],
)
def test_figures_stay_whole(words: str) -> None:
    wide = face("firago").tabular[words] * DEFAULT_STYLE.text["table"].size / 1000
    (least,) = least_widths(longest_words(table(1, words, align=Align.INTERVAL), DEFAULT_STYLE), COLUMN)
    assert least == pytest.approx(wide)


@pytest.mark.parametrize("words", ["long-term", "and/or", "Pakistan–Belarus", "import—export"])
def test_words_part_at_their_dashes(words: str) -> None:
    wide = face("firago").proportional[words] * DEFAULT_STYLE.text["table"].size / 1000
    (least,) = least_widths(longest_words(table(1, words), DEFAULT_STYLE), COLUMN)
    assert least < wide


@pytest.mark.parametrize(
    ("rows", "cells", "is_wide"),
    [
        (12, ("May 2026", "India to Czechia", "CZK 1,703.1 million", "1,703.05–1,703.15", LONG), True),
        (12, ("short", "words", "alone"), False),
        (1, ("May 2026", "India to Czechia", "CZK 1,703.1 million", "1,703.05–1,703.15", LONG), False),
        (12, ("a", LONG), True),
    ],
)
def test_a_table_whose_cells_grow_long_takes_the_full_measure(rows: int, cells: tuple[str, ...], is_wide: bool) -> None:  # noqa: FBT001
    made = table(rows, *cells)
    assert table_width(made, DEFAULT_STYLE, is_alone=True) == pytest.approx(FULL if is_wide else COLUMN)
    assert table_width(made, DEFAULT_STYLE, is_alone=False) == pytest.approx(COLUMN)


def test_a_style_without_a_margin_has_one_measure() -> None:
    page = WITHOUT_MARGIN.page
    assert table_width(table(12, "a", LONG), WITHOUT_MARGIN, is_alone=True) == pytest.approx(page.column_mm * 72 / 25.4)


@pytest.mark.parametrize("cells", [("a", "b"), ("a", LONG), (LONG, LONG, "b"), ("", "", "")])
def test_columns_fill_the_width(cells: tuple[str, ...]) -> None:
    made = table(3, *cells)
    gaps = gap_between(DEFAULT_STYLE, COLUMN, len(cells)) * (len(cells) - 1)
    assert sum(estimated_widths(made, DEFAULT_STYLE, COLUMN)) == pytest.approx(COLUMN - gaps)
    assert sum(column_shares(made, DEFAULT_STYLE, COLUMN)) == pytest.approx(1)


def test_widths_that_were_told_are_kept() -> None:
    assert column_shares(table(2, "a", "b", widths=(1, 3)), DEFAULT_STYLE, COLUMN) == [0.25, 0.75]


@pytest.mark.parametrize(
    ("marker", "parts"),
    [
        ("[1]", 1),
        ("[1, 3]", 1),
        ("[5, row 35]", 1),
        ("[23, p. 214]", 1),
        ("[13, table 6]", 1),
        ("[5; 16, p. 31]", 2),
        ("[15, p. 171; 25]", 2),
        ("[1, no. 31, no. 110, no. 140; 2]", 8),
        ("(Raza and Nawaz, 2021, p. 4)", 6),
        ("(Kolář, 2009)", 1),
        ("", 1),
    ],
)
def test_a_short_marker_parts_between_two_sources_alone(marker: str, parts: int) -> None:
    assert len(bound_marker(marker).split(" ")) == parts
    assert bound_marker(marker).replace("\u00a0", " ") == marker
