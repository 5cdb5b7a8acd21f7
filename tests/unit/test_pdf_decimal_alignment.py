"""Columns of figures: decimal points stand one under the other."""

from __future__ import annotations

import pypdfium2
import pytest

from briefgen.model.document import Align, Table
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.pdf import write_pdf
from samples.sample_document import cell, document


def _points(cells: list[str], mark: str, digit_before: str) -> list[float]:
    """The right edge of the marked digit of each cell."""
    rows = tuple((cell("name"), cell(words)) for words in cells)
    table = Table("t", (Align.START, Align.DECIMAL), (cell("What"), cell("Value")), rows)
    data = write_pdf(document(table, decimal_mark=mark), DEFAULT_STYLE).value.data
    found = []
    with pypdfium2.PdfDocument(data) as pdf:
        layer = pdf[0].get_textpage()
        words = layer.get_text_range()
        found = [layer.get_charbox(i)[2] for i, c in enumerate(words) if c == digit_before]
        layer.close()
    return found


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["7.25", "≈ 12347.5", "−7", "> US$7.1 million"], "."),
        (["7,25", "≈ 12.347,5", "−7", "7,1\u00a0Mio. €"], ","),
        (["1,237", "7.12 [7.0–7.2]"], "."),
    ],
)
def test_the_digit_before_the_point_ends_in_one_place(cells: list[str], mark: str) -> None:
    edges = _points(cells, mark, "7")[: len(cells)]
    assert max(edges) - min(edges) < 0.6


def test_a_cell_without_a_figure_stands_at_the_end() -> None:
    data = write_pdf(
        document(
            Table("t", (Align.START, Align.DECIMAL), (cell("What"), cell("Value")),
                  ((cell("a"), cell("1.25")), (cell("b"), cell("none")))),
        ),
        DEFAULT_STYLE,
    ).value.data  # fmt: skip
    with pypdfium2.PdfDocument(data) as pdf:
        layer = pdf[0].get_textpage()
        words = layer.get_text_range()
        assert layer.get_charbox(words.index("none") + 3)[2] == pytest.approx(
            layer.get_charbox(words.index("1.25") + 3)[2], abs=0.8
        )
        layer.close()
