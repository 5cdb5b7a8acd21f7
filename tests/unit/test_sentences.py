"""Where sentences end, what is none, and who wrote them."""

from __future__ import annotations

import pytest

from briefgen.diagnostics import Place
from briefgen.model.document import Cite, Emphasis, LineBreak, NoteRef, Strong, TextRun
from briefgen.model.origin import FactOrigin, Origin
from briefgen.pipeline.plain_language.reading_grade import NameWords, grade
from briefgen.pipeline.plain_language.sentences import sentences_in, words_of

TEMPLATE = Place("templates/sections/one.md.j2", 4, 1)
FACT = FactOrigin("visit", Place("data/x-y/visits.yaml"))


def said(text: str) -> list[str]:
    return [sentence.text for sentence in sentences_in((TextRun(text),))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They met in 2015. They met again in 2016.", 2),
        ("They met in 2015! Did they meet again? They did so.", 3),
        ("The treaty (No. 5 of 2015) is in force.", 1),
        ("Mr. A. R. Dawood leads the side. He came in 2021.", 2),
        ("The U.S. Treasury lists it. No one else does.", 2),
        ("It rose by 2.5 per cent, to US$3.4 million.", 1),
        ("They said ‘We will come.’ Then they came here.", 2),
        ("It was said (by whom is not known.) The rest is.", 2),
        ("Imports, e.g. of tea, rose. So did cf. Annex 3 say.", 2),
        ("See pp. 4 to 6 of it. Then see Art. 5 of it.", 2),
        ("A dialogue of St. Petersburg was held.", 1),
        ("A short account of the two… More will follow later.", 2),
    ],
)
def test_where_sentences_end(text: str, count: int) -> None:
    assert len(said(text)) == count


@pytest.mark.parametrize(
    "text",
    ["May 2015: a visit", "Contested.", "In general.", "", "…", "US$15 million", "Friendship groups:", "- – —", "Yes!"],
)
def test_labels_and_items_without_a_stop_are_no_sentences(text: str) -> None:
    assert said(text) == []


def test_markers_notes_and_marks_of_type_are_no_words_of_a_sentence() -> None:
    run = (
        Strong((TextRun("Trade"),)), TextRun(" rose in "), Emphasis((TextRun("both"),)), TextRun(" years\u00a0"),
        Cite((1,), "[1]"), TextRun("."), NoteRef(1), LineBreak(), TextRun("It fell since then."),
    )  # fmt: skip

    assert [sentence.text for sentence in sentences_in(run)] == ["Trade rose in both years.", "It fell since then."]


@pytest.mark.parametrize(
    ("runs", "writer"),
    [
        ([TextRun("They met in May.", typed=TEMPLATE)], "template"),
        ([TextRun("They met in May.", Origin((FACT,)))], "fact"),
        ([TextRun("A visit", Origin((FACT,))), TextRun(" took place in the year before.", typed=TEMPLATE)], "template"),
        ([TextRun("A visit of the leaders took place", Origin((FACT,))), TextRun(" then.", typed=TEMPLATE)], "fact"),
        ([TextRun("Sales rose by a third.", Origin((FACT, FACT), "a + b"))], "nobody"),
        ([TextRun("Sales rose by a third", Origin((FACT,), "a + b")), TextRun(".", typed=TEMPLATE)], "template"),
        ([TextRun("They met in May.")], "nobody"),
    ],
)  # fmt: skip
def test_who_wrote_a_sentence(runs: list[TextRun], writer: str) -> None:
    (sentence,) = sentences_in(tuple(runs))
    found = sentence.writer()

    assert ("nobody" if found is None else "template" if isinstance(found, TextRun) else "fact") == writer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Trade” (in goods) – rose.", ["Trade", "in", "goods", "rose"]),
        ("US$3.4 million, 29% [28…30]", ["US$3.4", "million", "29%", "28…30"]),
        ("India’s well-known tea", ["India’s", "well-known", "tea"]),
    ],
)
def test_words_and_figures(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_long_words_and_long_sentences_raise_the_grade() -> None:
    def of(text: str) -> float:
        sentences = list(sentences_in((TextRun(text),)))
        return grade(sentences, NameWords.of(sentences, ()))

    assert of("They met in May. They will meet in June.") < of("They met in May, and they will meet again in June.")
    assert of("They met in May, and they will meet again in June.") < of(
        "The delegations negotiated in May repeatedly."
    )
    assert of("Institutional cooperation facilitates diversification.") > 20
    assert of("") == 0


def test_names_and_figures_make_a_text_no_harder() -> None:
    """They are words of the sentence; only their syllables are not counted."""
    sentences = list(sentences_in((TextRun("They met Lukashenko in Islamabad in 2015. Lukashenko came in May."),)))
    plain = list(sentences_in((TextRun("They met them in time in full. She came in May."),)))
    names = NameWords.of(sentences, {"Lukashenko"})

    assert names.of_sentence(sentences[1]) == [True, False, False, True]
    assert abs(grade(sentences, names) - grade(plain, NameWords.of(plain, ()))) < 0.5
    assert not NameWords.of(plain, ()).of_sentence(plain[0])[0]
