"""Pages of the shipped and of the second relation's briefs: full, tables whole, a last page worth turning to."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from briefgen.compose import FieldUse, Ingredients, RankedParts, compose
from briefgen.model.document import Align, Caption, Cell, Heading, Paragraph, Table
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.ranks import WHOLE, Cut
from briefgen.model.traversal import every_block
from briefgen.pipeline.fitting.page_fit import Composition, fitted
from briefgen.render import least_shares, lengths_in
from briefgen.render.pdf import write_pdf
from briefgen.render.pdf.layout.boxes import TextLine
from briefgen.render.pdf.layout.laid_out import LaidOut, lay_out
from briefgen.render.pdf.objects.destinations import block_place
from briefgen.view import Request, view
from readers.document_words import document_words
from readers.pdf import structure_words
from samples import second_relation, shipped_briefs
from samples.english_words import english
from samples.sample_document import document, text

if TYPE_CHECKING:
    from briefgen.model.document import Block, Document
    from briefgen.model.looks.style import Style
    from briefgen.render.pdf.layout.boxes import Slice
    from briefgen.render.pdf.layout.page_parts import Page, Placed

MOST_BLANK = 0.2
FEW_LINES = 3
HIGH = 0.5
"""Of a page: a higher table may be divided, where a fifth of a page would stay empty before it."""
NAMES = [
    *(("pakistan-belarus", name) for name in shipped_briefs.AUDIENCES),
    *(("india-czechia", name) for name in second_relation.AUDIENCES),
]
BRIEFS = pytest.mark.parametrize(("relation", "audience"), NAMES)


@cache
def _document(relation: str, audience: str) -> Document:
    made = shipped_briefs.brief if relation == "pakistan-belarus" else second_relation.brief
    return made(audience)


@cache
def _laid(relation: str, audience: str) -> LaidOut:
    return lay_out(_document(relation, audience), DEFAULT_STYLE)


def _fitted(relation: str, audience: str) -> tuple[Document, Style]:
    """A brief as it is made, in the look of its audience."""
    workspace = shipped_briefs.WORKSPACE if relation == "pakistan-belarus" else second_relation.workspace()
    chosen = next(one for one in workspace.audiences if one.id == audience)
    seen = view(workspace.relations[0], chosen, Request()).value
    style = workspace.styles.get(chosen.style, workspace.style).with_body(seen.audience.body_size)

    def composition(cut: Cut = WHOLE) -> Composition:
        parts, use = RankedParts(cut), FieldUse()
        made_of = Ingredients(seen, workspace.sections, workspace.partials, english(), workspace.pictures)
        outcome = compose(made_of, use=use, ranked=parts, shares=partial(least_shares, style=style))
        return Composition(outcome.value, parts, use, outcome.diagnostics)

    made = fitted(composition(), seen.audience, composition, lengths_in(style))
    return made.document, style


def _blank(page: Page, height: float) -> float:
    """What is free between the text and the footnotes of a page, of its height."""
    bottom = max((at.top + at.slice.height for at in (*page.body, *page.margin)), default=0.0)
    return (min((at.top for at in page.notes), default=height) - bottom) / height


def _opening(page: Page) -> list[Placed]:
    """What stands together at the top of a page."""
    found: list[Placed] = []
    for at in page.body:
        found.append(at)
        if not (at.slice.keep or at.slice.whole):
            break
    return found


@BRIEFS
def test_a_page_that_is_a_fifth_empty_is_so_for_an_exhibit_or_a_box_without_room(relation: str, audience: str) -> None:
    laid = _laid(relation, audience)
    height = laid.workshop.text_height
    for page, following in zip(laid.placed, laid.placed[1:], strict=False):
        blank = _blank(page, height)
        if blank <= MOST_BLANK:
            continue
        opening = _opening(following)
        needed = (opening[-1].top + opening[-1].slice.height) / height
        is_tied = any(at.slice.floats or at.slice.frames or at.slice.header for at in opening)
        assert is_tied, [at.slice for at in opening[:3]]
        assert needed > blank - MOST_BLANK


def test_few_pages_are_a_fifth_empty() -> None:
    briefs = [_laid(*name) for name in NAMES]
    assert all(len(laid.placed) > 1 for laid in briefs)  # no brief is passed over
    pages = [_blank(page, laid.workshop.text_height) for laid in briefs for page in laid.placed[:-1]]

    assert len(pages) > 90
    assert sum(blank > MOST_BLANK for blank in pages) <= len(pages) * 0.08
    assert sum(pages) / len(pages) < 0.07


def test_hardly_a_page_but_the_last_of_a_brief_that_keeps_to_its_pages_is_a_fifth_empty() -> None:
    briefs = [lay_out(*_fitted(*name)) for name in NAMES]
    pages = [_blank(page, laid.workshop.text_height) for laid in briefs for page in laid.placed[:-1]]

    assert len(pages) > 50
    assert sum(blank > MOST_BLANK for blank in pages) <= len(pages) * 0.04
    assert max(pages) < 0.23


@BRIEFS
def test_tables_of_up_to_ten_rows_stand_on_one_page(relation: str, audience: str) -> None:
    document, laid = _document(relation, audience), _laid(relation, audience)
    tables = [t for t in every_block(document.blocks) if isinstance(t, Table) and t.id and len(t.rows) <= 10]
    places = {block_place(table.id): table for table in tables}
    for page, following in pairwise([*laid.placed, laid.placed[-1]]):
        body = [at.slice for at in page.body]
        for at, piece in enumerate(body):
            if piece.place in places:
                chain = next((n for n, one in enumerate(body[at:]) if not (one.keep or one.whole)), None)
                height = sum(one.height for one in (*body[at:], *_rest_of(following)))
                assert chain is not None or height > laid.workshop.text_height * HIGH, places[piece.place].id


def _rest_of(page: Page) -> list[Slice]:
    """What goes on at the top of a page, and what ends it."""
    body = [at.slice for at in page.body if not at.repeated]
    end = next((n for n, one in enumerate(body) if not (one.keep or one.whole)), len(body))
    return body[: end + 1]


@BRIEFS
def test_a_last_page_has_three_lines_and_a_page_no_head_of_a_table_alone(relation: str, audience: str) -> None:
    laid = _laid(relation, audience)
    *_, last = laid.placed
    assert len(laid.placed) == 1 or len([at for at in last.body if at.slice.height]) >= FEW_LINES

    for page in laid.placed[:-1]:
        assert not page.body[-1].slice.keep, page.body[-1].slice
        assert not page.body[-1].slice.leads


# ---------------------------------------------------------------- what is rare

_LINE = "Words of a paragraph that goes on for a line of the column and a little more of the next one. "
_WITHOUT_MARGIN = replace(DEFAULT_STYLE, page=replace(DEFAULT_STYLE.page, margin_mm=0.0))


def _prose(count: int, words: str = _LINE) -> list[Block]:
    return [Paragraph(text(words * 2)) for _ in range(count)]


def _table(rows: int, words: str = "cell", name: str = "table-1") -> Table:
    body = tuple((Cell(text(f"Row {n}")), Cell(text(words))) for n in range(rows))
    head, around = (Cell(text("What")), Cell(text("Words"))), Caption("Table 1", text("Rows"), source=text("[1]"))
    return Table(name, (Align.START, Align.START), head, body, around, row_header=True)


def _heading(number: int) -> Heading:
    return Heading(1, text(f"Section {number}"), f"section-{number}")


_URDU = "پاکستان اور بیلاروس کے درمیان تجارت 2019 میں بڑھی۔ "
RARE: dict[str, list[Block]] = {
    "a table of 200 rows": [*_prose(3), _table(200), *_prose(3)],
    "a table of 200 rows of several lines": [_table(200, _LINE * 3)],
    "a cell higher than a page": [*_prose(2), _table(3, _LINE * 90), *_prose(2)],
    "a short table of high rows": [*_prose(8), _table(9, _LINE * 12), *_prose(2)],
    "eleven rows at a page's end": [*_prose(13), _table(11), *_prose(2)],
    "ten rows at a page's end": [*_prose(13), _table(10), *_prose(9)],
    "one row at a page's end": [*_prose(15), _table(1), *_prose(2)],
    "tables behind each other": [*_prose(10), *(_table(8, name=f"table-{n}") for n in range(6)), *_prose(4)],
    "sections of a heading and a table": [b for n in range(9) for b in (_heading(n), _table(7, name=f"t-{n}"))],
    "headings alone": [_heading(n) for n in range(80)],
    "a heading at the very end": [*_prose(30), _heading(1)],
    "prose from right to left": _prose(30, _URDU * 3),
    "a table from right to left": [*_prose(12, _URDU), _table(9, _URDU), *_prose(6, _URDU)],
    "a word longer than a page": [Paragraph(text("x" * 9000)), _table(2)],
    "one line on the last page": [*_prose(18), Paragraph(text("The end."))],
}


@pytest.mark.parametrize("name", RARE)
@pytest.mark.parametrize("style", [DEFAULT_STYLE, _WITHOUT_MARGIN], ids=["margin", "no margin"])
def test_what_is_rare_loses_no_word_and_leaves_no_page(name: str, style: Style) -> None:
    made = document(*RARE[name])
    laid = lay_out(made, style)
    height = laid.workshop.text_height
    data = write_pdf(made, style).value.data

    assert structure_words(data) == document_words(made)
    for page in laid.placed:
        assert page.body or page.notes
        assert all(at.top + at.slice.height <= height + 0.1 for at in page.body)
    for page in laid.placed[:-1]:
        assert not page.body[-1].slice.leads or name == "headings alone"


@pytest.mark.parametrize("count", range(4, 18, 2))
@pytest.mark.parametrize("rows", [9, 11, 40])
def test_rows_stand_in_their_order_below_their_head(count: int, rows: int) -> None:
    laid = lay_out(document(*_prose(count), _table(rows), *_prose(5)), DEFAULT_STYLE)
    placed = [at.slice for page in laid.placed for at in page.body if not at.repeated]
    lines = [i.line.text for one in placed for i in one.items if isinstance(i, TextLine)]
    seen = [line for line in lines if line.startswith(("Row ", "Words", "What"))]

    table = [line for line in seen if not line.startswith("Words of")]
    assert table == ["What", "Words", *(f"Row {n}" for n in range(rows))]


def test_text_fills_the_page_above_a_table_that_goes_overleaf() -> None:
    laid = [lay_out(document(*_prose(count), _table(10), *_prose(12)), DEFAULT_STYLE) for count in range(6, 18)]

    assert all(_blank(one.placed[0], one.workshop.text_height) < 0.1 for one in laid)
    assert sum(one.placed[1].body[0].slice.floats for one in laid) > 2
