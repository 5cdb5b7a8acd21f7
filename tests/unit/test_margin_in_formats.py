"""Rows and the margin in a Word file and a web page; how large running text is for whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.load import load
from briefgen.model.audience_choices import MemoField
from briefgen.model.document import (
    Align,
    BulletList,
    Heading,
    KeyFigure,
    KeyFigures,
    MarginNote,
    MemoEntry,
    Note,
    NoteRef,
    Paragraph,
    Row,
    Table,
)
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE, Style
from briefgen.reading import faults_of
from briefgen.render import render
from briefgen.world import Memory
from readers.docx import MARGIN, W, part, style_of
from readers.html import page
from samples.composing import BASE
from samples.house_styles import WITHOUT_MARGIN, house
from samples.sample_document import cell, document, text

if TYPE_CHECKING:
    from briefgen.model.document import Block

FIGURES = KeyFigures((KeyFigure(text("> 80"), text("documents"), text("by 2021")),))
NOTED = Row(
    (Heading(1, text("Trade"), "trade"), Paragraph(text("First.")), Paragraph(text("Second."))),
    (
        MarginNote(text("About."), (Paragraph(text("Of the heading.")),), 0),
        MarginNote((), (Paragraph(text("Of the second.")), FIGURES), 2),
    ),
)


HEAD, WORDS = Heading(1, text("Say"), "say"), Paragraph(text("Words."))


def body(style: object = DEFAULT_STYLE) -> list[tuple[str, str, bool]]:
    """Style and words of each paragraph of a Word file, and whether it has a frame."""
    assert isinstance(style, type(DEFAULT_STYLE))
    xml = part(render(document(NOTED), "docx", style).value.data, "word/document.xml")
    return [
        (style_of(p), "".join(t.text or "" for t in p.iter(f"{W}t")), p.find(f"{W}pPr/{W}framePr") is not None)
        for p in xml.iter(f"{W}p")
        if style_of(p) in MARGIN | {"Heading1", "BodyText"}
    ]


def test_in_word_a_note_hangs_on_the_paragraph_behind_it_and_never_stands_before_its_heading() -> None:
    assert body() == [
        ("Heading1", "Trade", False),
        ("MarginNote", "About. Of the heading.", True),
        ("BodyText", "First.", False),
        ("MarginNote", "Of the second.", True),
        ("FigureNumber", "> 80 documents", True),
        ("FigureLabel", "by 2021", True),
        ("BodyText", "Second.", False),
    ]


@pytest.mark.parametrize("style", [WITHOUT_MARGIN, house("french.docx").style], ids=["page", "word"])
def test_without_a_margin_notes_are_paragraphs_behind_their_row(style: object) -> None:
    said = body(style)

    assert [words for _, words, _ in said][-4:] == [
        "About. Of the heading.",
        "Of the second.",
        "> 80 documents",
        "by 2021",
    ]
    assert not any(framed for _, _, framed in said)


@pytest.mark.parametrize("held", ["words", "list", "figures"])
def test_in_word_a_note_that_holds_a_footnote_stands_in_the_text_behind_its_row(held: str) -> None:
    inlines = (*text("Of the heading."), NoteRef(1))
    held_in: dict[str, Paragraph | BulletList | KeyFigures] = {
        "words": Paragraph(inlines), "list": BulletList(((Paragraph(inlines),),)),
        "figures": KeyFigures((KeyFigure(inlines, (), ()),)),
    }  # fmt: skip
    row = Row((Heading(1, text("Trade"), "trade"), Paragraph(text("First."))), (MarginNote((), (held_in[held],), 1),))
    data = render(document(row, notes=(Note(1, text("A footnote.")),)), "docx", DEFAULT_STYLE).value.data
    xml = part(data, "word/document.xml")
    holder = next(p for p in xml.iter(f"{W}p") if next(p.iter(f"{W}footnoteReference"), None) is not None)
    order = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in xml.iter(f"{W}p")]

    assert holder.find(f"{W}pPr/{W}framePr") is None
    assert style_of(holder) == {"words": "NoteInText", "list": "NoteInText", "figures": "CardValue"}[held]
    assert order.index("Of the heading.") == order.index("First.") + 1
    assert faults_of(FORMATS["docx"], data) == []


@pytest.mark.parametrize(("style", "kept"), [(DEFAULT_STYLE, MARGIN), (WITHOUT_MARGIN, {"FigureNumber"})])
def test_a_note_stays_with_what_is_behind_it_only_where_its_frame_hangs_on_that(style: Style, kept: set[str]) -> None:
    sheet = part(render(document(NOTED), "docx", style).value.data, "word/styles.xml")
    found = {
        s.get(f"{W}styleId") for s in sheet.iter(f"{W}style")
        if s.get(f"{W}styleId") in MARGIN and s.find(f"{W}pPr/{W}keepNext") is not None
    }  # fmt: skip

    assert found == kept


def test_the_styles_of_words_margin_carry_one_frame_and_one_border() -> None:
    sheet = part(render(document(NOTED), "docx", DEFAULT_STYLE).value.data, "word/styles.xml")
    found = {s.get(f"{W}styleId"): s for s in sheet.iter(f"{W}style") if s.get(f"{W}styleId") in MARGIN}
    frames = {tuple(sorted(s.find(f"{W}pPr/{W}framePr").attrib.items())) for s in found.values()}
    borders = {tuple(sorted(s.find(f"{W}pPr/{W}pBdr/{W}top").attrib.items())) for s in found.values()}

    assert set(found) == MARGIN
    assert len(frames) == len(borders) == 1


def test_words_margin_is_as_wide_as_the_column_of_notes() -> None:
    xml = part(render(document(NOTED), "docx", DEFAULT_STYLE).value.data, "word/document.xml")
    edges = next(xml.iter(f"{W}pgMar"))

    assert [round(int(edges.get(f"{W}{side}") or 0) / 1440 * 25.4) for side in ("left", "right")] == [18, 68]
    assert next(xml.iter(f"{W}tbl"), None) is None, "no layout tables"


def test_a_web_page_has_the_notes_behind_their_row_and_a_column_for_them_where_it_is_wide() -> None:
    shown = page(render(document(NOTED), "html", DEFAULT_STYLE).value.data)
    row = shown.find(".//div[@class='row']")

    assert [child.get("class") for child in row] == ["column ruled", "margin"]
    assert [note.tag for note in row[1]] == ["aside", "aside"]
    assert "grid-template-columns" in next(shown.iter("style")).text.partition("min-width:58rem")[2]


@pytest.mark.parametrize(
    ("below", "shared"),
    [
        ((HEAD, WORDS), True),
        ((HEAD, Table("t", (Align.START,), (cell("A"),), ((cell("b"),),))), False),
    ],
    ids=["words", "a table"],
)
def test_on_a_wide_web_page_words_begin_beside_key_figures_that_are_longer_than_their_row(
    below: tuple[Block, ...], *, shared: bool
) -> None:
    rows = (Row((WORDS,), (MarginNote((), (FIGURES,), 0),)), Row(below), Row((HEAD, WORDS)))
    made = page(render(document(*rows), "html", DEFAULT_STYLE).value.data).iter("div")
    classes = [[child.get("class") for child in row] for row in made if "row" in (row.get("class") or "").split()]

    first = ["column", "margin", "column ruled next"] if shared else ["column", "margin"]
    assert classes[-2 if shared else -3] == first


def test_a_web_page_of_a_style_without_a_margin_has_no_column_for_notes() -> None:
    shown = page(render(document(NOTED), "html", WITHOUT_MARGIN).value.data)

    assert "min-width:58rem" not in next(shown.iter("style")).text
    assert shown.find(".//div[@class='margin']") is not None


# ---------------------------------------------------------------- the size of running text


@pytest.mark.parametrize(
    ("size", "expected"),
    [(None, (10.5, 15)), (10.5, (10.5, 15)), (11, (11, 15)), (11.5, (11.5, 15)), (12, (12, 15)), (13, (13, 16.25)),
     (16, (16, 20)), (10, (10, 15)), (9, (9, 13.5)), (8, (8, 12))],
)  # fmt: skip
def test_running_text_takes_the_size_of_its_audience_on_a_leading_that_suits(
    size: float | None, expected: tuple[float, float]
) -> None:
    style = DEFAULT_STYLE.with_body(size)

    assert {(style.text[name].size, style.text[name].leading) for name in ("body", "list", "callout")} == {expected}
    assert style.text["table"] == DEFAULT_STYLE.text["table"]


def test_a_word_file_says_itself_how_large_its_words_are() -> None:
    style = house("french.docx").style

    assert style.with_body(16) is style


@pytest.mark.parametrize(
    "given", ["7", "16.5", "0", "-11", "large", "1e1", "11,5", "\u0661\u0661", "nan", "true", "11pt"]
)
def test_a_size_that_no_text_can_have_is_told_at_its_place(given: str) -> None:
    path = "templates/audiences/reader.yaml"
    files = {**BASE, path: BASE[path] + f"body_size: {given}\n", "templates/sections/one.md.j2": "x\n"}
    told = load(Memory({name: words.encode() for name, words in files.items()})).diagnostics

    assert [(d.code, d.place.line) for d in told if d.severity.name == "ERROR"] == [("BG117", 6)]


def test_the_size_of_an_audience_is_read() -> None:
    path = "templates/audiences/reader.yaml"
    files = {**BASE, path: BASE[path] + "body_size: 11.5\n", "templates/sections/one.md.j2": "x\n"}
    (audience,) = load(Memory({name: words.encode() for name, words in files.items()})).value.audiences

    assert audience.body_size == 11.5
    assert replace(DEFAULT_STYLE).with_body(audience.body_size).text["body"].size == 11.5


def room_under_the_headline(fields: int, row: Row, style: Style = DEFAULT_STYLE, contents: str = "") -> int:
    """What the style under a headline leaves below it, in twentieths of a point, with so many fields of the memo."""
    found = document(row, title="Ties", subtitle="In brief", contents=contents)
    memo = tuple(MemoEntry(MemoField.TO, "To", text("Somebody")) for _ in range(fields))
    data = render(replace(found, front=replace(found.front, memo=memo)), "docx", style).value.data
    (subtitle,) = (
        one for one in part(data, "word/styles.xml").iter(f"{W}style") if one.get(f"{W}styleId") == "Subtitle"
    )
    return int(str(next(subtitle.iter(f"{W}spacing")).get(f"{W}after")))


def test_figures_beside_the_first_block_of_a_word_file_stand_below_a_long_memo() -> None:
    """Frames do not make way for each other: without room the memo would be printed over the figures."""
    alone = Row((Paragraph(text("The bottom line.")),), (MarginNote((), (FIGURES,)),))
    usual = room_under_the_headline(1, alone)

    assert room_under_the_headline(9, alone) - room_under_the_headline(8, alone) > 10 * 20
    assert room_under_the_headline(9, Row(alone.blocks)) == usual
    assert room_under_the_headline(9, Row((*alone.blocks, WORDS), alone.notes)) == usual
    assert room_under_the_headline(9, alone, contents="Contents") == usual
    assert room_under_the_headline(9, alone, WITHOUT_MARGIN) == room_under_the_headline(1, alone, WITHOUT_MARGIN)
