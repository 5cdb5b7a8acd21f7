"""A source line never begins a page alone: the last row of its table stays with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.model.document import Align, Caption, Table
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.docx import write_docx
from briefgen.render.docx.body.word_tables import staying
from readers.docx import W, part
from samples.house_styles import WITHOUT_MARGIN
from samples.sample_document import cell, document, text

if TYPE_CHECKING:
    from briefgen.model.document import Inline


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
    body = part(write_docx(document(table), WITHOUT_MARGIN).value.data, "word/document.xml")
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


@pytest.mark.parametrize(
    ("lines", "staying_rows"),
    [
        ((1,) * 10, [*range(9)]),
        ((2,) * 5, [*range(4)]),
        ((7, 7, 6), []),
        ((1, 9, 9, 1), [0, 2]),
        ((1, 1, 1, 8, 8, 1, 1, 1), [0, 1, 5, 6]),
        ((4, 4, 4, 4, 1), [3]),
        ((3, 10, 3), []),
        ((2, 16), [0]),
        ((20,), []),
        ((5,) * 4, []),
        ((2,) * 10, [0, 8]),
    ],
)
def test_a_high_table_goes_on_overleaf_with_three_lines_on_either_side(
    lines: tuple[int, ...], staying_rows: list[int]
) -> None:
    found = staying(lines, DEFAULT_STYLE, is_followed=False)
    assert [row for row, stays in enumerate(found) if stays] == staying_rows
    assert staying(lines, DEFAULT_STYLE, is_followed=True)[-1]


def test_a_source_in_the_margin_stands_before_the_title_and_leaves_the_last_row_free() -> None:
    caption = Caption("Table 1", text("Title"), source=text("[1]"))
    table = Table("t", (Align.START,), (cell("A"),), ((cell("one"),), (cell("two"),)), caption)
    body = part(write_docx(document(table), DEFAULT_STYLE).value.data, "word/document.xml")
    styles = [style.get(f"{W}val") for style in body.iter(f"{W}pStyle")]
    last = list(body.iter(f"{W}tr"))[-1]

    assert styles[styles.index("SourceBeside") + 1] == "Caption"
    assert "SourceLine" not in styles
    assert last.find(f".//{W}keepNext") is None


@pytest.mark.parametrize("unit", [(), text("million")])
def test_a_title_stands_right_over_its_unit(unit: tuple[Inline, ...]) -> None:
    table = Table("t", (Align.START,), (cell("A"),), ((cell("one"),),), Caption("Table 1", text("Title"), unit=unit))
    data = write_docx(document(table), DEFAULT_STYLE).value.data
    styles = [one.get(f"{W}val") for one in part(data, "word/document.xml").iter(f"{W}pStyle")]
    assert ("CaptionOverUnit" in styles) is bool(unit)
    (over,) = [one for one in part(data, "word/styles.xml").iter(f"{W}style") if one.get(f"{W}styleId") == "Caption"]
    assert over.find(f"{W}pPr/{W}keepNext") is not None
    found = {one.get(f"{W}styleId"): one for one in part(data, "word/styles.xml").iter(f"{W}style")}
    if unit:
        above = found["CaptionOverUnit"].find(f"{W}pPr")
        assert above is not None
        assert above.find(f"{W}keepNext") is None  # as the style that it is based on
        assert above.find(f"{W}spacing").attrib == {f"{W}after": "0"}


def test_the_parts_of_a_table_that_is_printed_in_several_bear_one_number_after_word_has_counted_anew() -> None:
    parts = [
        Table(f"t{place}", (Align.START,), (cell("A"),), ((cell("one"),),), Caption(label, text("Title")))
        for place, label in enumerate(("Table 1", "Table 2", "Table 2", "Table 2", "Table 3", "Figure 2"))
    ]
    data = write_docx(document(*parts), DEFAULT_STYLE).value.data
    asked = [str(one.text).split() for one in part(data, "word/document.xml").iter(f"{W}instrText")]

    assert [words[1:] for words in asked if words[0] == "SEQ"] == [
        ["Table", "\\*", "ARABIC"],
        ["Table", "\\*", "ARABIC"],
        ["Table", "\\*", "ARABIC", "\\c"],
        ["Table", "\\*", "ARABIC", "\\c"],
        ["Table", "\\*", "ARABIC"],
        ["Figure", "\\*", "ARABIC"],
    ]
