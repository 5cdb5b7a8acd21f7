"""A source line never begins a page alone: the last row of its table stays with it."""

from __future__ import annotations

import pytest

from briefgen.model.document import Align, Caption, Table
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.docx import write_docx
from readers.docx import part
from samples.sample_document import cell, document, text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize(
    ("caption", "kept"),
    [
        (Caption("Table 1", text("Title"), source=text("[1]")), [True, True]),
        (Caption("Table 1", text("Title"), note=text("A note")), [True, True]),
        (Caption("Table 1", text("Title")), [True, False]),
        (None, [True, False]),
    ],
)
def test_rows_stay_together_and_with_what_belongs_to_it(caption: Caption | None, kept: list[bool]) -> None:
    rows = ((cell("one"), cell("two")), (cell("three"), cell("four")))
    table = Table("t", (Align.START, Align.END), (cell("A"), cell("B")), rows, caption)
    body = part(write_docx(document(table), DEFAULT_STYLE).value.data, "word/document.xml")
    _, *written = body.iter(f"{W}tr")

    found = [[p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p")] for row in written]
    assert found == [[keep] * 2 for keep in kept]


@pytest.mark.parametrize(("count", "parting"), [(1, []), (10, []), (11, [*range(2, 8)]), (40, [*range(2, 37)])])
def test_a_long_table_keeps_three_rows_at_its_ends(count: int, parting: list[int]) -> None:
    table = Table("t", (Align.START,), (cell("A"),), tuple((cell(f"row {n}"),) for n in range(count)))
    body = part(write_docx(document(table), DEFAULT_STYLE).value.data, "word/document.xml")
    _, *written = body.iter(f"{W}tr")

    kept = [row.find(f".//{W}keepNext") is not None for row in written]
    assert [at for at, keep in enumerate(kept[:-1]) if not keep] == parting
    assert not kept[-1]
