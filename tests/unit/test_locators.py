"""A spot in a source is named as whoever wrote it named it, and has a label only where the words give one."""

from __future__ import annotations

import pytest

from briefgen.compose.citations.locators import in_words, spots_of


@pytest.mark.parametrize(
    ("written", "label", "words"),
    [
        ("p. 4", "page", "p. 4"),
        ("pp. 4-6", "page", "pp. 4–6"),
        ("7", "page", "p. 7"),
        ("section 3", "section", "sec. 3"),
        ("ch. 3", "chapter", "ch. 3"),
        ("issue 3", "issue", "issue 3"),
        ("no. 17", "", "no. 17"),
        ("nos 17-19", "", "nos 17–19"),
        ("No. 17", "", "No. 17"),
        ("row 12", "", "row 12"),
        ("index", "", "index"),
        ("table 4, row 2", "", "table 4, row 2"),
    ],
)
def test_a_number_in_a_series_is_no_issue(written: str, label: str, words: str) -> None:
    (spot,) = spots_of(["ref"], [("ref", written)])

    assert (spot.label, in_words(spot)) == (label, words)
