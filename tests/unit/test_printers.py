"""Diagnostics as people read them."""

from __future__ import annotations

from briefgen.diagnostics import (
    CODES,
    NOWHERE,
    Diagnostic,
    Place,
    Report,
    Severity,
    code_of,
    did_you_mean,
    nearly_or,
    print_human,
    print_short,
    visible,
)

ERROR = Diagnostic("BG204", Severity.ERROR, Place("data/x/trade.csv", 4, 9), "it is 50.9", "look again")


def test_the_short_form_is_one_line() -> None:
    assert print_short(ERROR) == "data/x/trade.csv:4:9: error[BG204] it is 50.9"


def test_without_a_place_only_the_message_stands() -> None:
    assert print_short(Diagnostic("BG113", Severity.ERROR, NOWHERE, "no such audience")) == (
        "error[BG113] no such audience"
    )


def test_the_human_form_points_at_the_column_and_gives_the_next_step() -> None:
    assert print_human(ERROR, lambda _path, _line: "a,2019\tPAK,50.9") == (
        "data/x/trade.csv:4:9: error[BG204] it is 50.9\n"
        "    4 | a,2019 PAK,50.9\n"
        "                ^\n"
        "      hint: look again"
    )


def test_a_line_that_cannot_be_read_or_is_too_long_is_left_out() -> None:
    for line in (None, "x" * 500):
        assert "|" not in print_human(ERROR, lambda _path, _number, line=line: line)  # type: ignore[misc]


def test_no_character_can_fool_a_terminal() -> None:
    assert visible("a\x1b[31m\u202eb\u0000\n") == "a\\u{001B}[31m\\u{202E}b\\u{0000}\\u{000A}"
    shown = print_human(ERROR, lambda _path, _line: "\x1b[2J\u202e50.9")
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_the_caret_stands_under_its_column_also_behind_escaped_characters() -> None:
    place = Place("f", 1, 3)
    lines = print_human(Diagnostic("BG204", Severity.ERROR, place, "m"), lambda _path, _line: "\x00ab").split("\n")

    assert lines[1].index("b") == lines[2].index("^")


def test_problems_are_kept_once_and_told_in_order_of_their_places() -> None:
    report = Report()
    for line in (3, 1, 3):
        report.error("BG106", Place("b", line), "unknown")
    report.warning("BG106", Place("a", 9), "unknown")

    assert [str(d.place) for d in report.diagnostics] == ["a:9", "b:1", "b:3"]


def test_a_near_word_is_suggested_and_a_short_list_is_named() -> None:
    assert did_you_mean("ministr", ["minister", "public"]) == "did you mean 'minister'?"
    assert did_you_mean("xyz", ["b", "a"]) == "choose one of: a, b"
    assert did_you_mean("xyz", map(str, range(100))) is None
    assert did_you_mean("99x", map(str, range(100))) == "did you mean '99'?"
    assert did_you_mean("fob", ["CIF", "FOB", "unknown"]) == "did you mean 'FOB'?"


def test_a_record_may_be_named_by_one_of_its_words() -> None:
    people = ["adalbertina-novak", "bonifatius-novak", "cem-shah"]
    assert nearly_or("shah", people, "add it") == "did you mean 'cem-shah'?"
    assert nearly_or("novak", people, "add it") == "add it"
    assert nearly_or("hah", people, "add it") == "add it"


def test_every_code_has_one_short_name_that_leads_back() -> None:
    names = [short for short, _ in CODES.values()]

    assert len(set(names)) == len(names)
    assert all(code_of(short) == code for code, (short, _) in CODES.items())
    assert code_of("BG000") is None
