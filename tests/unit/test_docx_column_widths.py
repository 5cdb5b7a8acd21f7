"""Columns of a Word table: no word breaks while there is room, and the measure is filled."""

from __future__ import annotations

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
