"""Columns of a Word table: no word breaks while there is room, and the measure is filled."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis.strategies import text as texts

from briefgen.model.document import Align, Table
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.docx.body.column_widths import column_widths
from briefgen.render.typefaces import face
from samples.sample_document import cell

MEASURE = 482.0
LONG = "≈ US$15.1 million [15.05–15.15] " * 3


def table(*rows: tuple[str, ...]) -> Table:
    """A table of plain words whose first row is its head."""
    cells = tuple(tuple(cell(words) for words in row) for row in rows)
    return Table("t", (Align.START,) * len(rows[0]), cells[0], cells[1:])


@pytest.mark.parametrize(
    "rows",
    [
        (("Period", "Exports", "Imports", "Turnover", "Surplus"), ("2020?", LONG, LONG, LONG, LONG)),
        (("A", "B"), ("x", "y")),
        (("Head",), ("w" * 500,)),
    ],
)
def test_the_columns_fill_the_measure(rows: tuple[tuple[str, ...], ...]) -> None:
    widths = column_widths(table(*rows), MEASURE, DEFAULT_STYLE)

    assert sum(widths) == pytest.approx(MEASURE)
    assert min(widths) > 0


def test_a_short_column_beside_long_ones_holds_its_longest_word() -> None:
    widths = column_widths(
        table(("Period", "One", "Two", "Three"), ("2020?", LONG, LONG, LONG)), MEASURE, DEFAULT_STYLE
    )
    size = DEFAULT_STYLE.text["table_head"].size

    assert widths[0] > face("firago", bold=True).width("Period", size) * 1.3


def test_words_of_rows_below_a_joined_cell_are_measured_too() -> None:
    head = tuple(cell(words) for words in ("What", "Period", "Change"))
    joined = (replace(cell("Students from Czechia in India"), rows=2), cell("2024"), cell(""))
    below = (cell("2025"), cell("extraordinarily against"))
    widths = column_widths(Table("t", (Align.START,) * 3, head, (joined, below)), MEASURE, DEFAULT_STYLE)
    size = DEFAULT_STYLE.text["table"].size

    assert widths[2] > face("firago").width("extraordinarily", size)


def test_a_range_may_end_a_line_at_its_dash_where_there_is_no_room_for_it() -> None:
    one = "802,904.5–802,905.5, contested"
    rows = (("Period", *["interval"] * 5, "On what basis"), ("2022", *[one] * 5, "asserted; reported by Czechia"))
    widths = column_widths(table(*rows), MEASURE, DEFAULT_STYLE)
    size = DEFAULT_STYLE.text["table"].size

    assert widths[-1] > face("firago").width("asserted;", size)


@pytest.mark.parametrize("align", [Align.END, Align.INTERVAL, Align.DECIMAL])
def test_figures_are_not_parted_while_the_row_has_room(align: Align) -> None:
    cells = (cell("2022"), cell("802,904.5–802,905.5"), cell("words " * 80))
    made = Table("t", (Align.START, align, Align.START), (cell("A"), cell("B"), cell("C")), (cells,))
    width = face("firago").width("802,904.5–802,905.5", DEFAULT_STYLE.text["table"].size, tabular=True)

    assert column_widths(made, MEASURE, DEFAULT_STYLE)[1] > width


def test_names_of_rows_are_measured_bold() -> None:
    rows = (cell("Extraordinarily"), cell("words " * 60))
    plain, bold = (
        column_widths(
            Table("t", (Align.START,) * 2, (cell("A"), cell("B")), (rows,), row_header=named), MEASURE, DEFAULT_STYLE
        )
        for named in (False, True)
    )

    assert bold[0] > plain[0]


def test_told_widths_are_kept() -> None:
    told = Table("t", (Align.START,) * 2, (cell("a"), cell("b")), (), widths=(1, 3))

    assert column_widths(told, MEASURE, DEFAULT_STYLE) == [MEASURE / 4, MEASURE * 3 / 4]


@pytest.mark.parametrize("source", ["firago", "source-serif-4"])
@pytest.mark.parametrize("bold", [False, True])
@given(texts(alphabet="0123456789,.–-−+%$≈()[]/TVAf ", min_size=1, max_size=12))
def test_texts_that_differ_in_digits_alone_measure_the_same(source: str, bold: bool, words: str) -> None:  # noqa: FBT001
    asked = face(source, bold=bold)
    shaped = sum(position.x_advance for position in asked.shape(words, tabular=True)[1]) * asked.per_em

    assert asked.tabular[words] == pytest.approx(shaped)
