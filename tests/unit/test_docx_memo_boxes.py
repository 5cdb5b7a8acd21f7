"""The boxes of the memo line in a Word file: each as wide as what stands in its column wants."""

from __future__ import annotations

from briefgen.model.audience_choices import MemoField
from briefgen.model.document import MemoEntry
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.records import replace
from briefgen.render import render
from briefgen.render.docx.body.row_heights import text_width
from readers.docx import part
from samples.sample_document import document, text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAGE = DEFAULT_STYLE.page.full_mm * 72 / 25.4
BETWEEN = 14.2
ADDRESS = "central-europe@desk.example"
LONG = "State visit of the Prime Minister, and what is to come of it in both capitals, February 2027"


def room(*values: str) -> list[float]:
    """What the words of each box of a memo line have, in points."""
    memo = tuple(MemoEntry(field, "Field", text(value)) for field, value in zip(MemoField, values, strict=False))
    made = document()
    made = replace(made, front=replace(made.front, memo=memo, has_memo_line=True))
    data = render(made, "docx", DEFAULT_STYLE).value.data
    table = next(part(data, "word/document.xml").iter(f"{W}tbl"))
    return [int(column.get(f"{W}w") or 0) / 20 - BETWEEN for column in table.iter(f"{W}gridCol")]


def wide(words: str) -> float:
    return text_width(text(words), "memo", DEFAULT_STYLE)


def test_every_value_stands_in_one_line_where_the_page_has_room_for_all() -> None:
    values = ("The Minister", "Desk for Eastern Europe and Central Asia", ADDRESS, "23 April 2021")
    found = room(*values)

    assert all(has > wide(value) for has, value in zip(found, values, strict=True))
    assert abs(sum(found) + len(found) * BETWEEN - PAGE) < 1


def test_an_address_stays_whole_where_something_else_has_to_go_on_in_a_second_line() -> None:
    *_, long, address = room("The Minister", "Desk for Central Europe", LONG, ADDRESS)

    assert long < wide(LONG)
    assert address > wide(ADDRESS)


def test_no_line_is_wider_than_the_page_whatever_stands_in_it() -> None:
    found = room("x" * 300, LONG, ADDRESS, "y" * 200)

    assert sum(found) + len(found) * BETWEEN < PAGE + 1
    assert all(has > -BETWEEN for has in found)
