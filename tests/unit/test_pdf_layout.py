from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from briefgen.model.document import Align, BulletList, Heading, KeyFigure, KeyFigures, Paragraph, Table, TextRun
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.pdf import write_pdf
from briefgen.render.pdf.text.inline_layout import Setting
from briefgen.render.pdf.text.line_breaking import lines
from briefgen.render.pdf.text.manners import manner
from readers.pdf import shown, structure
from samples.made_pdf import sample_pdf, torture_pdf
from samples.sample_document import cell, document, text

if TYPE_CHECKING:
    from collections.abc import Callable

_BODY = manner(DEFAULT_STYLE, DEFAULT_STYLE.text["body"])


def _setting(words: str) -> Setting:
    setting = Setting()
    setting.add(words, _BODY.run(None))
    return setting


def _lines(words: str, width: float) -> list[str]:
    return [line.text.strip() for line in lines(_setting(words), width)]


@pytest.mark.parametrize("width", [20.0, 100.0, 400.0])
@pytest.mark.parametrize("words", ["plain words " * 30, "x" * 300, "https://example.org/a?b=c&d=" * 9, "one-two/" * 40])
def test_no_line_is_wider_than_allowed_and_nothing_is_lost(words: str, width: float) -> None:
    found = lines(_setting(words), width)
    assert all(line.width <= width + 0.02 for line in found)
    assert "".join("".join(line.text for line in found).split()) == "".join(words.split())


def test_lines_end_after_hyphens_dashes_and_slashes_but_not_before_figures() -> None:
    assert _lines("well-known", 40) == ["well-", "known"]
    assert _lines("Pakistan–Belarus", 60) == ["Pakistan–", "Belarus"]
    assert _lines("and 2019–2020 and", 60) == ["and", "2019–2020", "and"]


@pytest.mark.parametrize("address", ["desk-south@office.example", "https://desk-south.example"])
def test_no_line_ends_after_a_hyphen_of_an_address_that_a_line_can_hold(address: str) -> None:
    assert _lines(f"ask {address} now", 150) == ["ask", address, "now"]


def test_a_no_break_space_holds_its_words_together() -> None:
    assert _lines("about 5\u00a0million", 60) == ["about", "5\u00a0million"]


def _boxes(data: bytes) -> list[tuple[int, float, float, float, float]]:
    """Page, left, bottom, right and top of every character that shows."""
    with pypdfium2.PdfDocument(data) as pdf:
        found = []
        for index, page in enumerate(pdf):
            layer = page.get_textpage()
            words = layer.get_text_range()
            found += [(index, *layer.get_charbox(n)) for n, character in enumerate(words) if not character.isspace()]
            layer.close()
            page.close()
    return found


@pytest.mark.parametrize("made", [sample_pdf, torture_pdf])
def test_all_text_stands_between_the_margins(made: Callable[[], bytes]) -> None:
    left, right = 18 * 72 / 25.4, 194 * 72 / 25.4
    boxes = _boxes(made())
    assert len(boxes) > 1000
    assert min(box[1] for box in boxes) >= left - 1
    assert max(box[3] for box in boxes) <= right + 1
    assert all(0 < bottom <= top < 297 * 72 / 25.4 for _, _, bottom, _, top in boxes)


@pytest.mark.parametrize("made", [sample_pdf, torture_pdf])
def test_no_page_is_empty(made: Callable[[], bytes]) -> None:
    with pikepdf.open(io.BytesIO(made())) as pdf:
        assert all(any(piece.mark is not None for piece in shown(page)) for page in pdf.pages)


def test_a_heading_is_never_the_last_thing_on_a_page() -> None:
    for filler in range(30, 46):
        blocks = [Paragraph(text(f"Line {n}.")) for n in range(filler)]
        data = write_pdf(document(*blocks, Heading(1, text("Title"), "t"), Paragraph(text("Text."))), DEFAULT_STYLE)
        elements = {
            element.kind: element.marks for element in structure(data.value.data).walk() if element.kind == "H2"
        }
        last = [element for element in structure(data.value.data).walk() if element.kind == "P"][-1]
        assert elements["H2"][-1][0] == last.marks[0][0]


def test_no_page_begins_or_ends_with_a_single_line_of_a_paragraph() -> None:
    for filler in range(30, 46):
        blocks = [*(Paragraph(text(f"Line {n}.")) for n in range(filler)), Paragraph(text("many words " * 60))]
        data = write_pdf(document(*blocks), DEFAULT_STYLE).value.data
        with pypdfium2.PdfDocument(data) as pdf:
            counts = [page.get_textpage().get_text_range().count("many words many") for page in pdf]
        assert all(count != 1 for count in counts[:2])


def test_rows_stay_whole_and_a_row_taller_than_a_page_goes_on() -> None:
    tall = (cell("tall"), cell("words in a row " * 900))
    table = Table("t", (Align.START, Align.START), (cell("A"), cell("B")), ((cell("1"), cell("short")), tall))
    with pypdfium2.PdfDocument(write_pdf(document(table), DEFAULT_STYLE).value.data) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    assert len(texts) > 1
    assert "words in a row" in texts[0]
    assert sum(text.count("words in a row") for text in texts) > 780


def test_cards_beyond_four_begin_a_new_row() -> None:
    cards = tuple(KeyFigure(text(f"value{n}"), (), text("label")) for n in range(6))
    with pypdfium2.PdfDocument(write_pdf(document(KeyFigures(cards)), DEFAULT_STYLE).value.data) as pdf:
        layer = pdf[0].get_textpage()
        searches = [layer.search(f"value{n}").get_next() for n in range(6)]
        tops = [layer.get_charbox(found[0])[3] for found in searches if found]
    assert [round(top) for top in tops[:4]] == [round(tops[0])] * 4
    assert round(tops[4]) == round(tops[5]) < round(tops[0])


def test_lists_nested_beyond_the_width_still_fit() -> None:
    block: Paragraph | BulletList = Paragraph((TextRun("deep down"),))
    for _ in range(60):
        block = BulletList(((block,),))
    data = write_pdf(document(block), DEFAULT_STYLE).value.data
    assert max(box[3] for box in _boxes(data)) <= 194 * 72 / 25.4 + 1


def test_running_lines_that_would_meet_are_cut() -> None:
    data = write_pdf(document(audience="long words " * 40, handling="HANDLING " * 30), DEFAULT_STYLE).value.data
    assert min(box[1] for box in _boxes(data)) >= 18 * 72 / 25.4 - 1
    assert max(box[3] for box in _boxes(data)) <= 194 * 72 / 25.4 + 1


def test_pages_count_themselves() -> None:
    with pypdfium2.PdfDocument(torture_pdf()) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    assert all(f"page {n} of {len(texts)}" in text for n, text in enumerate(texts, 1))
