from __future__ import annotations

import io

import pikepdf
import pytest
from pdfminer.high_level import extract_text

from briefgen.model.document import LineBreak, Paragraph, Strong, TextRun
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.pipeline import Order, make
from briefgen.render.pdf import write_pdf
from briefgen.world import Memory
from readers.pdf import structure_words
from samples.composing import BASE, FOLDER
from samples.made_pdf import sample_pdf
from samples.sample_document import document, sample_document, text, torture_document


def _written(words: str) -> list[str]:
    return structure_words(write_pdf(document(Paragraph(text(words)), title="", subtitle=""), DEFAULT_STYLE).value.data)


def test_another_reader_finds_the_words_with_their_spaces() -> None:
    found = set(extract_text(io.BytesIO(sample_pdf())).split())
    paragraph = (
        "Pakistan and Belarus established diplomatic relations in 1994; for two decades they stayed limited, and"
    )
    assert set(paragraph.split()) <= found
    assert {"basmati", "rice,", "Exporters,", "page", "OFFICIAL", "[21–23]"} <= found


def test_words_do_not_run_together_at_line_ends() -> None:
    words = " ".join(f"word{number}" for number in range(200))
    assert _written(words) == words.split()


@pytest.mark.parametrize(
    "words",
    [
        "office ﬁne ﬃ",
        "5\u00a0% and 5\u202f%",
        "naïve e\u0301t\u00e9",
        "Мінск Ў ґ",
        "1–2 ½ № ≈ → −4",
        "a\u2011b a-b",
        "( \\ )",
    ],
)
def test_the_text_layer_is_exact(words: str) -> None:
    assert _written(words) == words.split()


def test_a_break_inside_a_word_adds_no_space() -> None:
    long = "x" * 500 + "/" + "https://example.org/" * 30
    assert "".join(_written(long)) == long


def test_neighbours_without_a_space_stay_together() -> None:
    inlines = (TextRun("un"), Strong((TextRun("like"),)), TextRun("ly, "), TextRun(" one"), LineBreak(), TextRun("two"))
    data = write_pdf(document(Paragraph(inlines), title="", subtitle=""), DEFAULT_STYLE).value.data
    assert structure_words(data) == ["unlike" + "ly,", "one", "two"]


def test_characters_without_a_glyph_are_told_once_a_script_and_replaced() -> None:
    outcome = write_pdf(document(Paragraph(text("字 and 字, 語"))), DEFAULT_STYLE)
    assert [d.code for d in outcome.diagnostics] == ["BG501"]
    assert "of the Han script (2, such as '字 (U+5B57)')" in outcome.diagnostics[0].message
    assert structure_words(outcome.value.data)[-4:] == ["字", "and", "字,", "語"]
    again = write_pdf(document(Paragraph(text("字 and 字, 語"))), DEFAULT_STYLE)
    assert again == outcome


def test_a_missing_glyph_is_reported_at_the_fact_that_brought_it_in() -> None:
    position = (
        "- {id: one, parties: [PAK, BLR], statement: A word 字 here, topics: [politics], sources: [{ref: ref}]}\n"
    )
    files = {**BASE, f"{FOLDER}/positions.yaml": position}
    files["templates/sections/one.md.j2"] = "{% for p in positions %}\n{{ p.statement }}\n{% endfor %}\n"
    result = make(Memory({name: words.encode() for name, words in files.items()}), Order())
    (problem,) = (d for d in result.report.diagnostics if d.code == "BG501")
    assert (problem.place.path, problem.place.line) == (f"{FOLDER}/positions.yaml", 1)


def test_the_samples_need_no_replacement() -> None:
    assert write_pdf(sample_document(), DEFAULT_STYLE).diagnostics == ()
    assert write_pdf(torture_document(3), DEFAULT_STYLE).diagnostics == ()


def test_every_font_is_an_embedded_subset() -> None:
    with pikepdf.open(io.BytesIO(sample_pdf())) as pdf:
        fonts = list(pdf.pages[0].obj.Resources.Font.values())
        names = [str(font.BaseFont) for font in fonts]
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts)
    assert len(set(names)) == len(names)
    assert all(len(name.partition("+")[0]) == 7 for name in names)
