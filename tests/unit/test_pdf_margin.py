"""The margin of a page: notes beside what they explain, never on each other, never past the page, none lost."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from statistics import mean
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.document import Align, BulletList, Caption, Exhibit, Heading, MarginNote, Paragraph, Row, Table
from briefgen.model.looks.style import DEFAULT_STYLE, PageGeometry
from briefgen.model.traversal import every_block
from briefgen.render.pdf.layout.boxes import Beside, Slice, TextLine
from briefgen.render.pdf.layout.laid_out import lay_out
from briefgen.render.pdf.layout.page_breaking import pages
from briefgen.render.pdf.layout.row_layout import BETWEEN_EXHIBITS
from briefgen.render.table_columns import table_width
from samples.sample_document import cell, document, sample_document, text
from samples.shipped_briefs import AUDIENCES, brief

if TYPE_CHECKING:
    from briefgen.render.pdf.layout.page_parts import Page, Placed

HEIGHT = 100.0


def _beside(height: float) -> Beside:
    return Beside(Slice(height, [], before=2.0, after=2.0), lambda: [Slice(height / 2, [])])


def _row(lines: int, notes: dict[int, float], height: float = 10.0) -> list[Slice]:
    """A row of so many lines, with notes of a height beside some of them; 0 is where the row begins."""
    made = [Slice(0.0, [], keep=True, begins_row=True), *(Slice(height, []) for _ in range(lines))]
    for place, tall in notes.items():
        made[place].beside.append(_beside(tall))
    return made


def _edges(placed: list[Placed]) -> list[tuple[float, float]]:
    return [(at.top, at.top + at.slice.height) for at in placed]


def test_a_note_stands_at_the_top_of_what_it_explains() -> None:
    (page,) = pages(_row(5, {3: 10}), {}, HEIGHT)
    assert _edges(page.margin) == [(20, 30)]


def test_notes_that_would_meet_stand_one_below_the_other() -> None:
    (page,) = pages(_row(6, {1: 25, 2: 10}), {}, HEIGHT)
    assert _edges(page.margin) == [(0, 25), (27, 37)]


def test_a_row_is_as_tall_as_its_notes() -> None:
    (page,) = pages([*_row(2, {1: 50}), *_row(1, {})], {}, HEIGHT)
    assert page.body[-1].top == 50


def test_a_note_keeps_to_the_page_of_what_it_explains() -> None:
    made = pages(_row(18, {10: 30}), {}, HEIGHT)
    assert [len(page.margin) for page in made] == [0, 1]
    assert [len(page.body) for page in made] == [10, 9], "what it explains stands where the note has room"
    assert made[1].margin[0].top == 0


def test_a_note_that_would_leave_too_much_empty_goes_on_overleaf() -> None:
    made = pages(_row(20, {5: 70}), {}, HEIGHT)
    assert len(made[0].body) == 11
    assert [len(page.margin) for page in made] == [0, 1]


def test_what_finds_no_room_beside_its_row_follows_it_in_the_column() -> None:
    (page,) = pages(_row(5, {1: 60, 2: 60}), {}, HEIGHT)
    assert [at.slice.height for at in page.margin] == [60]
    assert [at.slice.height for at in page.body][-1] == 30


def test_a_note_beside_the_head_of_a_table_is_not_repeated_with_it() -> None:
    head, *rows = _row(20, {0: 10})
    for row in rows:
        row.header = head
    made = pages([head, *rows], {}, HEIGHT)
    assert [any(at.repeated for at in page.body) for page in made] == [False, True]
    assert [len(page.margin) for page in made] == [1, 0]


def test_footnotes_of_a_note_stand_on_its_page() -> None:
    body = _row(3, {2: 20})
    body[2].beside[0].piece.notes = (1,)
    (page,) = pages(body, {1: [Slice(5.0, [])]}, HEIGHT)
    assert len(page.notes) == 1


def test_footnotes_of_a_note_claim_the_room_that_they_need() -> None:
    body = _row(12, {9: 5})
    body[9].beside[0].piece.notes = (1,)
    made = pages(body, {1: [Slice(15.0, [])]}, HEIGHT)
    assert [(len(page.body), len(page.margin), len(page.notes)) for page in made] == [(9, 0, 0), (4, 1, 1)]


def test_footnotes_stand_below_the_column_alone_and_leave_the_margin_its_height() -> None:
    body = _row(4, {1: 95})
    body[1].notes = (1,)
    (page,) = pages(body, {1: [Slice(20.0, [])]}, HEIGHT)
    assert (_edges(page.margin), len(page.notes)) == ([(0, 95)], 1)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 25), st.dictionaries(st.integers(0, 25), st.integers(1, 140), max_size=8)),
        min_size=1, max_size=6,
    )
)  # fmt: skip
def test_no_notes_meet_none_is_lost_and_none_leaves_its_page(drawn: list[tuple[int, dict[int, int]]]) -> None:
    rows = [_row(lines, {n: tall for n, tall in notes.items() if n <= lines}) for lines, notes in drawn]
    made = pages([piece for row in rows for piece in row], {}, HEIGHT)

    wanted = [note.piece for row in rows for piece in row for note in piece.beside]
    placed = [at.slice for page in made for at in page.margin]
    body = [at.slice for page in made for at in page.body]
    in_column = [piece for piece in body if not any(piece is one for row in rows for one in row)]
    assert len(placed) + len(in_column) == len(wanted)
    assert [piece for piece in wanted if piece in placed] == placed, "in order"
    for page in made:
        assert all(bottom <= HEIGHT for _, bottom in _edges(page.margin))
        assert all(first[1] <= second[0] for first, second in pairwise(_edges(page.margin)))
        assert all(first[1] <= second[0] + 0.01 for first, second in pairwise(_edges(page.body)))
        _above_the_next_row(page)


def _above_the_next_row(page: Page) -> None:
    """A row begins below the notes of those before it on its page."""
    begins = [at.top for at in page.body if at.slice.begins_row]
    of = {id(note.piece): at.top for at in page.body for note in at.slice.beside}
    for note in page.margin:
        top = of.get(id(note.slice))
        assert top is None or note.top >= top
        later = [begin for begin in begins if begin > note.top]
        assert all(note.top + note.slice.height <= begin + 0.01 for begin in later)


# ---------------------------------------------------------------- of briefs


@pytest.mark.parametrize("audience", AUDIENCES)
def test_lines_of_running_text_hold_58_to_75_characters(audience: str) -> None:
    laid = lay_out(brief(audience), DEFAULT_STYLE)
    column, look = laid.workshop.column, laid.workshop.manner("body")
    full = [
        len(item.line.text)
        for page in laid.placed
        for at in page.body
        for item in at.slice.items
        if isinstance(item, TextLine) and item.x == column.x and item.line.width > column.width * 0.93
        and item.line.largest == look.size
    ]  # fmt: skip
    assert full == [] or 58 <= mean(full) <= 75


def test_no_letters_of_the_house_style_are_smaller_than_8_points() -> None:
    assert min(style.size for style in DEFAULT_STYLE.text.values()) == 8
    assert 10.5 <= DEFAULT_STYLE.text["body"].size <= 11.5
    assert DEFAULT_STYLE.page.column_mm == 124


WIDE = Table("t", (), tuple(cell(f"H{n}") for n in range(9)), (tuple(cell("US$37.1 million-or-so") for _ in range(9)),))


def test_a_table_takes_the_full_measure_only_where_its_words_need_it_and_no_note_stands_beside_it() -> None:
    table = replace(WIDE, align=(Align.START,) * 9)
    narrow = replace(table, align=(Align.START,), header=table.header[:1], rows=(table.rows[0][:1],))
    point = 72 / 25.4

    assert round(table_width(table, DEFAULT_STYLE, is_alone=True) / point) == 176
    assert round(table_width(table, DEFAULT_STYLE, is_alone=False) / point) == 124
    assert round(table_width(narrow, DEFAULT_STYLE, is_alone=True) / point) == 124


NOTED = Row(
    (Heading(1, text("Trade"), "trade"), Paragraph(text("Total trade.")), BulletList(((Paragraph(text("x")),),))),
    (MarginNote(text("About."), (Paragraph(text("It is implied.")),), 1), MarginNote((), (Paragraph(text("y")),), 2)),
)  # fmt: skip


def test_the_first_note_stands_beside_the_heading_of_its_row_and_the_next_beside_its_block() -> None:
    (page,) = lay_out(document(NOTED), DEFAULT_STYLE).placed
    start = next(at for at in page.body if at.slice.begins_row)

    assert page.margin[0].top == start.top
    assert page.margin[1].top > page.margin[0].top + page.margin[0].slice.height


def test_without_a_margin_notes_stand_behind_their_row() -> None:
    (page,) = lay_out(document(NOTED), replace(DEFAULT_STYLE, page=PageGeometry())).placed

    assert page.margin == []
    assert len(page.boxes) == 2


TABLE = Table("t", (Align.START,), (cell("A"),), ((cell("one"),),), Caption("Table 1", text("Title")))
FIGURE = next(block for block in every_block(sample_document().blocks) if isinstance(block, Exhibit))


@pytest.mark.parametrize("first", [TABLE, FIGURE, Paragraph(text("Words."))])
@pytest.mark.parametrize("second", [TABLE, FIGURE])
@pytest.mark.parametrize("captioned", [True, False])
def test_an_exhibit_stands_apart_from_the_one_before_it(
    first: Table | Exhibit | Paragraph, second: Table | Exhibit, *, captioned: bool
) -> None:
    if isinstance(second, Table) and not captioned:
        second = replace(second, caption=None)
    (page,) = lay_out(document(Row((first, replace(second, id="other")))), DEFAULT_STYLE).placed
    titles = [at for at in page.body if at.slice.shows]
    above = page.body[page.body.index(titles[-1]) - 1]
    gap = titles[-1].top - above.top - above.slice.height
    assert gap == pytest.approx(7.5 if isinstance(first, Paragraph) else BETWEEN_EXHIBITS)
