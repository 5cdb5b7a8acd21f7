"""What runs from right to left is seen in its order in every format, and read in the order of its letters."""

from __future__ import annotations

import io
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTTextContainer

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.document import Paragraph, TextRun
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.values.spoken_words import SILENT
from briefgen.pipeline import Order, make
from briefgen.render import render
from briefgen.render.bidirectional import as_seen, base_level, levels, runs_from_right, stretches
from briefgen.render.docx.package.directed_runs import text_runs
from briefgen.render.docx.package.wordprocessingml import inked, words_of
from briefgen.render.html.inlines import InlineHtml
from briefgen.render.pdf.objects.tag_tree import Tag
from briefgen.render.pdf.paint.font_embedding import Fonts
from briefgen.render.pdf.text.inline_layout import Setting
from briefgen.render.pdf.text.line_breaking import lines
from briefgen.render.pdf.text.manners import manner
from briefgen.render.pdf.text.shaped_words import typeface
from briefgen.render.spoken_brief import SpokenBrief
from briefgen.world import Memory
from readers.every_reader import READERS, words_in
from readers.pdf import pdf_faults
from samples.composing import BASE, FOLDER
from samples.rendering import rendered
from samples.right_to_left import TEXTS, right_to_left
from samples.sample_document import document

# ---------------------------------------------------------------- levels

LEVELS = {
    # text → levels; capitals of the annex's own examples are Hebrew here
    "abc": "000",
    "אבג": "111",
    "a אב b": "001100",
    "אב ab אב": "11122111",
    "אב 12": "11122",
    "12 אב": "22111",
    "a אב 12": "0011122",
    "אב 1,234.5": "1112222222",
    "אב 1, 2": "1112112",
    "אב 12%": "111222",
    "אב-12": "11122",
    "אב +12": "111122",
    "عر 12": "11122",
    "عر ٣٤": "11122",
    "عر 3/4": "111222",
    "a (אב) b": "00011000",
    "אב (ab) אב": "1111221111",
    "a ב (ג d) ה": "00100100001",
    "(אב)": "1111",
    "a [אב (b) ג]": "000110000010",
    "אב.": "111",
    "a אב.": "00110",
    "ש\u05b8ל": "111",
    "a\u05b8": "00",
    "אב\u200fa": "1112",
    "": "",
}


@pytest.mark.parametrize("text", LEVELS)
def test_levels_are_those_of_the_annex(text: str) -> None:
    assert "".join(map(str, levels(text))) == LEVELS[text]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a אבג b", "a גבא b"),
        ("אב ab גד", "דג ab בא"),
        ("אב 12 גד", "דג 12 בא"),
        ("a אב 12 גד b", "a דג 12 בא b"),
        ("a אב, גד b", "a דג ,בא b"),
        ("אב.", ".בא"),
        ("plain", "plain"),
    ],
)
def test_things_stand_as_they_are_seen(text: str, seen: str) -> None:
    assert "".join(as_seen(text, levels(text))) == seen


_ANY = st.text(alphabet="abאבعر12٣ .,:;-+%$()[]«»!/\u0301\u05b0\u200f\u200d\t", max_size=20)


@given(_ANY)
def test_nothing_is_lost_and_parts_make_the_whole(text: str) -> None:
    found = levels(text)

    assert len(found) == len(text)
    assert sorted(as_seen(range(len(text)), found)) == list(range(len(text)))
    assert "".join(part for _, part in stretches(text)) == text
    assert all(level in ({1, 2} if base_level(text) else {0, 1, 2}) for level in found)


@given(_ANY)
def test_a_text_from_the_left_alone_keeps_its_order(text: str) -> None:
    if not runs_from_right(text):
        assert set(levels(text)) <= {0}


# ---------------------------------------------------------------- PDF


@pytest.mark.parametrize("name", READERS)
def test_every_format_says_the_words_in_their_own_order(name: str) -> None:
    made = rendered(right_to_left(), name, DEFAULT_STYLE)
    assert READERS[name](made) == words_in(right_to_left(), name)


def test_the_pdf_is_accessible_and_fit_for_archives() -> None:
    data = render(right_to_left(), "pdf", DEFAULT_STYLE).value.data
    assert [fault for profile in ("ua1", "2a") for fault in pdf_faults(data, profile)] == []


def _seen(text: str) -> str:
    """The letters of one line of a PDF by where they stand, from left to right."""
    data = render(document(Paragraph((TextRun(text),)), title="T", subtitle=""), "pdf", DEFAULT_STYLE).value.data
    page = next(iter(extract_pages(io.BytesIO(data))))
    lines = [line for box in page if isinstance(box, LTTextContainer) for line in box]
    for line in lines:
        letters = sorted((one for one in line if isinstance(one, LTChar)), key=lambda one: one.x0)
        seen = "".join(one.get_text() for one in letters).strip()
        if Counter(seen) == Counter(text):
            return seen
    return ""


@pytest.mark.parametrize(
    "name", ["Hebrew", "Hebrew with figures", "Hebrew with Latin words", "Latin with Hebrew", "a figure before"]
)
def test_letters_stand_on_the_page_as_they_are_seen(name: str) -> None:
    text = TEXTS[name]
    assert _seen(text) == "".join(as_seen(text, levels(text)))


def test_a_bracket_is_turned_where_it_runs_from_the_right() -> None:
    face = typeface("firago", bold=False, italic=False)
    (opening,), (turned,) = face.shaped("(", 0), face.shaped("(", 1)
    (closing,) = face.shaped(")", 0)

    assert turned.codes == closing.codes != opening.codes
    assert turned.text == "("


