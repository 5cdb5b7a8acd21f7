"""Columns of figures in Word files: decimal points stand one under the other, as another program shows them."""

from __future__ import annotations

from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import render
from readers.docx import W, part, right_indents
from samples.feature_documents import figure_column
from samples.house_styles import WITHOUT_MARGIN
from samples.sample_document import document, joined_table
from samples.shipped_briefs import brief


def indents_of(cells: list[str], widths: tuple[int, ...] = ()) -> list[int]:
    return right_indents(render(figure_column(cells, widths=widths), "docx", DEFAULT_STYLE).value.data)


def test_figures_that_end_alike_and_words_stand_at_the_right_edge() -> None:
    assert indents_of(["1.5", "22.5", "none", "≈ 7.5"]) == [0] * 4
    first, second, words = indents_of(["1.25", "22", "none"])

    assert (first, words) == (0, 0)
    assert second > 200


def test_columns_too_narrow_or_too_different_stay_at_the_right_edge() -> None:
    assert indents_of(["1.25", "22.5"], widths=(1, 1)) != [0, 0]
    assert indents_of(["123456.25", "2200000.5"], widths=(9, 1)) == [0, 0]
    assert indents_of(["7", "7.1 million"]) == [0, 0]


def test_the_shipped_tables_of_trade_are_aligned() -> None:
    body = part(render(brief("business"), "docx", WITHOUT_MARGIN).value.data, "word/document.xml")
    shifted = [p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}ind[@{W}right]") is not None]

    assert ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in shifted] == ["20"]


def test_cells_over_several_columns_have_no_say() -> None:
    data = render(document(joined_table(9)), "docx", DEFAULT_STYLE).value.data
    merged = [c for c in part(data, "word/document.xml").iter(f"{W}tc") if c.find(f"{W}tcPr/{W}gridSpan") is not None]

    assert merged
    assert [c for c in merged if c.find(f".//{W}ind") is not None] == []
