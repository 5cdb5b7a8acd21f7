"""Syllables of English words, as they are spoken."""

from __future__ import annotations

import pytest

from briefgen.hyphenation import divisions, points
from briefgen.pipeline.plain_language.syllables import syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("trade", 1), ("goods", 1), ("joint", 1), ("two", 1), ("signed", 1), ("states", 1), ("rates", 1),
        ("about", 2), ("exports", 2), ("treaty", 2), ("stated", 2), ("record", 2), ("visits", 2), ("table", 2),
        ("medicine", 3), ("agreement", 3), ("relations", 3), ("embassy", 3), ("turnover", 3), ("exchanges", 3),
        ("economic", 4), ("initiative", 4), ("commission", 3), ("cooperation", 5), ("memorandum", 4),
        ("connectivity", 5), ("parliamentary", 5), ("the", 1), ("a", 1), ("by", 1), ("created", 3), ("science", 2),
    ],
)  # fmt: skip
def test_words_of_briefs(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("well-known", 2), ("India’s", 3), ("states’", 1), ("re-export", 3), ("TREATY", 2), ("Trade", 1),
        ("", 0), ("2021", 0), ("—", 0), ("don't", 1), ("flat-rolled", 2), ("hmm", 1),
    ],
)  # fmt: skip
def test_compounds_possessives_and_what_is_no_word(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("word", ["agreement", "cooperation", "exports", "area", "idea", "goods"])
def test_a_line_divides_a_word_only_where_its_patterns_see_a_division(word: str) -> None:
    assert set(divisions(word, "en-US")) <= set(points(word, "en-US"))


def test_a_long_word_takes_no_longer_than_its_letters() -> None:
    assert syllables("a" * 5000) >= 1