def test_a_label_of_a_chart_stands_as_it_is_seen() -> None:
    words = typeface("firago", bold=False, italic=False).label("שלום 2015 עולם")
    assert [word.text.strip() for word in words if word.text.strip()] == ["עולם", "2015", "שלום"]


def _setting(text: str) -> Setting:
    setting = Setting(language="en-GB")
    setting.add(text, manner(DEFAULT_STYLE, DEFAULT_STYLE.text["body"]).run(Tag("P").slot()))
    return setting


def test_words_in_such_a_text_are_never_divided() -> None:
    setting = _setting("שלום considerable international cooperation, considerable international cooperation")
    for line in lines(setting, 120.0):
        assert not line.text.strip().endswith("-")
    assert {run.is_island for run in setting.runs} == {True}


def test_the_parts_of_a_long_word_keep_their_direction() -> None:
    setting = _setting("שלום" * 60)
    assert len(lines(setting, 80.0)) > 5
    assert {word.level for word in setting.words} == {1}


def test_a_joiner_is_shaped_with_its_word() -> None:
    assert "".join(word.text for word in _setting("می\u200cخواهم").words) == "می\u200cخواهم"


# ---------------------------------------------------------------- HTML and DOCX


@pytest.mark.parametrize("name", TEXTS)
def test_a_page_says_the_direction(name: str) -> None:
    way = "rtl" if base_level(TEXTS[name]) else "ltr"
    assert f'<span dir="{way}">' in InlineHtml(SpokenBrief(SILENT, ())).html([TextRun(TEXTS[name])])


def test_a_page_says_none_for_other_texts() -> None:
    assert "dir=" not in InlineHtml(SpokenBrief(SILENT, ())).html([TextRun("Дружба, Φιλία, मित्रता, 12 %")])


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Plain", [("ltr", "Plain")]),
        ("שלום עולם", [("rtl", "שלום עולם")]),
        ("The שלום עולם (peace)", [("ltr", "The "), ("rtl", "שלום עולם"), ("ltr", " (peace)")]),
        ("שלום 2015 עולם", [("rtl", "שלום 2015 עולם")]),
        ("שלום ABC עולם", [("rtl", "שלום "), ("ltr", "ABC"), ("rtl", " עולם")]),
        ("في عام ٢٠١٥", [("rtl", "في عام ٢٠١٥")]),
        ("a אב 12 ג", [("ltr", "a "), ("rtl", "אב 12 ג")]),
    ],
)
def test_runs_of_a_word_file_say_their_direction(text: str, runs: list[tuple[str, str]]) -> None:
    written = text_runs(text)
    found = [("rtl" if "<w:rtl/>" in run else "ltr", words_of(run)) for run in re.findall(r"<w:r>.*?</w:r>", written)]

    assert found == runs
    assert written.startswith('<w:dir w:val="rtl">') == (len(runs) > 1 and base_level(text) == 1)


def test_the_language_of_a_run_from_the_right_is_that_of_its_script() -> None:
    assert '<w:rtl/><w:lang w:bidi="ur"/>' in text_runs("دوستی", '<w:lang w:val="ur"/>')
    assert '<w:color w:val="112233"/><w:rtl/><w:lang' in inked(text_runs("دوستی", '<w:lang w:val="ur"/>'), "#112233")


def test_a_text_among_others_is_told_once_a_file_and_one_alone_is_not() -> None:
    (problem,) = _noted("{{ m.title }}")

    assert "(2, such as 'שלום 2015')" in problem.message
    assert (problem.place.line, problem.severity) == (2, Severity.INFO)


def test_a_text_behind_other_words_is_told() -> None:
    (problem,) = _noted("Of {{ m.title }}.")

    assert "(3, such as 'שלום עולם')" in problem.message
    assert problem.place.line == 1


def _noted(line: str) -> list[Diagnostic]:
    fields = "kind: other, date: 2015, sources: [{ref: ref}]"
    titles = ["שלום עולם", "שלום 2015", "שלום ABC", "Plain"]
    files = {**BASE, "templates/sections/one.md.j2": f"{{% for m in milestones %}}\n{line}\n\n{{% endfor %}}\n"}
    files[f"{FOLDER}/milestones.yaml"] = "".join(
        f"- {{id: m-{nth}, title: '{title}', {fields}}}\n" for nth, title in enumerate(titles)
    )
    world = Memory({name: words.encode() for name, words in files.items()})
    return [d for d in make(world, Order(formats=("docx",))).report.diagnostics if d.code == "BG504"]


# ---------------------------------------------------------------- marks and kerning


_CORRECTION = re.compile(r">(-?\d+)<")


@pytest.mark.parametrize(("text", "level"), [("שָׁלוֹם", 1), ("مُحَمَّد", 1), ("x\u0323", None), ("มิตร", None)])
def test_a_mark_stands_aside_and_the_next_letter_where_it_would(text: str, level: int | None) -> None:
    (word,) = typeface("firago", bold=False, italic=False).shaped(text, level)
    moved = sum(map(int, _CORRECTION.findall(word.codes)))
    own = sum(word.font.advance(glyph) for glyph, _ in word.glyphs)

    assert len(_CORRECTION.findall(word.codes)) > 1
    assert own - moved == pytest.approx(word.advance, abs=len(word.glyphs))  # what moves aside comes back


def test_letters_that_share_a_glyph_keep_their_corrections() -> None:
    fonts = Fonts()
    (one,), (other,) = (typeface("firago", bold=False, italic=False).shaped(text) for text in ("Tor", "Tor"))
    use = fonts.use(one.font)
    use.codes(one)
    other.glyphs = tuple((glyph, f"{text}\u200b") for glyph, text in other.glyphs)
    written = use.codes(other)

    assert _CORRECTION.findall(written) == _CORRECTION.findall(one.codes) != []
    assert written != one.codes
