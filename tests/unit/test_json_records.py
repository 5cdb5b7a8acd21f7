"""JSON: every value with its place, every fault of form in words and where it is."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.diagnostics import Report, print_short
from briefgen.load.nodes.json_records import parse_records

if TYPE_CHECKING:
    from briefgen.load.nodes.value_positions import Positions


def told_of(text: str) -> list[str]:
    report = Report()
    parse_records(text, "r.json", report)
    return [print_short(d).removeprefix("r.json:") for d in report.diagnostics]


FAULTS = {
    # ------------------------------------------------------------ what hand-written files have that JSON has not
    "// note\n[]": "1:1: error[BG104] is not well-formed JSON: JSON has no comments",
    "[\n  // note\n  {}]": "2:3: error[BG104] is not well-formed JSON: JSON has no comments",
    "[{} /* one */, {}]": "1:5: error[BG104] is not well-formed JSON: JSON has no comments",
    '[{"id": "a", # the id\n"type": "book"}]': "1:14: error[BG104] is not well-formed JSON: JSON has no comments",
    '[{"id": "a"}] // end': "1:15: error[BG104] is not well-formed JSON: nothing may follow the list",
    '[{"id": "a",}]': "1:12: error[BG104] is not well-formed JSON: nothing follows this comma",
    '[{"id": "a"},\n\n]': "1:13: error[BG104] is not well-formed JSON: nothing follows this comma",
    "[{'id': 'a'}]": "1:3: error[BG104] is not well-formed JSON: a name in straight double quotes was expected",
    "[{\"id\": 'a'}]": "1:9: error[BG104] is not well-formed JSON: texts stand in straight double quotes",
    '[{"id": “a”}]': "1:9: error[BG104] is not well-formed JSON: texts stand in straight double quotes",
    "[{“id”: 1}]": "1:3: error[BG104] is not well-formed JSON: a name in straight double quotes was expected",
    "[{id: 1}]": "1:3: error[BG104] is not well-formed JSON: a name in straight double quotes was expected",
    '[{"a": True}]': "1:8: error[BG104] is not well-formed JSON: write True as true",
    '[{"a": None}]': "1:8: error[BG104] is not well-formed JSON: write None as null",
    '[{"a": 2021-04-23}]': "1:12: error[BG104] is not well-formed JSON: a comma or } was expected before this",
    '[{"a": 007}]': "1:9: error[BG104] is not well-formed JSON: a comma or } was expected before this",
    '[{"a": .5}]': "1:8: error[BG104] is not well-formed JSON: a value was expected here",
    '[{"a": yes}]': "1:8: error[BG104] is not well-formed JSON: a value was expected here",
    '[{"a" "b"}]': "1:7: error[BG104] is not well-formed JSON: a colon was expected behind the name 'a'",
    '[{"a": 1 "b": 2}]': "1:10: error[BG104] is not well-formed JSON: a comma or } was expected before this",
    "[{}{}]": "1:4: error[BG104] is not well-formed JSON: a comma or ] was expected before this",
    '[{"a": ,}]': "1:8: error[BG104] is not well-formed JSON: a value is missing here",
    "[,{}]": "1:2: error[BG104] is not well-formed JSON: a value is missing here",
    '[{"a": "two\nlines"}]': "1:8: error[BG104] is not well-formed JSON: a text begins here that is not closed",
    '[{"a": "C:\\desk"}]': "1:11: error[BG104] is not well-formed JSON: \\d is no escape of JSON",
    '[{"a": "\\u12"}]': "1:9: error[BG104] is not well-formed JSON: \\u is no escape of JSON",
    "[": "1:2: error[BG104] is not well-formed JSON: the file ends where a ] was expected",
    '[{"a"': "1:6: error[BG104] is not well-formed JSON: a colon was expected behind the name 'a'",
    '[{"a":': "1:7: error[BG104] is not well-formed JSON: the file ends where a value was expected",
    '[{"a": "b"': "1:11: error[BG104] is not well-formed JSON: the file ends where a comma or } was expected",
    '[{"a": "b': "1:8: error[BG104] is not well-formed JSON: a text begins here that is not closed in its line",
    "": "1:1: error[BG104] is not well-formed JSON: a list of references was expected",
    "{}": "1:1: error[BG104] is not well-formed JSON: a list of references was expected",
    "id: a": "1:1: error[BG104] is not well-formed JSON: a list of references was expected",
    # ------------------------------------------------------------ values that nothing can be made of
    '[{"id": "a",\n  "x": NaN}]': "2:8: error[BG104] NaN is no number of JSON",
    '[{"id": "a",\n  "x": [1, -Infinity]}]': "2:12: error[BG104] -Infinity is no number of JSON",
    '[{"id": "a",\n  "x": 1e999}]': "2:8: error[BG104] 1e999 is larger than any number that can be kept",
    f'[{{"id": "a",\n  "x": {"7" * 19}}}]': "2:8: error[BG104] a number has 19 digits, at most 18 are read",
    '[{"id": "a",\n  "id": "b"}]': "2:3: error[BG105] 'id' is given twice in one record",
    '[{"a": {"b": 1,\n "b": 2}}]': "2:2: error[BG105] 'b' is given twice in one record",
    '[{"a": "x",\n "b": ["\\ud800"]}]': "2:8: error[BG102] holds an escape for the character U+D800",
    '[{"a": "x",\n "b\\u0000": 1}]': "2:2: error[BG102] holds an escape for the character U+0000",
    # ------------------------------------------------------------ bounds
    "[" * 100_000: "1:25: error[BG103] is nested deeper than 24 levels",
    '[{"a":' * 50_000: "1:73: error[BG103] is nested deeper than 24 levels",
    f"[{'0,' * 200_000}0]": "1:400002: error[BG103] holds more than 200000 values",
}


@pytest.mark.parametrize("text", FAULTS, ids=lambda text: text[:30])
def test_a_fault_is_told_where_it_is_and_once(text: str) -> None:
    (said,) = told_of(text)

    assert said.startswith(FAULTS[text])


def test_faults_that_are_none_of_form_are_told_in_one_run() -> None:
    told = told_of('[{"a": NaN, "a": 1},\n {"b": "\\u202e", "c": 1e999},\n {"d": "\\ue000"}]')

    assert [line.split(" ")[0] for line in told] == ["1:8:", "1:13:", "2:8:", "2:23:", "3:8:"]


_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), max_size=8)
_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False)
    | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_VALUES, max_size=4), st.sampled_from([None, 0, 2]), st.booleans())
def test_what_is_read_is_what_the_standard_library_reads_and_each_place_is_its_values(
    records: list[Any],
    indent: int | None,
    ascii_only: bool,  # noqa: FBT001 - a draw
) -> None:
    records = json.loads(unicodedata.normalize("NFC", json.dumps(records, ensure_ascii=False)))
    text = json.dumps(records, indent=indent, ensure_ascii=ascii_only)
    report = Report()
    found = parse_records(text, "r.json", report)

    assert [d.message for d in report.diagnostics] == []
    assert [value for _, value in found] == records
    lines = text.split("\n")
    for spot, value in found:
        check(spot, value, lines)


def check(spot: Positions, value: Any, lines: list[str]) -> None:  # noqa: ANN401 - any JSON
    """The text at a spot begins with the value that it is the spot of, and so it is for all in it."""
    here = lines[spot.place.line - 1][spot.place.column - 1 :]
    match value:
        case dict():
            assert here[0] == "{"
            assert list(spot.parts) == list(value)
            for name, part in value.items():
                key = spot.named(name)
                assert lines[key.line - 1][key.column - 1] == '"'
                check(spot.parts[name], part, lines)
        case list():
            assert here[0] == "["
            for number, part in enumerate(value):
                check(spot.parts[number], part, lines)
        case _:
            read, _ = json.JSONDecoder().raw_decode(here)
            assert read == value or str(read) == str(value)


def test_what_is_missing_is_missing_from_where_it_would_stand() -> None:
    ((spot, _),) = parse_records('[{"custom": {\n "topics": ["trade"]}}]', "r.json", Report())

    assert str(spot.at("custom", "topics", 0)) == "r.json:2:13"
    assert str(spot.at("custom", "label")) == str(spot.at("custom")) == "r.json:1:13"
    assert str(spot.named("custom", "topics")) == "r.json:2:2"
    assert str(spot.at("title")) == "r.json:1:2"


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet='[]{}",:\\/ntfe0.1-#\n \u201c', max_size=60))
def test_any_text_is_read_or_refused_with_a_place_inside_it(text: str) -> None:
    lines = text.split("\n")
    for said in told_of(text):
        line, column = map(int, said.split(": ")[0].split(":"))
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
