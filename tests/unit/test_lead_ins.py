"""A line that announces what stands under it is on the page of that, in every format."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.model.document import Align, BulletList, CrossRef, MarginNote, NumberedList, Paragraph, Row, Table
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import render
from briefgen.render.lead_in import leads_in, with_what_follows
from briefgen.render.pdf.layout.boxes import TextLine
from briefgen.render.pdf.layout.laid_out import lay_out
from readers.docx import W, part
from readers.html import page
from samples.sample_document import cell, document, text

if TYPE_CHECKING:
    from briefgen.model.document import Block, Document
    from briefgen.render.pdf.layout.page_parts import Page

ITEMS = tuple((Paragraph(text(f"Item {n}.")),) for n in range(4))
LEAD = Paragraph(text("Not computed from what is on record:"))
UNDER: list[Block] = [BulletList(ITEMS), NumberedList(ITEMS), Paragraph(text("What follows. " * 30))]

TABLE = Table("t", (Align.START,), (cell("A"),), ((cell("one"),),))
NAMING = Paragraph((CrossRef("t", "Table 1"), *text(" shows what was agreed.")))
BESIDE = MarginNote((), (Paragraph(text("A note beside the table.")),), anchor=1)


def below(lines: int, under: Block, *, in_row: bool) -> Document:
    """So many lines, then one that leads in, then what it announces."""
    blocks = (*(Paragraph(text(f"Line {n}.")) for n in range(lines)), LEAD, under)
    return document(*((Row(blocks),) if in_row else blocks))


def last_line(sheet: Page) -> str:
    items = [item for placed in sheet.body for item in placed.slice.items if isinstance(item, TextLine)]
    return items[-1].line.text if items else ""


@pytest.mark.parametrize("in_row", [True, False], ids=["in-a-row", "alone"])
@pytest.mark.parametrize("under", UNDER, ids=lambda block: type(block).__name__)
def test_no_page_of_a_pdf_ends_with_it(under: Block, *, in_row: bool) -> None:
    ends: set[int] = set()
    for lines in range(24, 60):
        sheets = lay_out(below(lines, under, in_row=in_row), DEFAULT_STYLE).placed
        ends.add(len(sheets))
        assert not any(last_line(sheet).endswith(":") for sheet in sheets)
    assert len(ends) > 1


@pytest.mark.parametrize("words", ["Two things:", "Two things: ", "\N{IDEOGRAPHIC SPACE}二つ\N{FULLWIDTH COLON}"])
def test_what_ends_with_a_colon_leads_in(words: str) -> None:
    assert leads_in(Paragraph(text(words)))


@pytest.mark.parametrize("block", [Paragraph(text("At 10:30.")), Paragraph(()), BulletList(((LEAD,),))])
def test_nothing_else_does(block: Block) -> None:
    assert not leads_in(block)


def test_word_keeps_it_with_what_follows_wherever_it_stands() -> None:
    inner = (LEAD, NumberedList(ITEMS))
    blocks = (LEAD, BulletList((inner,)), Paragraph(text("An end.")))
    body = part(render(document(*blocks), "docx", DEFAULT_STYLE).value.data, "word/document.xml")
    kept = {
        "".join(paragraph.itertext()): paragraph.find(f"{W}pPr/{W}keepNext") is not None
        for paragraph in body.iter(f"{W}p")
    }

    assert kept["Not computed from what is on record:"]
    assert not kept["Item 0."]
    assert not kept["An end."]
    assert sum(1 for one in body.iter(f"{W}keepNext")) == 2


def test_paper_keeps_it_with_what_follows_on_a_web_page() -> None:
    data = render(below(1, UNDER[0], in_row=True), "html", DEFAULT_STYLE).value.data
    led = [found for found in page(data).iter("p") if found.get("class") == "lead-in"]

    assert ["".join(one.itertext()) for one in led] == ["Not computed from what is on record:"]
    assert ",.lead-in{break-after:avoid}" in data.decode().partition("@media print")[2]


def test_a_short_sentence_that_names_what_follows_leads_in() -> None:
    assert leads_in(NAMING, TABLE)


@pytest.mark.parametrize(
    ("block", "behind"),
    [
        (NAMING, None),
        (NAMING, replace(TABLE, id="another")),
        (NAMING, LEAD),
        (Paragraph(text("A table follows.")), TABLE),
        (Paragraph((*text("Much was agreed. " * 10), *NAMING.inlines)), TABLE),
    ],
    ids=["last", "before another", "before text", "not named", "long"],
)
def test_a_sentence_leads_in_only_what_it_names_and_where_it_is_short(block: Block, behind: Block | None) -> None:
    assert not leads_in(block, behind)


def test_a_note_of_the_margin_does_not_part_a_sentence_from_what_it_names() -> None:
    pairs = list(with_what_follows((NAMING, BESIDE, TABLE)))

    assert pairs == [(NAMING, TABLE), (BESIDE, TABLE), (TABLE, None)]


@pytest.mark.parametrize("in_row", [True, False], ids=["in-a-row", "alone"])
def test_word_keeps_a_sentence_with_the_table_that_it_names(*, in_row: bool) -> None:
    made = document(Row((NAMING, TABLE), (BESIDE,))) if in_row else document(NAMING, TABLE)
    body = part(render(made, "docx", DEFAULT_STYLE).value.data, "word/document.xml")
    sentence = next(one for one in body.iter(f"{W}p") if "what was agreed" in "".join(one.itertext()))

    assert sentence.find(f"{W}pPr/{W}keepNext") is not None


def test_paper_keeps_it_with_the_table_on_a_web_page() -> None:
    data = render(document(Row((NAMING, TABLE))), "html", DEFAULT_STYLE).value.data
    led = [found for found in page(data).iter("p") if found.get("class") == "lead-in"]

    assert ["".join(one.itertext()) for one in led] == ["Table 1 shows what was agreed."]
