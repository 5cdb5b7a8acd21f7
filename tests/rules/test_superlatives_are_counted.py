from __future__ import annotations

from rules.records import position
from samples.relation_files import diagnostics_of


def test_a_sober_text_passes() -> None:
    found = diagnostics_of({"positions.yaml": position()}, only="BG255")

    assert found == []


def test_a_big_word_of_ours_is_told() -> None:
    found = diagnostics_of({"positions.yaml": position(statement="Both see vital ties.")}, only="BG255")

    assert found == ["positions.yaml:3:14: info[BG255] 'a' says 'vital' without a number"]


def test_a_big_word_in_a_quote_is_told_at_the_source() -> None:
    found = diagnostics_of({"positions.yaml": position(sources="[{ref: ref, quote: huge potential}]")}, only="BG255")

    assert found == ["positions.yaml:4:13: info[BG255] 'a' quotes 'huge' without a number"]
