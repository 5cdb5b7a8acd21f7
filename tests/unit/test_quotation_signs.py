"""QuoteSigns and apostrophes as the signs of their language, and blanks at which no line ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.typography.bound_words import bound
from briefgen.compose.typography.quotation_signs import quotes_of, signs_in, with_signs
from briefgen.compose.typography.typographic_runs import typographic
from briefgen.model.document import Emphasis, LineBreak, Link, Paragraph, Strong, TextRun
from briefgen.model.traversal import plain_text
from briefgen.model.values.address import parse_address
from samples.english_words import english


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"so it was"', "“so it was”"),
        ("today's views of the parties' 'new best friend'", "today’s views of the parties’ “new best friend”"),
        ("'twas so in the '90s and the 1990's", "’twas so in the ’90s and the 1990’s"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("He said \"a 'b' c\" and left", "He said “a ‘b’ c” and left"),
        ('“he said "so" and left”', "“he said ‘so’ and left”"),
        ("“a “nested” one”", "“a ‘nested’ one”"),
        ('("quoted"), "A"–"B": "c".', "(“quoted”), “A”–“B”: “c”."),
        ("\"'so'\"", "“‘so’”"),
        ("Côte d'Ivoire, O'Brien's, Sana'a", "Côte d’Ivoire, O’Brien’s, Sana’a"),
        ('"in 2019" and "Who?" he asked', "“in 2019” and “Who?” he asked"),
        ("x'", "x’"),
    ],
)
def test_english_signs(typed: str, printed: str) -> None:
    assert with_signs(typed, "en-GB") == printed
    assert with_signs(printed, "en-GB") == printed


@pytest.mark.parametrize(
    "typed",
    [
        '"open only', 'a "b', '"', "'", '""', "''", "a 12\" pipe of 5'", "https://example.org/o'brien",
        "o'b@example.org",
        "www.example.org/o'b", "“typed so”", "F12; R03", "",
    ],
)  # fmt: skip
def test_what_is_not_understood_stays(typed: str) -> None:
    assert with_signs(typed, "en-GB") == typed


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("ru", "«a „b“ c»"), ("de-AT", "„a ‚b‘ c“"), ("ur", "”a ’b‘ c“"), ("fr-FR", "«\u00a0a “b” c\u00a0»"),
        ("pl", "„a «b» c”"),
        ("ja", "「a 『b』 c」"), ("sv", "”a ’b’ c”"), ("fa", "«a ‹b› c»"), ("be", "«a „b“ c»"), ("uk-UA", "«a „b“ c»"),
        ("xx", "\"a 'b' c\""), ("", "\"a 'b' c\""),
    ],
)  # fmt: skip
def test_each_language_has_its_own(language: str, printed: str) -> None:
    assert with_signs("\"a 'b' c\"", language) == printed


@given(st.text(alphabet="ab \"'“”‘’.,(1", max_size=20), st.sampled_from(["en", "ru", "de", "fr", "sv", "xx"]))
def test_nothing_but_signs_is_changed(text: str, language: str) -> None:
    found = signs_in(text, language)

    assert all(text[at] in "\"'“”" for at in found)
    assert quotes_of(language) or not found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en-GB", "on 3~February 1994 and 10~Aug 2015, from 5 to 6~June"),
        ("en-GB", "5~million, 4,200~tonnes, 3.5~per cent, 5~kg, 12~MW and 5 sessions"),
        ("en-GB", "Mr~Khan, Dr.~Raza, Prof.~No, H.E.~Hussain, No.~5, p.~7, J. Smith"),
        ("en-GB", "the Mr of it, at no. hour, May 2020"),
        ("de", "am 3.~Februar 2015 Herr~Meier, 5~Mio. Euro, Nr.~7"),
        ("ru", "3~февраля 2015~г. г-н~Мясникович, 5~млн, №~7"),
        ("ur", "5~ملین"),
        ("xx", "5~kg and 3 February"),
        ("", "5~kg"),
    ],
)
def test_no_line_ends_between_what_belongs_together(language: str, text: str) -> None:
    found = bound(text.replace("~", " "), language)

    assert [at for at, sign in enumerate(text) if sign == "~"] == found


def _printed(*inlines: TextRun | Strong | Emphasis | Link | LineBreak, language: str = "en-GB") -> str:
    (block,), _ = typographic([Paragraph(inlines)], [], language, english().bracketed)
    assert isinstance(block, Paragraph)
    return plain_text(block.inlines)


def test_a_quote_may_begin_in_a_template_and_end_behind_a_value() -> None:
    assert _printed(TextRun('called "'), Strong((TextRun("the new 'friend'"),)), TextRun('" in 2015')) == (
        "called “the new ‘friend’” in 2015"
    )
    assert _printed(TextRun("met Mr "), TextRun("Khan on 3 "), TextRun("May")) == "met Mr\u00a0Khan on 3\u00a0May"


def test_a_text_in_another_language_has_that_language_s_signs() -> None:
    said = _printed(TextRun("They say "), TextRun('"да"', language="ru"), TextRun(' and "yes"'))

    assert said == "They say «да» and “yes”"
    assert _printed(TextRun('"x"', language="tlh"), TextRun(' "y"')) == '"x" “y”'


def test_addresses_keep_their_signs() -> None:
    address = "https://example.org/o'brien"
    link = Link(parse_address(address), (TextRun(address),))

    assert _printed(TextRun('"see" '), link) == f"“see” {address}"
