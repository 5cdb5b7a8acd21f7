"""Words divided at the ends of lines: where, by whose rules, and what readers of the text get."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from pathlib import Path

import pyphen
import pytest

from briefgen.hyphenation import divisions
from briefgen.model.document import Heading, Link, Paragraph, TextRun
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.values.address import parse_address
from briefgen.render.pdf import write_pdf
from briefgen.render.pdf.objects.tag_tree import Tag
from briefgen.render.pdf.text.inline_layout import Setting
from briefgen.render.pdf.text.line_breaking import Line, lines
from briefgen.render.pdf.text.manners import Manner, manner
from readers.document_words import document_words
from readers.pdf import pdf_faults, structure, structure_words
from samples.house_styles import WITHOUT_MARGIN
from samples.sample_document import document, text

_WORDS = (
    "consultations establish cooperation between representatives (independence), agricultural understanding; "
    "memorandum establishment diplomatic "
)
_BODY = manner(DEFAULT_STYLE, DEFAULT_STYLE.text["body"])
_ROOT = Path(__file__).parents[2]
_OTHERS = {
    "ru": "сотрудничество дипломатический независимость",
    "be": "супрацоўніцтва дыпламатычны незалежнасць",
    "de": "Zusammenarbeit freundschaftsvertrag unabhängigkeit",
}


def test_words_divide_where_their_language_divides_them() -> None:
    files = (_ROOT / "templates/sections").glob("*.j2"), (_ROOT / "docs").glob("*.md")
    words = {word for folder in files for file in folder for word in re.findall("[a-z]{7,}", file.read_text("utf-8"))}
    british = pyphen.Pyphen(lang="en_GB", left=3, right=3)
    assert len(words) > 100
    assert {w: divisions(w, "en-GB") for w in words} == {w: tuple(map(int, british.positions(w))) for w in words}


@pytest.mark.parametrize("language", list(_OTHERS))
def test_other_languages_have_their_own_rules(language: str) -> None:
    rules = pyphen.Pyphen(lang=pyphen.language_fallback(language), left=3, right=3)
    for word in _OTHERS[language].split():
        expected = tuple(map(int, rules.positions(word))) if word.islower() else ()
        assert divisions(word, language) == expected


@pytest.mark.parametrize("word", ["Lukashenko", "short", "x9y8z7w6", "WTO", "don’t-care", ""])
def test_names_short_words_and_what_is_no_word_stay_whole(word: str) -> None:
    assert divisions(word, "en-GB") == ()


def test_a_language_without_rules_divides_nothing() -> None:
    assert divisions("consultations", "ur") == ()


def _pdf(*paragraphs: str) -> bytes:
    body = replace(WITHOUT_MARGIN.text["body"], size=9.6, leading=13.6)
    style = replace(WITHOUT_MARGIN, text={**WITHOUT_MARGIN.text, "body": body})
    return write_pdf(document(*(Paragraph(text(words)) for words in paragraphs)), style).value.data


def test_the_structure_says_whole_words_also_over_pages() -> None:
    paragraphs = [_WORDS * 25 for _ in range(30)]
    data = _pdf(*paragraphs)
    spans = [e for e in structure(data).walk() if e.kind == "Span"]
    assert len(spans) > 30
    assert any(len({page for page, _ in span.marks}) == 2 for span in spans)
    assert structure_words(data) == document_words(document(*(Paragraph(text(words)) for words in paragraphs)))
    assert pdf_faults(data, "ua1") == pdf_faults(data, "2a") == []


def _divided(words: str, width: float) -> list[bool]:
    setting = Setting(language="en-GB", runs_on=True)
    setting.add(words, _BODY.run(Tag("P").slot()))
    return [line.setting.words[line.end - 1].text.endswith("-") for line in lines(setting, width)]


@pytest.mark.parametrize("width", [120.0, 140.0, 300.0])
def test_in_a_cell_a_word_that_fits_a_line_stays_whole(width: float) -> None:
    setting = Setting(language="en-GB")
    setting.add(_WORDS * 4, _BODY.run(Tag("P").slot()))
    assert not any(line.text.rstrip().endswith("-") for line in lines(setting, width))


@pytest.mark.parametrize("width", [90.0, 140.0, 300.0])
def test_never_two_divided_lines_in_a_row_and_never_the_last_word(width: float) -> None:
    found = _divided((_WORDS * 4).strip(), width)
    assert any(found)
    assert not any(one and other for one, other in itertools.pairwise(found))
    assert not any(_divided("many many consultations", 90.0))


def test_a_word_wider_than_its_line_divides_by_its_language_first() -> None:
    setting = Setting(language="en-GB")
    setting.add("misunderstandings", _BODY.run(Tag("P").slot()))
    assert [line.text for line in lines(setting, 40.0)] == ["misun-", "der-", "stand-", "ings"]


def test_headings_and_links_stay_whole() -> None:
    blocks = (
        Heading(1, text(_WORDS * 3), "h"),
        Paragraph((Link(parse_address("https://example.org"), text(_WORDS * 6)), TextRun("."))),
    )
    data = write_pdf(document(*blocks), DEFAULT_STYLE).value.data
    assert [e for e in structure(data).walk() if e.kind == "Span"] == []


@pytest.mark.parametrize("width", range(90, 420, 15))
@pytest.mark.parametrize("count", [3, 9, 20])
def test_running_text_does_not_end_in_a_line_of_one_word(width: int, count: int) -> None:
    body = manner(DEFAULT_STYLE, DEFAULT_STYLE.text["body"])
    words = " ".join((_WORDS * 2).split()[:count])
    broken, alone = (lines(_set(words, body, runs_on=so), float(width)) for so in (True, False))

    assert " ".join(line.text.strip() for line in broken) == " ".join(line.text.strip() for line in alone) == words
    assert all(line.width <= width + 0.1 for line in broken)
    assert all(abs(line.width - _measured(line)) < 0.01 for line in broken)
    *_, before, last = (line.text.split() for line in ([broken[0], *broken] if len(broken) == 1 else broken))
    if len(broken) > 1 and len(last) == 1:
        assert len(before) < 3 or _width(f"{before[-1]} {last[0]}", body) > width
    else:
        assert len(broken) == len(alone)


def _set(words: str, look: Manner, *, runs_on: bool) -> Setting:
    setting = Setting(runs_on=runs_on)
    setting.add(words, look.run(None))
    return setting


def _width(words: str, look: Manner) -> float:
    return _set(words, look, runs_on=False).full_width


def _measured(line: Line) -> float:
    setting = line.setting
    spaces = (space for space in setting.after[line.start : line.end - 1] if space > 0)
    return sum(setting.widths[line.start : line.end]) + sum(spaces)
