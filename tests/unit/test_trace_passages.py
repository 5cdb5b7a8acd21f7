"""Whatever a brief says, wherever it stands, is a passage of the trace under the name of its place."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import Place
from briefgen.model.charts import Chart, ChartKind, Point, Series
from briefgen.model.document import (
    Align,
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Caption,
    Cell,
    CrossRef,
    Document,
    Emphasis,
    Exhibit,
    Heading,
    Inline,
    KeyFigure,
    KeyFigures,
    LineBreak,
    Link,
    MarginNote,
    Note,
    NumberedList,
    Paragraph,
    ReferenceItem,
    ReferenceList,
    Row,
    Table,
    TextRun,
)
from briefgen.model.origin import FactOrigin, Origin
from briefgen.model.timelines import Event, Timeline
from briefgen.model.values.address import parse_address
from briefgen.trace import trace_of
from samples.sample_document import front

if TYPE_CHECKING:
    from briefgen.trace import Trace


def of(fact: str) -> Origin:
    return Origin((FactOrigin(fact, Place("data/x-y/a.yaml")),))


def said(words: str) -> tuple[Inline, ...]:
    """Words out of the data; the fact is called like them."""
    return (TextRun(words, of(words)),)


def cell(words: str) -> Cell:
    return Cell(said(words))


CAPTION = Caption("Table 4", said("title"), said("source"), said("note"))
TABLE = Table("t", (Align.START, Align.START), (cell("head"), cell("unit")), ((cell("name"), cell("value")),), CAPTION)
POINTS = (Point(Decimal(5), label="≈ 5", origin=of("p1")), None, Point(Decimal(7), label="7", origin=of("p2")))
CHART = Chart(ChartKind.BAR, ("2018", "2019", "2020?"), (Series("exports", POINTS, 0),), "goods", (), ())
DAY = dt.date(2014, 7, 1)
TIMELINE = Timeline((Event(DAY, DAY, "Jul 2014", "an embassy", origin=of("opening")),))


def traced(*blocks: Block, notes: tuple[Note, ...] = ()) -> Trace:
    return trace_of(Document(front(), blocks, notes))


def told(found: Trace) -> list[tuple[str, str, list[str]]]:
    """Each passage: where it stands, its words, and the facts behind its pieces."""
    return [
        (
            passage.where,
            passage.words,
            [found.causes[index].id for piece in passage.pieces for index in piece.causes],
        )
        for passage in found.passages
        if passage.where != "front"
    ]


UNDER_A_TABLE = [("Table 4", words, [words]) for words in ("source", "note")]


@pytest.mark.parametrize(
    ("block", "passages"),
    [
        (Heading(2, said("heads"), "h"), [("heading", "heads", ["heads"])]),
        (Paragraph(said("runs")), [("text", "runs", ["runs"])]),
        (
            BulletList(((Paragraph(said("one")),), (Paragraph(said("two")),))),
            [("list", w, [w]) for w in ("one", "two")],
        ),
        (NumberedList(((Paragraph(said("one")),),)), [("list", "one", ["one"])]),
        (
            TABLE,
            [
                ("Table 4", "title", ["title"]),
                ("Table 4", "head | unit", ["head", "unit"]),
                ("Table 4", "name | value", ["name", "value"]),
                *UNDER_A_TABLE,
            ],
        ),
        (
            replace(TABLE, caption=None),
            [("table", "head | unit", ["head", "unit"]), ("table", "name | value", ["name", "value"])],
        ),
        (
            Exhibit("e", CHART, CAPTION, "alt"),
            [
                ("Table 4", "title", ["title"]),
                ("Table 4", "exports: 2018 | ≈ 5", ["p1", "p1"]),
                ("Table 4", "exports: 2020? | 7", ["p2", "p2"]),
                *UNDER_A_TABLE,
            ],
        ),
        (
            Exhibit("e", TIMELINE, CAPTION, "alt"),
            [
                ("Table 4", "title", ["title"]),
                ("Table 4", "Jul 2014 | an embassy", ["opening", "opening"]),
                *UNDER_A_TABLE,
            ],
        ),
        (
            Row((replace(TABLE, caption=None),), (MarginNote(said("lead"), (Paragraph(said("aside")),)),)),
            [
                ("table", "head | unit", ["head", "unit"]),
                ("table", "name | value", ["name", "value"]),
                ("margin", "lead", ["lead"]),
                ("margin", "aside", ["aside"]),
            ],
        ),
        (
            Callout(
                CalloutKind.NOTE, said("title"), (Paragraph(said("inside")), BulletList(((Paragraph(said("item")),),)))
            ),
            [("box", "title", ["title"]), ("box", "inside", ["inside"]), ("box", "item", ["item"])],
        ),
        (
            KeyFigures((KeyFigure(said("52"), said("million"), said("turnover")),)),
            [("key figure", "52 | million | turnover", ["52", "million", "turnover"])],
        ),
        (ReferenceList((ReferenceItem(3, said("A book")),)), [("reference 3", "A book", ["A book"])]),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, list) else "",
)
def test_every_block_is_told_with_its_place(block: Block, passages: list[tuple[str, str, list[str]]]) -> None:
    assert told(traced(block)) == passages


def test_a_list_in_a_list_is_a_list_and_a_box_in_a_list_stays_a_box() -> None:
    inner = BulletList(((Paragraph(said("deep")),),))
    box = Callout(CalloutKind.NOTE, (), (Paragraph(said("boxed")),))

    assert told(traced(BulletList(((inner, box),)))) == [("list", "deep", ["deep"]), ("box", "boxed", ["boxed"])]


def test_a_note_is_told_by_its_number() -> None:
    assert told(traced(notes=(Note(7, said("below")),))) == [("note 7", "below", ["below"])]


def test_passages_stand_under_their_section_and_under_none_before_the_first() -> None:
    first, second = (Heading(1, (TextRun(name),), name) for name in ("One", "Two"))
    subtitle = Heading(2, (TextRun("Within"),), "w")
    found = traced(Paragraph(said("a")), first, Paragraph(said("b")), subtitle, Paragraph(said("c")), second, TABLE)

    assert [(p.section, p.words) for p in found.passages][:4] == [
        ("", "a"),
        ("One", "b"),
        ("One", "c"),
        ("Two", "title"),
    ]


def test_the_title_and_dates_are_told_where_they_come_from_the_data() -> None:
    own = replace(front(title="Relations", date_line="as of 2021", handling="OFFICIAL"), origin=of("relation"))

    assert [(p.where, p.words) for p in trace_of(Document(own, ())).passages] == [
        ("front", "Relations"),
        ("front", "as of 2021"),
    ]
    assert trace_of(Document(front(), ())).passages == ()


def test_a_piece_stands_where_its_words_begin_among_the_others() -> None:
    inlines = (
        TextRun("Since "),
        Emphasis((TextRun("July", of("date")),)),
        LineBreak(),
        Link(
            parse_address("https://example.org"), (CrossRef("t", "Table 2"), TextRun(" and "), TextRun("5", of("five")))
        ),
    )
    (passage,) = traced(Paragraph(inlines)).passages

    assert passage.words == "Since July Table 2 and 5"
    assert [(piece.text, piece.at) for piece in passage.pieces] == [("July", 6), ("5", 23)]


def test_an_empty_part_of_a_card_leaves_no_bar() -> None:
    (passage,) = traced(KeyFigures((KeyFigure(said("52"), (), said("turnover")),))).passages

    assert passage.words == "52 | turnover"
    assert [piece.at for piece in passage.pieces] == [0, 5]


def test_words_of_a_template_are_told_only_where_they_hold_a_figure() -> None:
    found = traced(Paragraph((TextRun("No figure."),)), Paragraph((TextRun("In 2019"), TextRun(" again."))))

    assert [(p.words, [(piece.text, piece.causes, piece.formula) for piece in p.pieces]) for p in found.passages] == [
        ("In 2019 again.", [("In 2019", (), None)])
    ]


def test_a_fact_that_is_said_twice_is_one_cause() -> None:
    found = traced(Paragraph((TextRun("a", Origin(of("x").facts * 2)), TextRun("b", of("y")), TextRun("c", of("x")))))

    assert [cause.id for cause in found.causes] == ["x", "y"]
    assert [piece.causes for piece in found.passages[0].pieces] == [(0,), (1,), (0,)]
