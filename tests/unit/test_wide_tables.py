"""Tables that are wider than a page: letters become smaller, then the table is turned, then it is told in parts."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pypdfium2
import pytest

from briefgen.compose.markdown.wide_tables import fitted, turned, with_notes_in_order
from briefgen.model.document import (
    Align,
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Caption,
    Cell,
    Document,
    Inline,
    MarginNote,
    Note,
    NoteRef,
    Paragraph,
    Row,
    Table,
    TextRun,
)
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.traversal import every_block, inlines_in, plain_text
from briefgen.render import least_shares, render
from samples.english_words import english
from samples.sample_document import sample_document

PHRASES = english()
SHARES = partial(least_shares, style=DEFAULT_STYLE)
ALONE = True


def cell(words: str, *more: Inline) -> Cell:
    return Cell((TextRun(words), *more))


def table(columns: int, rows: int, word: str = "≈\u00a037.1\u00a0%", caption: str = "Figures") -> Table:
    head = (cell("Name"), *(cell(f"H{column}") for column in range(2, columns + 1)))
    body = tuple(
        (cell(f"R{row}"), *(cell(f"{word}{row}/{column}" if word == "w" else word) for column in range(2, columns + 1)))
        for row in range(1, rows + 1)
    )
    around = (
        Caption("Table 1", (TextRun(caption),), (TextRun("A source."),), (TextRun("A note."),)) if caption else None
    )
    return Table("table-1", (Align.START, *[Align.END] * (columns - 1)), head, body, around, (), row_header=True)


def fit(*blocks: Block) -> list[Block]:
    return [made for row in fitted((Row(blocks),), SHARES, PHRASES) for made in row.blocks]


def words(of: Table) -> list[list[str]]:
    return [[plain_text(cell.inlines) for cell in row] for row in (of.header, *of.rows)]


def title(of: Table) -> str:
    assert of.caption is not None
    return plain_text(of.caption.title)


@pytest.mark.parametrize(("columns", "rows"), [(2, 3), (5, 200), (6, 3), (9, 30), (10, 1)])
def test_a_table_that_has_room_stays_as_it_is(columns: int, rows: int) -> None:
    given = table(columns, rows)
    assert fit(given) == [given]


@pytest.mark.parametrize(("columns", "rows"), [(15, 8), (20, 2), (41, 3), (49, 8), (182, 9), (499, 1)])
def test_a_table_of_many_periods_is_turned(columns: int, rows: int) -> None:
    (made,) = fit(table(columns, rows))
    assert isinstance(made, Table)
    assert (len(made.align), len(made.rows)) == (rows + 1, columns - 1)
    assert words(made)[0] == ["Name\u00a0→", *(f"R{row}" for row in range(1, rows + 1))]
    assert [row[0] for row in words(made)[1:]] == [f"H{column}" for column in range(2, columns + 1)]
    assert made.row_header
    assert made.caption == table(columns, rows).caption


def test_turning_twice_gives_the_figures_where_they_were() -> None:
    given = table(4, 3, "w")
    again = turned(turned(given, PHRASES), PHRASES)
    assert [row[1:] for row in words(again)[1:]] == [row[1:] for row in words(given)[1:]]


@pytest.mark.parametrize(("columns", "rows"), [(26, 30), (40, 40), (100, 25), (26, 25)])
def test_a_table_that_is_large_both_ways_is_told_in_parts(columns: int, rows: int) -> None:
    given = table(columns, rows, "w")
    parts = [part for part in fit(given) if isinstance(part, Table)]
    assert len(parts) > 1
    told = [column for part in parts for column in words(part)[0][1:]]
    assert told == words(given)[0][1:]
    assert all([row[0] for row in words(part)] == [row[0] for row in words(given)] for part in parts)
    assert all(sum(SHARES(part, ALONE)) <= 1 for part in parts)
    assert [plain_text(part.caption.note) if part.caption else "" for part in parts] == [
        *([""] * (len(parts) - 1)), "A note."
    ]  # fmt: skip
    ends = [title(part).removeprefix("Figures (columns ").removesuffix(")").split(" ") for part in parts]
    assert int(ends[0][0]) == 2
    assert int(ends[-1][2]) == int(ends[-1][4]) == columns
    assert all(int(one[2]) + 1 == int(other[0]) for one, other in pairwise(ends))
    assert len({part.id for part in parts}) == len(parts)


@pytest.mark.parametrize("around", ["list", "box", "notes"])
def test_a_table_within_another_block_has_less_room(around: str) -> None:
    given = table(40, 40)
    holders: dict[str, Block] = {
        "list": BulletList(((given,),)),
        "box": Callout(CalloutKind.NOTE, (), (given,)),
        "notes": given,
    }
    notes = (MarginNote((), (Paragraph((TextRun("A remark."),)),)),) if around == "notes" else ()
    (row,) = fitted((Row((holders[around],), notes),), SHARES, PHRASES)
    found = [block for block in every_block((row,)) if isinstance(block, Table)]
    assert len(found) > 1
    assert all(sum(SHARES(part, not ALONE)) <= 1 for part in found)
    assert row.notes == notes


def test_a_table_with_joined_cells_stays_as_it_is() -> None:
    given = table(60, 2)
    joined = Table("t", given.align, (Cell((TextRun("All"),), columns=60),), given.rows)
    assert fit(joined) == [joined]


def test_a_table_without_a_caption_is_told_in_parts_without_one() -> None:
    parts = fit(table(40, 40, caption=""))
    assert [part.caption for part in parts if isinstance(part, Table)] == [None] * len(parts)


def test_notes_are_counted_in_the_order_of_the_text() -> None:
    given = table(30, 2)
    first, second = (
        (row[0], cell("x", NoteRef(number)), *row[2:-1], cell("x", NoteRef(number + 1)))
        for row, number in zip(given.rows, (1, 3), strict=True)
    )
    noted = Table(given.id, given.align, given.header, (first, second), given.caption, (), row_header=True)
    notes = [Note(number, (TextRun(f"note {number}"),)) for number in (1, 2, 3, 4)]
    blocks, counted = with_notes_in_order(fit(noted), notes)
    met = [leaf.number for leaf in inlines_in(blocks) if isinstance(leaf, NoteRef)]
    assert met == [1, 2, 3, 4]
    assert [plain_text(note.inlines) for note in counted] == ["note 1", "note 3", "note 2", "note 4"]
    assert [note.number for note in counted] == [1, 2, 3, 4]


def test_a_row_head_that_is_said_again_has_no_second_sign_of_its_note() -> None:
    given = table(40, 40)
    rows = ((cell("R1", NoteRef(1)), *given.rows[0][1:]), *given.rows[1:])
    made = fit(Table(given.id, given.align, given.header, rows, given.caption, (), row_header=True))
    assert [leaf.number for leaf in inlines_in(made) if isinstance(leaf, NoteRef)] == [1]


@pytest.mark.parametrize("columns", [8, 11, 12, 13, 15, 16])
def test_no_number_breaks_on_a_page(columns: int) -> None:
    document = Document(sample_document().front, tuple(fit(table(columns, 12))), ())
    file = pypdfium2.PdfDocument(render(document, "pdf", DEFAULT_STYLE).value.data)
    said = " ".join(page.get_textpage().get_text_range() for page in file)
    assert said.count("37.1") == 12 * (columns - 1)
