"""Notes in Word's margin: frames make way for no other, so a note waits until those before it have ended."""

from __future__ import annotations

import pytest

from briefgen.model.document import (
    Align,
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Caption,
    Heading,
    Inline,
    KeyFigure,
    KeyFigures,
    MarginNote,
    NoteRef,
    Paragraph,
    Row,
    Table,
)
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.docx.body.file_order import BEHIND, MarginPlacing, in_file_order, margin_plan, stands_in_text
from briefgen.render.docx.body.row_heights import column_height, note_height
from samples.house_styles import WITHOUT_MARGIN
from samples.sample_document import cell, document, text

FIGURES = KeyFigures(tuple(KeyFigure(text("> 80"), text("documents"), text("counted by 2021")) for _ in range(4)))
SHORT, LONG = Paragraph(text("Words.")), Paragraph(text("Many words that fill a line or two of it. " * 12))
HEAD = Heading(1, text("Trade"), "trade")


def note(*blocks: Paragraph | KeyFigures | BulletList, at: int = 0) -> MarginNote:
    return MarginNote((), blocks or (SHORT,), at)


def anchors(*rows: Block) -> list[list[int]]:
    """Beside which block each note of each row stands."""
    made = margin_plan(rows, DEFAULT_STYLE).blocks
    return [[each.anchor for each in row.notes] for row in made if isinstance(row, Row)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((Row((SHORT,), (note(FIGURES),)), Row((HEAD, SHORT, LONG, LONG, SHORT), (note(at=1),))), [[0], [3]]),
        ((Row((LONG, LONG), (note(FIGURES),)), Row((HEAD, SHORT), (note(at=1),))), [[0], [1]]),
        ((Row((SHORT,), (note(FIGURES),)), Row((HEAD, SHORT), (note(at=1),))), [[0], [BEHIND]]),
        ((Row((SHORT,), (note(FIGURES),)), Row((HEAD, LONG, LONG)), Row((HEAD, SHORT), (note(at=1),))), [[0], [], [1]]),
        ((Row((SHORT,), (note(),)), Row((HEAD, SHORT, LONG), (note(at=1),))), [[0], [1]]),
        ((Row((SHORT, SHORT, LONG, SHORT), (note(LONG), note(at=1), note(at=1))),), [[0, 0, 0]]),
        ((Row((LONG, LONG, LONG), (note(), note(at=1), note(at=2))),), [[0, 1, 2]]),
        ((Row((SHORT, SHORT), (note(LONG), note(at=2))),), [[0, 2]]),
        ((SHORT, Row((LONG,), (note(),))), [[0]]),
        ((Row((SHORT,)),), [[]]),
    ],
)
def test_a_note_stands_beside_a_later_block_while_others_fill_the_margin(
    rows: tuple[Block, ...], expected: list[list[int]]
) -> None:
    assert anchors(*rows) == expected


@pytest.mark.parametrize(("headed", "memo", "anchor"), [(120.0, 60.0, 0), (60.0, 120.0, 1), (60.0, 0.0, 0)])
def test_a_note_waits_until_the_memo_beside_the_headline_has_ended(headed: float, memo: float, anchor: int) -> None:
    (row,) = margin_plan((Row((LONG, LONG), (note(),)),), DEFAULT_STYLE, headed, memo).blocks

    assert isinstance(row, Row)
    assert [each.anchor for each in row.notes] == [anchor]


