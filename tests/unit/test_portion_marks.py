"""Portions are marked by the strictest label of what they tell: each of them once, at its beginning."""

from __future__ import annotations

import pytest

from briefgen.compose.portion_marks import PortionMarks
from briefgen.diagnostics import Place
from briefgen.model.audience_choices import MemoField
from briefgen.model.document import (
    Align,
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Caption,
    Cell,
    Cite,
    Exhibit,
    Heading,
    Inline,
    KeyFigure,
    KeyFigures,
    MarginNote,
    MemoEntry,
    Note,
    NumberedList,
    Paragraph,
    ReferenceItem,
    ReferenceList,
    Row,
    Strong,
    Table,
    TextRun,
)
from briefgen.model.origin import FactOrigin, Origin, OriginKind, Portions
from briefgen.model.placed_picture import PlacedPicture
from briefgen.model.traversal import Role, plain_text, text_units
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.records import replace
from samples.english_words import english
from samples.pictures import picture_exhibit, png
from samples.sample_document import front as around

PUBLIC, OFFICIAL, RESTRICTED = Sensitivity
PORTIONS = Portions(
    RESTRICTED,
    {(OriginKind.FACT, "open"): PUBLIC, (OriginKind.FACT, "quiet"): OFFICIAL, (OriginKind.FACT, "shut"): RESTRICTED},
)
MARKS = PortionMarks(PORTIONS, english())


def said(text: str, *facts: str) -> TextRun:
    return TextRun(text, Origin(tuple(FactOrigin(fact, Place("a.yaml")) for fact in facts)) if facts else None)


def lines(block: Block) -> list[str]:
    """What a block says, a line for each unit that is told in words of the document."""
    return [
        " | ".join(plain_text(run) for run in unit.runs).replace("\u00a0", " ")
        for unit in text_units(MARKS.in_blocks((block,)))
        if unit.role not in {Role.LABEL, Role.PICTURE} and any(unit.runs)
    ]


def cells(*texts: Inline) -> tuple[Cell, ...]:
    return tuple(Cell((text,)) for text in texts)


TABLE = Table(
    "t", (Align.START, Align.END), cells(said("Year"), said("Trade", "shut")),
    (cells(said("2019"), said("50", "open")), cells(said("2020"), said("60", "quiet"))),
    Caption("Table 1", (said("Trade by year"),), source=(said("Source: A", "open"),)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph((said("One "), said("two", "open"))), ["(P) One two"]),
        (
            Paragraph((said("one", "open"), said(" and two", "quiet"), said(" and three", "shut"))),
            ["(R) one and two and three"],
        ),
        (Paragraph((Strong((said("deep", "quiet"),)),)), ["(O) deep"]),
        (Paragraph((said("Words of a template."), Cite((1,), "[1]"))), ["Words of a template."]),
        (Paragraph((said("gone", "gone"),)), ["(R) gone"]),
        (Heading(1, (said("Trade"),), "trade"), ["Trade"]),
        (Heading(2, (said("The treaty", "quiet"),), "treaty"), ["(O) The treaty"]),
        (
            BulletList(((Paragraph((said("a", "open"),)), NumberedList(((Paragraph((said("b", "shut"),)),),))),)),
            ["(P) a", "(R) b"],
        ),
        (
            Callout(CalloutKind.NOTE, (said("Box"),), (Paragraph((said("in it", "quiet"),)),)),
            ["Box", "(O) in it"],
        ),
        (Callout(CalloutKind.NOTE, (said("Of one", "open"),), ()), ["(P) Of one"]),
        (
            KeyFigures((KeyFigure((said("50", "quiet"),), (said("million"),), (said("trade"),)),)),
            ["50 | million | (O) trade"],
        ),
        (
            ReferenceList((ReferenceItem(1, (said("A book", "quiet"),)), ReferenceItem(2, (said("A map", "open"),)))),
            ["(O) A book", "(P) A map"],
        ),
        (TABLE, ["(R) Trade by year", "Year | Trade", "(P) 2019 | 50", "(O) 2020 | 60", "Source: A"]),
        (
            Row(
                (Paragraph((said("text", "open"),)),),
                (MarginNote((said("Lead."),), (Paragraph((said("aside", "quiet"),)),)),),
            ),
            ["(P) text", "(O) Lead.", "aside"],
        ),
        (
            MarginNote((said("Lead"),), (Paragraph((said("one", "open"),)), Paragraph((said("two", "shut"),)))),
            ["(P) Lead", "one", "(R) two"],
        ),
        (MarginNote((), (Paragraph((said("aside", "quiet"),)),)), ["(O) aside"]),
        (
            MarginNote((said("Lead", "shut"),), (BulletList(((Paragraph((said("item", "quiet"),)),),)),)),
            ["(R) Lead", "(O) item"],
        ),
    ],
)  # fmt: skip
def test_each_kind_of_block(block: Block, expected: list[str]) -> None:
    assert lines(block) == expected


def test_a_table_without_a_caption_is_marked_by_its_head_too() -> None:
    bare = Table(TABLE.id, TABLE.align, TABLE.header, TABLE.rows)

    assert lines(bare) == ["(R) Year | Trade", "(P) 2019 | 50", "(O) 2020 | 60"]


def test_a_picture_is_marked_in_its_caption_by_where_it_came_from() -> None:
    shown = picture_exhibit(png())
    assert isinstance(shown.graphic, PlacedPicture)
    picture = replace(shown.graphic, origin=said("", "quiet").origin)
    block = Exhibit("e", picture, Caption("Figure 1", (said("The bridge", "open"),)), "A bridge")

    assert lines(block) == ["(O) The bridge"]


def test_footnotes_are_marked() -> None:
    (note,) = MARKS.in_notes((Note(1, (said("Says so", "quiet"),)),))

    assert plain_text(note.inlines) == "(O)\u00a0Says so"


def test_without_labels_nothing_is_marked() -> None:
    unmarked = PortionMarks(None, english())

    assert unmarked.in_blocks((TABLE,)) == (TABLE,)
    assert unmarked.in_notes((Note(1, (said("Says so", "quiet"),)),)) == (Note(1, (said("Says so", "quiet"),)),)


def test_what_stands_around_the_text_is_marked_where_it_tells_of_facts() -> None:
    memo = (
        MemoEntry(MemoField.TO, "To", (said("The Head", "shut"),)),
        MemoEntry(MemoField.MEETING, "Next", (said("A visit", "quiet"),)),
        MemoEntry(MemoField.REVIEW, "Review", (said("due", "shut"),)),
    )
    headline, standfirst = (said("Trade doubles", "quiet"),), (said("So it is", "open"),)
    front = replace(around(), headline=headline, standfirst=standfirst, memo=memo)
    marked = MARKS.in_front(front)

    assert plain_text(marked.headline) == "(O)\u00a0Trade doubles"
    assert plain_text(marked.standfirst) == "(P)\u00a0So it is"
    assert [plain_text(entry.value).replace("\u00a0", " ") for entry in marked.memo] == [
        "The Head", "(O) A visit", "(P) public, (O) official, (R) restricted", "due",
    ]  # fmt: skip
    assert PortionMarks(None, english()).in_front(front) == front
