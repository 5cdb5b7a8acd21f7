"""Markdown that reads well as it stands: a line for each piece of a brief, no more signs than are needed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.model.document import (
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Cell,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    LineBreak,
    Link,
    MarginNote,
    Note,
    NoteRef,
    NumberedList,
    Paragraph,
    ReferenceItem,
    ReferenceList,
    Row,
    TextRun,
)
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.values.address import parse_address
from briefgen.reading import faults_of
from briefgen.render import render
from readers.md import md_tokens
from samples.sample_document import document, front, joined_table, sample_document, text

if TYPE_CHECKING:
    from collections.abc import Callable


def written(*blocks: Block) -> str:
    """What is written of some blocks, between the title and the foot."""
    data = render(Document(front(title="T", subtitle=""), blocks), "md", DEFAULT_STYLE).value.data
    return data.decode().partition("# T\n\n")[2].partition("\n\n---\n")[0]


def items(*words: str) -> tuple[tuple[Block, ...], ...]:
    return tuple((Paragraph(text(said)),) for said in words)


_ADDRESS = parse_address("https://x.org/a_b")
CASES: dict[str, tuple[tuple[Block, ...], str]] = {
    "a long paragraph is one line": ((Paragraph(text("word " * 99 + "end")),), "word " * 99 + "end"),
    "a new line is marked": ((Paragraph((TextRun("a"), LineBreak(), TextRun("1. b"))),), "a\\\n1\\. b"),
    "headings stand under the title": ((Heading(1, text("A"), "a"), Heading(2, text("B #"), "b")), "## A\n\n### B \\#"),
    "items follow each other": ((BulletList(items("a", "b")),), "- a\n- b"),
    "bullets stand under their words": (
        (BulletList(((Paragraph(text("a")), BulletList(items("b", "c"))), (Paragraph(text("d")),))),),
        "- a\n  - b\n  - c\n- d",
    ),
    "a bare bullet underlines nothing": ((BulletList(((Paragraph(text("a")), BulletList(((),))),)),), "- a\n\n  -"),
    "numbers under words stand apart": (
        (BulletList(((Paragraph(text("a")), NumberedList(items("b", "c"), 3)),)),),
        "- a\n\n  3. b\n  4. c",
    ),
    "a list behind another has a sign of its own": (
        (BulletList(items("a")), BulletList(items("b")), BulletList(items("c")), NumberedList(items("d")),
         NumberedList(items("e"))),
        "- a\n\n* b\n\n- c\n\n1. d\n\n1) e",
    ),
    "references keep their numbers": (
        (ReferenceList(tuple(ReferenceItem(n, text("x")) for n in (1, 2, 5))),),
        "1. x\n2. x\n\n5) x",
    ),
    "references without numbers": ((ReferenceList((ReferenceItem(7, text("x")),), numbered=False),), "- x"),
    "a card has its label below": (
        (KeyFigures((KeyFigure(text("≈ $52"), text("million"), text("turnover")), KeyFigure(text("5"), (), ()))),),
        "- **≈ $52** million\\\n  turnover\n- **5**",
    ),
    "a box is a quotation": (
        (Callout(CalloutKind.NOTE, text("Box"), (Paragraph(text("a")), BulletList(items("b")))),),
        "> ## Box\n>\n> a\n>\n> - b",
    ),
    "an address is an address": (
        (Paragraph((Link(_ADDRESS, text(_ADDRESS)), TextRun(", "), Link(parse_address("https://x.org"), text("x")))),),
        "<https://x.org/a_b>, [x](https://x.org)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_piece_has_its_lines(case: str) -> None:
    blocks, lines = CASES[case]

    assert written(*blocks) == lines


def test_an_exhibit_is_its_caption_its_description_its_source_and_its_note() -> None:
    said = written(*sample_document().blocks)

    assert (
        "**Figure 1.** Goods trade by direction, million US dollars\n\n"
        "In 2019 Belarus sold about 35.1 and Pakistan about 15.1 million dollars; in 2020? about 37 and about 15.\n\n"
        "Source: [1], [3].\n\n"
        "Note: Whiskers: rounding of the stated figures. Do not read growth across the two years."
    ) in said
    assert "**Table 1.** Goods and figures as stated\n\n| Seller | Products | 2019, \\$m | 2020?, \\$m |\n" in said
    assert "| --- | --- | --: | --: |\n| Pakistan | basmati rice, fruit and vegetables," in said


def test_notes_of_the_margin_are_quoted_behind_their_row() -> None:
    notes = (MarginNote(text("Who acts."), (Paragraph(text("Both.")),)), MarginNote((), (Paragraph(text("Beside.")),)))
    said = written(Row((joined_table(3),), notes))

    assert said.endswith(" |\n\n> **Who acts.** Both.\n\n> Beside.")


def test_new_lines_in_headings_and_cells_are_blanks() -> None:
    broken = (TextRun("a"), LineBreak(), TextRun("b"))
    table = joined_table(3)
    rows = ((Cell(broken), Cell(broken), Cell(broken)),)

    assert written(Heading(1, broken, "h")) == "## a b"
    assert written(replace(table, rows=rows)).splitlines()[-1] == "| a b | a b | a b |"


def test_notes_stand_before_the_foot_and_are_found_from_their_marks() -> None:
    note = Note(1, (TextRun("1. One"), LineBreak(), TextRun("two.")))
    whole = document(Paragraph((TextRun("So"), NoteRef(1), TextRun(": (yes)"))), notes=(note,))
    data = render(whole, "md", DEFAULT_STYLE).value.data

    assert "\nSo[^1]\\: (yes)\n\n[^1]: 1\\. One\\\n    two.\n\n---\n" in data.decode()
    assert [token.type for token in md_tokens(data) if token.type == "footnote_open"] == ["footnote_open"]
    assert faults_of(FORMATS["md"], data) == []


# ---------------------------------------------------------------- the half that reads

BRIEF = render(
    document(*sample_document().blocks, notes=sample_document().notes), "md", DEFAULT_STYLE
).value.data.decode()
SPOILT: dict[str, Callable[[str], str]] = {
    "the text is not whole": lambda brief: brief[:-2],
    "the text does not have one title": lambda brief: brief.replace("\n# ", "\n## "),
    "the text holds a control character": lambda brief: brief.replace("Trade", "Tra\x1bde", 1),
    "the text holds HTML": lambda brief: brief.replace("Trade", "<b>Trade</b>", 1),
    "the note 1 is not there": lambda brief: brief.replace("[^1]: ", ""),
    "the rows of table 1 differ in their cells": lambda brief: brief.replace("| turnover |", "|", 1),
}


@pytest.mark.parametrize("fault", SPOILT)
def test_a_spoilt_text_is_told_by_what_is_wrong(fault: str) -> None:
    spoilt = SPOILT[fault](BRIEF)

    assert spoilt != BRIEF
    assert faults_of(FORMATS["md"], BRIEF.encode()) == []
    assert faults_of(FORMATS["md"], spoilt.encode()) == [fault]


@pytest.mark.parametrize("at", range(0, len(BRIEF) - 1, 97))
def test_a_torn_text_is_not_whole(at: int) -> None:
    assert "the text is not whole" in faults_of(FORMATS["md"], BRIEF[:at].encode())


def test_bytes_that_are_no_text_are_told() -> None:
    assert faults_of(FORMATS["md"], b"# \xff\n") == ["the text is not UTF-8"]