def table(source: tuple[Inline, ...] = text("[1]"), columns: int = 1) -> Table:
    cells = tuple(cell("unbreakable-in-itself" * 2) if columns > 1 else cell("one") for _ in range(columns))
    return Table("t", (Align.START,) * columns, cells, (cells,), Caption("Table 1", text("Title"), source=source))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((Row((HEAD, table())),), {"t"}),
        ((table(),), {"t"}),
        ((Row((HEAD, table(()))),), set()),
        ((Row((HEAD, table((NoteRef(1),)))),), set()),
        ((Row((HEAD, table(columns=6))),), set()),
        ((Row((SHORT,), (note(FIGURES),)), Row((HEAD, table()))), set()),
        ((Row((SHORT, table()), (note(at=1),)),), {"t"}),
        ((Row((SHORT, table(), LONG), (note(at=2),)),), set()),
        ((Callout(CalloutKind.SUMMARY, text("Box"), (table(),)),), set()),
    ],
    ids=["free", "no row", "no source", "a footnote", "wide", "filled", "below a note", "before a note", "in a box"],
)
def test_a_source_stands_in_the_margin_where_that_is_free(rows: tuple[Block, ...], expected: set[str]) -> None:
    assert margin_plan(rows, DEFAULT_STYLE).beside == expected
    assert margin_plan(rows, WITHOUT_MARGIN).beside == set()


def test_no_note_leaves_its_row_or_its_place_among_the_others() -> None:
    rows = tuple(Row((HEAD, *[SHORT] * n, LONG), tuple(note(LONG, at=at) for at in range(n))) for n in range(6))
    made = margin_plan(rows, DEFAULT_STYLE).blocks

    for before, after in zip(rows, made, strict=True):
        assert isinstance(after, Row)
        assert after.blocks == before.blocks
        assert [each.blocks for each in after.notes] == [each.blocks for each in before.notes]
        found = [each.anchor for each in after.notes]
        assert found == sorted(found)
        for number, (each, was) in enumerate(zip(after.notes, before.notes, strict=True)):
            assert each.anchor >= was.anchor or each.anchor == found[number - 1]  # or below the one before it
        assert max(found, default=0) < len(after.blocks)


def test_a_note_that_finds_no_room_in_its_row_stands_in_the_frame_of_the_one_before_it() -> None:
    assert anchors(Row((HEAD, SHORT, SHORT), (note(LONG, at=1), note(at=2)))) == [[1, 1]]
    assert anchors(Row((HEAD, LONG, SHORT), (note(at=1), note(at=2)))) == [[1, 2]]


def test_a_note_for_which_the_margin_has_no_room_stands_in_the_text_behind_its_row() -> None:
    rows = (Row((SHORT,), (note(FIGURES),)), Row((HEAD, SHORT), (note(LONG, at=1),)))
    _, row = margin_plan(rows, DEFAULT_STYLE).blocks

    assert isinstance(row, Row)
    assert stands_in_text(row.notes[0], DEFAULT_STYLE)
    assert list(in_file_order(row, DEFAULT_STYLE)) == [HEAD, SHORT, row.notes[0]]


def test_without_a_margin_nothing_moves() -> None:
    rows = (Row((SHORT,), (note(FIGURES),)), Row((HEAD, SHORT, LONG), (note(at=1),)))

    assert margin_plan(rows, WITHOUT_MARGIN) == MarginPlacing(rows)


def test_what_is_longer_is_higher() -> None:
    assert column_height(LONG, DEFAULT_STYLE) > 3 * column_height(SHORT, DEFAULT_STYLE)
    assert note_height(note(LONG), DEFAULT_STYLE) > column_height(LONG, DEFAULT_STYLE)
    assert note_height(note(FIGURES), DEFAULT_STYLE) > 150
    items = BulletList(((SHORT,), (SHORT,), (LONG,)))
    assert column_height(items, DEFAULT_STYLE) > column_height(LONG, DEFAULT_STYLE) + column_height(
        SHORT, DEFAULT_STYLE
    )


def test_a_large_number_that_leaves_no_room_for_its_unit_takes_a_second_line() -> None:
    short, long = (KeyFigures((KeyFigure(text(said), text("million"), ()),)) for said in ("US$52", "about US$52"))
    line = DEFAULT_STYLE.text["card_value"].leading

    assert note_height(note(long), DEFAULT_STYLE) - note_height(note(short), DEFAULT_STYLE) == line


def test_every_kind_of_block_has_a_height() -> None:
    for block in document().blocks:
        assert column_height(block, DEFAULT_STYLE) >= 0
