"""What stands in the place of brackets for readers who read none, and of which commas nothing is left."""

from __future__ import annotations

import pytest

from briefgen.compose.typography.bracketed_words import without_brackets
from briefgen.diagnostics import Place
from briefgen.model.document import Cite, LineBreak, NoteRef, Strong, TextRun
from briefgen.model.origin import FactOrigin, Origin
from briefgen.model.traversal import plain_text
from briefgen.model.wording.patterns import Pattern

COMMAS = Pattern({"other": ", {words},"})
OF_DATA = Origin((FactOrigin("a", Place("data/a.yaml", 1, 1)),))


def typed(text: str) -> TextRun:
    """Words of a template."""
    return TextRun(text)


def value(text: str) -> TextRun:
    """Words of the data."""
    return TextRun(text, OF_DATA)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Trade (all goods) rose", "Trade, all goods, rose"),
        ("Trade (all goods).", "Trade, all goods."),
        ("Trade (all goods); it rose", "Trade, all goods; it rose"),
        ("Trade (all goods)", "Trade, all goods"),
        ("(all goods) trade", "all goods, trade"),
        ("Trade: (all goods)", "Trade: all goods"),
        ("Trade (goods (all) alone) rose", "Trade, goods, all, alone, rose"),
        ("Trade (goods (all))", "Trade, goods, all"),
        ("a smile :) and no bracket", "a smile :) and no bracket"),
        ("one, two, three", "one, two, three"),
    ],
)
def test_typed_brackets_are_what_the_wording_has_for_them(said: str, read: str) -> None:
    assert plain_text(without_brackets((typed(said),), COMMAS)) == read


def test_brackets_of_a_template_are_found_around_values_and_those_of_data_stay() -> None:
    run = (typed("The "), Strong((value("Works (old)"),)), typed(" ("), value("Plc (1999)"), typed(") closed"))

    assert plain_text(without_brackets(run, COMMAS)) == "The Works (old), Plc (1999), closed"


def test_a_comma_that_closes_a_value_falls_before_signs_notes_and_ends() -> None:
    doubt = value("2020, though the year is uncertain,")

    assert plain_text(without_brackets((doubt, typed(" it rose")), COMMAS)).endswith("uncertain, it rose")
    assert plain_text(without_brackets((doubt, typed("; it rose")), COMMAS)).endswith("uncertain; it rose")
    assert plain_text(without_brackets((doubt, NoteRef(1), typed(".")), COMMAS)).endswith("uncertain.")
    assert plain_text(without_brackets((doubt, typed("\u00a0"), Cite((1,), "[1]")), COMMAS)).endswith("uncertain")
    assert plain_text(without_brackets((doubt, LineBreak(), typed("It rose")), COMMAS)).endswith("uncertain It rose")
    assert plain_text(without_brackets((doubt, typed(" (our sum)")), COMMAS)).endswith("uncertain, our sum")


def test_where_the_wording_has_brackets_nothing_is_touched() -> None:
    run = (typed("Trade (all goods), "), value("so far,"))

    assert without_brackets(run, Pattern({"other": "({words})"})) is run
