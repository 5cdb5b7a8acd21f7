"""The reader of prose: what it takes, where it says that things stand, and that nothing makes it fall."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.values.prose_grammar import read_prose
from briefgen.model.values.prose_text import Asked, Citation, ProseCall, TextSpot, Words

_PARTS = st.sampled_from(
    [
        "{{", "}}", "{", "}", "{%", "%}", "{#", "#}", "fact", "(", ")", '"', "'", "ties", ".", "|", "date", ",", "=",
        " ", "\n", "\n\n", "[@", "[", "]", "@", ";", "p. 3", "\\", "-", "7", "true", "word", "é", "\u200b", "“",
        "[^1]", "#",
    ]
)  # fmt: skip
"""Of what values and citations are made, and what breaks them."""
_ANY = st.text(max_size=60) | st.lists(_PARTS, max_size=30).map("".join)
_IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}", fullmatch=True)
_NAMES = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,8}", fullmatch=True)
_BLANKS = st.sampled_from(["", " ", "\n", "  "])


@settings(max_examples=600)
@given(_ANY)
def test_whatever_is_written_is_read_or_told_inside_of_it(text: str) -> None:
    found, slips = read_prose(text)
    lines = text.split("\n")

    for slip in slips:
        assert 1 <= slip.spot.line <= len(lines)
        assert 1 <= slip.spot.column <= len(lines[slip.spot.line - 1]) + 1
        assert slip.message
        assert slip.hint
    assert all(isinstance(piece, Words | Asked | Citation) for piece in found.pieces)
    assert len(slips) <= 101


@settings(max_examples=400)
@given(_ANY)
def test_words_stand_where_they_say(text: str) -> None:
    lines = text.split("\n")

    for words in read_prose(text)[0].words:
        for at, character in enumerate(words.text):
            spot = words.spot(at)
            typed = (lines[spot.line - 1] + "\n")[spot.column - 1]
            assert typed == character


@settings(max_examples=200)
@given(_IDS, st.lists(_NAMES, max_size=3), st.lists(_NAMES, max_size=3), st.lists(_BLANKS, min_size=9, max_size=9))
def test_a_value_is_read_however_it_is_spaced(key: str, fields: list[str], filters: list[str], gaps: list[str]) -> None:
    a, b, c, d, e, f, g, h, i = gaps
    path = "".join(f".{a}{name}{b}" for name in fields) + "".join(f"|{c}{name}{d}" for name in filters)
    text = f'x {{{{{e}fact{f}({g}"{key}"{h}){path}{i}}}}} y'
    found, slips = read_prose(re.sub(r"\n\s*\n", "\n", text))  # a paragraph ends at a blank line
    (asked,) = found.asked

    assert slips == ()
    assert (asked.call, asked.id) == (ProseCall.FACT, key)
    assert [step.name for step in asked.fields] == fields
    assert [step.name for step in asked.filters] == filters
    assert [words.text for words in found.words] == ["x ", " y"]


def test_arguments_are_texts_numbers_and_truths_with_or_without_a_name() -> None:
    found, slips = read_prose("{{ fact('a').b|c(0, \"x y\", style='z', on=true, off=false) }}")
    ((step,),) = [asked.filters for asked in found.asked]

    assert slips == ()
    assert [(a.name, a.value) for a in step.arguments] == [
        ("", 0), ("", "x y"), ("style", "z"), ("on", True), ("off", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("[@a]", [("a", None)]),
        ("[@a, p. 3]", [("a", "p. 3")]),
        ("[@a , pp. 3-5, note 2 ]", [("a", "pp. 3-5, note 2")]),
        ("[@a; @b]", [("a", None), ("b", None)]),
        ("[ @a]", []),
        ("[@a,\np. 3;\n@b]", [("a", "p. 3"), ("b", None)]),
        ("[@a.b/c-2]", [("a.b/c-2", None)]),
        ("[@a](https://example.org)", []),
        ("\\[@a]", []),
        ("[a](mailto:a@b.org)", []),
        ("a@b.org", []),
        ("[^1] and [words]", []),
    ],
)
def test_citations(text: str, cited: list[tuple[str, str | None]]) -> None:
    found, _ = read_prose(text)

    assert [(one.ref, one.locator) for one in found.cited] == cited


@pytest.mark.parametrize(
    "text", ["\\{\\{ fact \\}\\}", "a { b } c", "100 %", "{", "}", "\\", "a } } b", "[see this] x@y"]
)
def test_signs_that_mean_nothing_stay_words(text: str) -> None:
    found, slips = read_prose(text)

    assert slips == ()
    assert "".join(words.text for words in found.words) == text


def test_places_count_from_below_the_head() -> None:
    found, _ = read_prose('One\ntwo {{ fact("a")\n  .b|c("d") }} [@r,\n p. 1; @s].')
    (asked,) = found.asked

    assert asked.spot == TextSpot(2, 14)
    assert asked.fields[0].spot == TextSpot(3, 4)
    assert asked.filters[0].spot == TextSpot(3, 6)
    assert asked.filters[0].arguments[0].spot == TextSpot(3, 9)
    assert [one.spot for one in found.cited] == [TextSpot(3, 18), TextSpot(4, 9)]


def test_paragraphs_are_told_with_their_first_line_and_dots_for_values() -> None:
    found, _ = read_prose('# Head\n\n\nOne {{ fact("a").b }}\ntwo [@r].\n\n- three\n')

    assert list(found.paragraphs()) == [(1, "# Head"), (4, "One … two ."), (7, "- three")]


@pytest.mark.parametrize(
    "sign", ["{{", "[@", "}}", "{%", "{{ fact(", "[see @", "\\", '{{ fact("a").b }}', "[@a]", "{ {"]
)
def test_fifty_thousand_signs_are_read_in_a_moment(sign: str) -> None:
    from time import process_time

    begun = process_time()
    read_prose(sign * (100_000 // len(sign)))

    assert process_time() - begun < 5


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{% for v in visits %}{{ v.title }}{% endfor %}", 1),
        ("{% if visits %}{{ visits|count }}{% endif %} {{ find('x') }}", 1),
        ("{% set a = 1 %}{{ a }} and {{ fact(ties).date }}", 2),
        ("{{ v.title }} {% for v in visits %}", 2),
        ("{{ v.title }} {{ w.title }}", 2),
    ],
)
def test_what_a_tag_of_sections_draws_in_its_train_is_told_with_it(text: str, told: int) -> None:
    assert len(read_prose(text)[1]) == told
