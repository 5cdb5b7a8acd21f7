"""Quotation marks that a typist has put around a quote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.load.shapes.quotation_marks import without_quotation_marks
from samples.relation_files import diagnostics_of


@pytest.mark.parametrize(
    "typed",
    [
        "“so it was”", "„so it was“", "„so it was”", "«so it was»", "« so it was »", "»so it was«", "‹so it was›",
        "‘so it was’", "‚so it was‘", '"so it was"', "'so it was'", "「so it was」", "『so it was』", "”so it was”",
        "  “so it was”  ", "`so it was'", "《so it was》",
    ],
)  # fmt: skip
def test_a_pair_around_all_of_a_quote_is_taken_off(typed: str) -> None:
    assert without_quotation_marks(typed) == "so it was"


@pytest.mark.parametrize(
    "typed",
    [
        "so it was", "“one” and “two”", '"one" and "two"', "«one» et «two»", "“so it was", "so it was”", "“”", '"', "“",
        "'twas so", "the parties' view'", "", "5'", "‘one’ or ‘two’",
    ],
)  # fmt: skip
def test_other_marks_stay(typed: str) -> None:
    assert without_quotation_marks(typed) == typed


def test_marks_within_stay() -> None:
    assert without_quotation_marks("“he said ‘so’ and left”") == "he said ‘so’ and left"
    assert without_quotation_marks("‘the country’s role’") == "the country’s role"
    assert without_quotation_marks("“a “nested” one”") == "a “nested” one"


@given(st.text(max_size=12))
def test_nothing_but_marks_and_blanks_is_taken(text: str) -> None:
    assert without_quotation_marks(text) in text


def test_marks_do_not_count_as_words_of_a_quote() -> None:
    words = " ".join(["word"] * 25)
    visit = "- {id: v, kind: other, title: T, date: 2015, sources: [{ref: ref, quote: “ " + words + " ”}]}\n"

    assert diagnostics_of({"milestones.yaml": visit}, only="BG108") == []
